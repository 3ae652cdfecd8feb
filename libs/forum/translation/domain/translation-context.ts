import type { Actor, LifecycleContext } from '#core/kernel';
import { translationErrors } from './translation.errors.js';
import type { TranslationRequest, TranslationUnit } from './translation.types.js';
import { gapFaults } from './unit-gap.js';

type Who = 'requester' | 'secretariat' | 'translator' | 'checker' | 'system';
type Guard = 'unitsReady' | 'notOwnWork';

type WorkedOn = Pick<TranslationUnit, 'gap' | 'translatedUserId' | 'translatedPostId'>;

/** Who the actor is to a request and what holds of its texts (domain.md 2 and 3.5). What a side keeps to itself is never loaded for others. */
export function translationContext(
  request: TranslationRequest,
  units: readonly WorkedOn[],
  actor: Actor,
  system = false,
): LifecycleContext<Who, Guard> {
  return {
    is: {
      requester: () => isRequester(request, actor),
      secretariat: () => actor.side !== null && actor.roles.includes('secretariat'),
      translator: () => isTranslator(request, actor),
      checker: () => isChecker(request, actor),
      system: () => system,
    },
    guards: {
      unitsReady: () => {
        const faults = gapFaults(units, request.toLang);
        return faults.length > 0 ? translationErrors.unitsOpen({ count: faults.length }, faults) : null;
      },
      notOwnWork: () => (workedOn(request, units, actor) ? translationErrors.ownWork() : null),
    },
  };
}

/** domain.md 2: secretariat, official and interpreter translate and mark as checked. */
export const mayTranslate = (actor: Actor): boolean =>
  actor.roles.includes('interpreter') ||
  (actor.side !== null && (actor.roles.includes('secretariat') || actor.roles.includes('official')));

/** Who may ask for a translation: the drafters who speak for their side's papers. */
export const mayRequest = (actor: Actor): boolean =>
  actor.side !== null &&
  (actor.roles.includes('secretariat') || actor.roles.includes('official') || actor.roles.includes('head'));

const isRequester = (request: TranslationRequest, actor: Actor): boolean =>
  mayRequest(actor) && actor.side === request.requestedSide;

/** Of the requesting side a secretariat steps in for everybody. */
const stepsIn = (request: TranslationRequest, actor: Actor): boolean =>
  actor.side === request.requestedSide && actor.roles.includes('secretariat');

/** A request that nobody was named for is taken up by whoever starts it: the requesting side's people, or an interpreter. */
export function isTranslator(request: TranslationRequest, actor: Actor): boolean {
  if (!mayTranslate(actor)) return false;
  if (stepsIn(request, actor)) return true;
  const { translatorPostId, translatorUserId } = request;
  if (translatorPostId !== null) return actor.postIds.includes(translatorPostId);
  if (translatorUserId !== null) return actor.userId === translatorUserId;
  return actor.roles.includes('interpreter') || actor.side === request.requestedSide;
}

/** On a shared text either side may name who checks: who reads the language best is often on the other one. */
export function isChecker(request: TranslationRequest, actor: Actor): boolean {
  if (!mayTranslate(actor)) return false;
  if (request.checkerPostId !== null) return stepsIn(request, actor) || actor.postIds.includes(request.checkerPostId);
  return true;
}

/** Four eyes: a person, and a post, that worked on one of the texts does not check them. */
function workedOn(request: TranslationRequest, units: readonly WorkedOn[], actor: Actor): boolean {
  if (request.deliveredUserId === actor.userId) return true;
  return units.some(
    (unit) =>
      unit.translatedUserId === actor.userId ||
      (unit.translatedPostId !== null && actor.postIds.includes(unit.translatedPostId)),
  );
}
