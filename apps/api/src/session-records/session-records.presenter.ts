import {
  commonErrors,
  LANGUAGES,
  sideOrder,
  type Actor,
  type Allowed,
  type Language,
  type LocalizedText,
  type Side,
} from '#core/kernel';
import {
  awaitsConfirmation,
  bracketGroups,
  bracketShape,
  clearanceOf,
  gapsOf,
  isReadyToSign,
  isUnilateral,
  mayDraft,
  nextStep,
  openBracketsOf,
  recordContext,
  recordHash,
  recordLifecycle,
  recordOffers,
  recordPath,
  recordsErrors,
  takesRecords,
  type RecordParagraph,
  type RecordRow,
  type RelatedRecord,
} from '#forum/records';
import type { ProposalRow } from '#forum/two-key';
import type { KeyView } from '../agenda/key.view.js';
import { etagOf, type Reading } from '../http/decorators.js';
import { presentText, presentTextOrNull } from '../http/text.view.js';
import { presentPost } from '../identity/identity.presenter.js';
import { presentProposal } from '../proposals/proposals.presenter.js';
import type {
  RecordItemView,
  RecordLanguageBracketsView,
  RecordSessionView,
  RelatedRecordView,
  SessionRecordParagraphView,
  SessionRecordSummaryView,
  SessionRecordView,
} from './session-records.views.js';

/** What a text is shown with. */
export interface RecordSurroundings {
  readonly session: RecordSessionView | null;
  /** The items of the session that the reader may see. */
  readonly items: readonly { readonly id: string; readonly number: number | null; readonly title: LocalizedText }[];
  readonly proposals: readonly ProposalRow[];
}

/** A text for one reader: their side's key and clearance first, the host's on a neutral page (domain.md 3.7). */
export function presentRecordSummary(record: RecordRow, actor: Actor, reading: Reading): SessionRecordSummaryView {
  return {
    id: record.id,
    etag: etagOf(record.version),
    sessionId: record.sessionId,
    side: record.side,
    kind: record.kind,
    state: record.state,
    audience: record.audience,
    title: presentText(record.title, reading),
    forSignature: record.forSignature,
    adReferendum: record.adReferendum,
    awaitsConfirmation: awaitsConfirmation(record),
    readyToSign: isReadyToSign(record),
    hash: recordHash(record),
    version: record.versionNumber,
    openBrackets: openBracketsOf(record).length,
    openTexts: gapsOf(record).length,
    keys: presentKeys(record, actor, reading),
    clearances: knowsOfKeys(record)
      ? order(record, actor)
          .filter((side) => !isUnilateral(record) || side === record.side)
          .map((side) => ({ side, state: clearanceOf(record, side) }))
      : [],
    annexOf: record.annexOf && presentRelated(record.annexOf, reading),
    corrigendumOf: record.corrigendumOf && presentRelated(record.corrigendumOf, reading),
    corrigendumNumber: record.corrigendumNumber,
    releaseAt: record.releaseAt,
    releasedAt: record.releasedAt,
    notPublic: record.notPublic,
    illustrative: record.illustrative,
  };
}

export function presentRecord(
  record: RecordRow,
  around: RecordSurroundings,
  actor: Actor,
  reading: Reading,
): SessionRecordView {
  const items = around.items.map((item): RecordItemView => ({ ...item, title: presentText(item.title, reading) }));
  const turn = nextStep(record)?.id;
  const { signing } = record;
  return {
    ...presentRecordSummary(record, actor, reading),
    authenticLanguages: inOrder(record, actor),
    prevailingLanguage: record.prevailingLanguage,
    paragraphs: record.paragraphs.map((paragraph) => presentParagraph(paragraph, items, reading)),
    gaps: gapsOf(record),
    chain: record.chain.map((step) => ({ ...step, post: presentPost(step.post, reading), turn: step.id === turn })),
    annexes: record.annexes.map((one) => presentRelated(one, reading)),
    corrigenda: record.corrigenda.map((one) => presentRelated(one, reading)),
    signing: signing && {
      on: signing.on,
      place: signing.place,
      kr: signing.kr && presentPost(signing.kr, reading),
      jp: signing.jp && presentPost(signing.jp, reading),
    },
    sharedAt: record.sharedAt,
    shownAt: isUnilateral(record) ? record.shownAt : null,
    withdrawnAt: record.withdrawnAt,
    showHours: record.showHours,
    session: around.session,
    items,
    proposals: around.proposals.map((row) =>
      presentProposal(row, { title: record.title, path: recordPath(record) }, actor, reading),
    ),
    allowedActions: recordLifecycle
      .allowedActions(record.state, recordContext(record, actor))
      .filter(({ action }) => recordOffers.includes(action)),
  };
}

/** Whether the reader may draft a text for the session. */
export function drafting(session: Parameters<typeof takesRecords>[0], actor: Actor): Allowed[] {
  const reason = !mayDraft(actor)
    ? commonErrors.forbidden.code
    : takesRecords(session)
      ? null
      : recordsErrors.sessionCancelled.code;
  return [{ action: 'draft', allowed: reason === null, reason }];
}

function presentParagraph(
  paragraph: RecordParagraph,
  items: readonly RecordItemView[],
  reading: Reading,
): SessionRecordParagraphView {
  return {
    id: paragraph.id,
    etag: etagOf(paragraph.version),
    kind: paragraph.kind,
    text: presentText(paragraph.text, reading),
    brackets: presentBrackets(paragraph.text),
    agendaItem: items.find(({ id }) => id === paragraph.agendaItemId) ?? null,
    corrects: presentTextOrNull(paragraph.corrects?.text, reading),
  };
}

function presentBrackets(text: LocalizedText): RecordLanguageBracketsView[] {
  const shape = bracketShape(text[text.source]?.text ?? '');
  return LANGUAGES.flatMap((lang) => {
    const words = text[lang]?.text ?? '';
    const groups = bracketGroups(words);
    return groups.length > 0 ? [{ lang, groups, differs: bracketShape(words) !== shape }] : [];
  });
}

const presentRelated = (related: RelatedRecord, reading: Reading): RelatedRecordView => ({
  ...related,
  title: presentText(related.title, reading),
});

const order = (record: RecordRow, actor: Actor) =>
  sideOrder(actor.side ?? 'neutral', record.session?.host ?? undefined);

const HOME: Readonly<Record<Side, Language>> = { kr: 'ko', jp: 'ja' };

/** Authentic languages as the reader's copy names them: the own side's first, English last (domain.md 3.7). */
const inOrder = (record: RecordRow, actor: Actor): Language[] =>
  [...order(record, actor).map((side) => HOME[side]), 'en' as const].filter((lang) =>
    record.authenticLanguages.includes(lang),
  );

/** The public reads what was released and not who turned which key. */
const knowsOfKeys = (record: RecordRow): boolean =>
  record.audience !== 'public' || record.keys.length > 0 || record.clearances.length > 0;

function presentKeys(record: RecordRow, actor: Actor, reading: Reading): KeyView[] {
  if (!knowsOfKeys(record) || isUnilateral(record)) return [];
  return order(record, actor).map((side) => {
    const key = record.keys.find((turned) => turned.side === side);
    return { side, turned: key !== undefined, post: key ? presentPost(key.post, reading) : null, at: key?.at ?? null };
  });
}
