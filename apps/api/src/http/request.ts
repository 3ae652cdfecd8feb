import type { FastifyRequest } from 'fastify';
import { negotiateLanguage } from '#core/i18n';
import { isLanguage, type Actor, type Language } from '#core/kernel';

declare module 'fastify' {
  interface FastifyRequest {
    /** The signed-in user; absent on public routes without a session. */
    actor?: Actor;
    /** Value of the session cookie when it was good. */
    sessionToken?: string;
  }
}

/**
 * The language of an answer: `?lang=`, else the user's setting, else Accept-Language, else English (design.md 4).
 */
export function languageOf(request: FastifyRequest): Language {
  const asked = (request.query as { lang?: unknown } | undefined)?.lang;
  if (isLanguage(asked)) return asked;
  if (request.actor) return request.actor.language;
  return negotiateLanguage(request.headers['accept-language']?.slice(0, 200)) ?? 'en';
}
