export { businessEntities } from './persistence/business.entities.js';
export { listExchangeProgrammes, type ExchangeProgrammeRow } from './queries/exchange-programmes.js';
export { listExhibitions, type ExhibitionRow } from './queries/exhibitions.js';
