/** Made by apps/web/texts.ts: catalogues by namespace. */
declare module 'virtual:texts/*' {
  import type { Catalogue } from '#core/i18n';

  const catalogues: Record<string, Catalogue>;
  export default catalogues;
}
