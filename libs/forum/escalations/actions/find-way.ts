import type { FieldFault } from '#core/kernel';
import type { Tx } from '#platform/database';
import { isAbove } from '../domain/escalation-context.js';
import { escalationsErrors } from '../domain/escalations.errors.js';
import type { LadderLevel } from '../domain/escalation.types.js';
import type { Matter } from '../domain/matter.types.js';
import type { Way } from '../persistence/escalations.repository.js';
import { channelLevel, channelMeets, targetsAbove } from '../queries/targets.js';

/** Where a person says a matter comes from and goes to; what is not said follows from the matter and its channel. */
export interface GivenWay {
  readonly fromChannelId?: string | undefined;
  /** The nearest higher channel unless told. */
  readonly toChannelId?: string | undefined;
  /** Articles of the Radio Regulations: the ITU procedure, which belongs to no channel. */
  readonly ituArticles?: readonly number[] | undefined;
}

const fault = (path: string, code: string): FieldFault[] => [{ path, code }];

/**
 * The way of a matter, checked.
 * @throws escalations.channelMissing, escalations.channelNotFound, escalations.notHigher, escalations.notForItu, escalations.articlesMissing
 */
export async function wayOf(tx: Tx, matter: Matter, given: GivenWay): Promise<Way> {
  const fromChannelId = matter.channelId ?? given.fromChannelId;
  if (fromChannelId === undefined)
    throw escalationsErrors.channelMissing({}, fault('fromChannelId', escalationsErrors.channelMissing.code));
  const fromLevel = await channelLevel(tx, fromChannelId);
  if (fromLevel === null)
    throw escalationsErrors.channelNotFound({}, fault('fromChannelId', escalationsErrors.channelNotFound.code));
  if (given.ituArticles !== undefined) return ituWay(matter, given.ituArticles, fromChannelId, fromLevel);
  const targets = await targetsAbove(tx, tx.actor.side, fromChannelId);
  const target =
    given.toChannelId === undefined ? targets[0] : targets.find(({ channel }) => channel.id === given.toChannelId);
  if (target)
    return { fromChannelId, fromLevel, toChannelId: target.channel.id, toLevel: target.level, ituArticles: [] };
  const known = given.toChannelId === undefined ? null : await channelLevel(tx, given.toChannelId);
  const error =
    known === null || isAbove(known, fromLevel) ? escalationsErrors.channelNotFound : escalationsErrors.notHigher;
  throw error({}, fault('toChannelId', error.code));
}

function ituWay(matter: Matter, articles: readonly number[], fromChannelId: string, fromLevel: LadderLevel): Way {
  if (matter.kind !== 'radio_issue')
    throw escalationsErrors.notForItu({}, fault('ituArticles', escalationsErrors.notForItu.code));
  if (articles.length === 0)
    throw escalationsErrors.articlesMissing({}, fault('ituArticles', escalationsErrors.articlesMissing.code));
  return { fromChannelId, fromLevel, toChannelId: null, toLevel: 'itu_procedure', ituArticles: articles };
}

/** @throws escalations.channelStopped for a channel that was concluded or hidden since; the ITU procedure has none */
export async function assertMeets(tx: Tx, channelId: string | null): Promise<void> {
  if (channelId !== null && !(await channelMeets(tx, channelId))) throw escalationsErrors.channelStopped();
}
