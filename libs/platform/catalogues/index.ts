export { installCatalogues, loadCatalogues } from './load-catalogues.js';
