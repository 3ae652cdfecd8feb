import { isLanguage, type Language } from '#core/kernel';

/** The best language for an `Accept-Language` header (RFC 9110), or null when none of ours is wanted. `ko-KR` counts as Korean. */
export function negotiateLanguage(acceptLanguage: string | undefined): Language | null {
  const wanted = (acceptLanguage ?? '').split(',').flatMap((entry, place) => {
    const [tag = '', ...rest] = entry.trim().toLowerCase().split(';');
    const quality = /^\s*q=(\d(?:\.\d{1,3})?)\s*$/u.exec(rest.find((part) => part.includes('q=')) ?? '')?.[1] ?? '1';
    const lang = tag.trim().split('-')[0];
    return isLanguage(lang) && Number(quality) > 0 ? [{ lang, quality: Number(quality), place }] : [];
  });
  return wanted.sort((a, b) => b.quality - a.quality || a.place - b.place)[0]?.lang ?? null;
}
