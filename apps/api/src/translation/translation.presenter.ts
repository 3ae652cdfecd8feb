import { commonErrors, isLanguage, newText, wordDiff, type Actor } from '#core/kernel';
import { sessionTitle } from '#forum/sessions';
import {
  amountUnit,
  mayRequest,
  textWarnings,
  type KnownName,
  translationContext,
  translationLifecycle,
  translationOffers,
  unitsHash,
  type TranslationEventRow,
  type TranslationPage,
  type TranslationRow,
  type TranslationUnit,
} from '#forum/translation';
import { etagOf, type Reading } from '../http/decorators.js';
import { presentText, presentTextOrNull } from '../http/text.view.js';
import { presentPost } from '../identity/identity.presenter.js';
import { writeCursor } from './translation.cursor.js';
import type {
  TranslationEventView,
  TranslationListView,
  TranslationSummaryView,
  TranslationUnitView,
  TranslationView,
} from './translation.views.js';

export function presentPage(page: TranslationPage, actor: Actor, reading: Reading): TranslationListView {
  const last = page.items.at(-1);
  const may = mayRequest(actor);
  return {
    items: page.items.map((row) => presentSummary(row, actor, reading)),
    allowedActions: [{ action: 'request', allowed: may, reason: may ? null : commonErrors.forbidden.code }],
    hasMore: page.hasMore,
    nextCursor: page.hasMore && last ? writeCursor({ due: last.dueOn, id: last.id }) : null,
  };
}

function presentSummary(row: TranslationRow, actor: Actor, reading: Reading): TranslationSummaryView {
  return {
    id: row.id,
    subjectType: row.containerType,
    subjectId: row.containerId,
    label: presentTextOrNull(row.label, reading),
    session: row.session && {
      id: row.session.id,
      title: presentText(sessionTitle(row.session, actor.side), reading),
      startDate: row.session.startDate,
    },
    fromLang: row.fromLang,
    toLang: row.toLang,
    dueOn: row.dueOn,
    daysLeft: row.daysLeft,
    overdue: row.overdue,
    state: row.state,
    outdated: row.outdatedAt !== null,
    units: row.units,
    amount: { count: row.amount, unit: amountUnit(row.fromLang) },
    requestedSide: row.requestedSide,
    requestedBy: row.requester && presentPost(row.requester, reading),
    translator: {
      post: row.translator && presentPost(row.translator, reading),
      named: row.translatorPostId !== null || row.translatorUserId !== null,
      me:
        row.translatorUserId === actor.userId ||
        (row.translatorPostId !== null && actor.postIds.includes(row.translatorPostId)),
    },
    checker: row.checker && presentPost(row.checker, reading),
    audience: row.audience,
  };
}

export function presentTranslation(
  row: TranslationRow,
  units: readonly TranslationUnit[],
  history: readonly TranslationEventRow[],
  names: readonly KnownName[],
  actor: Actor,
  reading: Reading,
): TranslationView {
  const allowed = translationLifecycle.allowedActions(row.state, translationContext(row, units, actor));
  return {
    ...presentSummary(row, actor, reading),
    units: units.length,
    etag: etagOf(row.version),
    hash: unitsHash(units),
    note: presentTextOrNull(row.note, reading),
    progress: { done: units.filter(({ gap }) => gap === null).length, total: units.length },
    texts: units.map((unit) => presentUnit(unit, row, names, reading)),
    history: history.map((event) => presentEvent(event, reading)),
    allowedActions: allowed.filter(({ action }) => translationOffers.some((offered) => offered === action)),
  };
}

function presentUnit(
  unit: TranslationUnit,
  { toLang }: Pick<TranslationRow, 'toLang'>,
  names: readonly KnownName[],
  reading: Reading,
): TranslationUnitView {
  const { id, field, path, open, source, target, third, gap, noChange, before } = unit;
  const changed = before !== null && before !== source.text;
  return {
    id,
    etag: etagOf(unit.objectVersion),
    field,
    label: presentText(unit.label, reading),
    path,
    open,
    source,
    target,
    third,
    changes: changed ? [...wordDiff(before, source.text, source.lang)] : null,
    gap,
    amount: { count: unit.amount, unit: amountUnit(source.lang) },
    noChange,
    warnings: target ? textWarnings({ [source.lang]: source.text, [toLang]: target.text }, names) : [],
  };
}

function presentEvent({ event, side, post, params, at }: TranslationEventRow, reading: Reading): TranslationEventView {
  const { reason, lang, unitId, revision } = params;
  return {
    at: at.toISOString(),
    event,
    side,
    post: post && presentPost(post, reading),
    reason: reason && isLanguage(lang) ? presentText(newText(lang, reason), reading) : null,
    unitId: unitId ?? null,
    revision: revision === undefined ? null : Number(revision),
  };
}
