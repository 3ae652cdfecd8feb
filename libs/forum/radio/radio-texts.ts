import { commonErrors, confirmNoChange, translateText, type LocalizedText } from '#core/kernel';
import type { Reader, Tx } from '#platform/database';
import { registerTranslatable, type TranslatableObject, type WriteTranslation } from '#forum/translation';
import { radioContext } from './domain/radio-context.js';
import { radioErrors } from './domain/radio.errors.js';
import { radioLifecycle } from './domain/radio.lifecycle.js';
import { aboutRadio, isShared, lockRadioIssue, touchRadioIssue } from './persistence/radio.repository.js';
import { radioPath } from './queries/describe-radio-issue.js';
import { radioChanged, radioDrafted, radioPositionWritten, radioReported, radioTranslated } from './radio.events.js';

const FIELDS = ['title', 'regions', 'stations'] as const;
type Field = (typeof FIELDS)[number];

/** Puts titles, places, stations and positions of cases before the translation desk. */
export function connectRadioToTranslation(): void {
  registerTranslatable({
    subjectType: 'radio_issue',
    containerType: 'radio_issue',
    ofContainer: (reader, id) => issues(reader, [id]),
    find: issues,
    write: translateIssue,
    changedBy: [radioDrafted, radioReported, radioChanged],
  });
  registerTranslatable({
    subjectType: 'radio_position',
    containerType: 'radio_position',
    ofContainer: (reader, id) => positions(reader, [id]),
    find: positions,
    write: translatePosition,
    changedBy: [radioPositionWritten],
  });
}

interface IssueTexts extends Record<Field, LocalizedText | null> {
  readonly id: string;
  readonly version: number;
  readonly audience: TranslatableObject['audience'];
  readonly status: string;
  readonly title: LocalizedText;
}

async function issues(reader: Reader, ids: readonly string[]): Promise<TranslatableObject[]> {
  const rows = await reader.query<IssueTexts>(
    `select i.id, i.version, i.audience, i.status, i.title, i.regions, i.stations from forum.radio_issue i
      where i.id = any ($1::uuid[]) order by i.position, i.id`,
    [ids],
  );
  return rows.map((row) => ({
    id: row.id,
    containerId: row.id,
    version: row.version,
    audience: row.audience,
    label: row.title,
    path: radioPath(row.id),
    sessionId: null,
    open: row.status !== 'withdrawn',
    texts: FIELDS.flatMap((field) => {
      const text = row[field];
      return text ? [{ field, text }] : [];
    }),
  }));
}

interface PositionTexts {
  readonly id: string;
  readonly issueId: string;
  readonly version: number;
  readonly audience: TranslatableObject['audience'];
  readonly text: LocalizedText;
  readonly title: LocalizedText;
  readonly replaced: boolean;
}

async function positions(reader: Reader, ids: readonly string[]): Promise<TranslatableObject[]> {
  const rows = await reader.query<PositionTexts>(
    `select p.id, p.radio_issue_id as "issueId", p.version, p.audience, p.text, i.title, p.replaced_at is not null as replaced
       from forum.radio_position p join forum.radio_issue i on i.id = p.radio_issue_id where p.id = any ($1::uuid[]) order by p.id`,
    [ids],
  );
  return rows.map((row) => ({
    id: row.id,
    containerId: row.id,
    version: row.version,
    audience: row.audience,
    label: row.title,
    path: `${radioPath(row.issueId)}#positions`,
    sessionId: null,
    open: !row.replaced,
    texts: [{ field: 'text', text: row.text }],
  }));
}

/** @throws radio.machineText for what both sides see, radio.revisionMoved, common.notFound, common.staleVersion, common.forbidden */
async function translateIssue(tx: Tx, { id, version, field, lang, work }: WriteTranslation): Promise<void> {
  const name = FIELDS.find((one) => one === field);
  const issue = await lockRadioIssue(tx, id, version);
  const text = name && issue[name];
  if (!text) throw commonErrors.notFound();
  radioLifecycle.step(issue.status, 'translate', radioContext(issue, tx.actor));
  await tx.query(`update forum.radio_issue set ${name} = $2 where id = $1`, [
    id,
    translated(text, lang, work, isShared(issue)),
  ]);
  await touchRadioIssue(tx, id);
  await tx.publish(radioTranslated, { radioIssueId: id }, aboutRadio(issue));
}

/** A position is worded by its own side, once both see it by interpreters too. @throws radio.positionNotFound, radio.machineText, radio.revisionMoved, common.staleVersion, common.forbidden */
async function translatePosition(tx: Tx, { id, version, field, lang, work }: WriteTranslation): Promise<void> {
  const [row] = await tx.query<{ issueId: string }>(
    'select p.radio_issue_id as "issueId" from forum.radio_position p where p.id = $1',
    [id],
  );
  if (!row || field !== 'text') throw radioErrors.positionNotFound();
  const issue = await lockRadioIssue(tx, row.issueId);
  const position = issue.positions.find((one) => one.id === id);
  if (!position) throw radioErrors.positionNotFound();
  if (tx.actor.side !== null && tx.actor.side !== position.side) throw commonErrors.forbidden();
  if (position.version !== version) throw commonErrors.staleVersion();
  radioLifecycle.step(issue.status, 'translate', radioContext(issue, tx.actor));
  const shared = position.exchangedAt !== null;
  await tx.query(
    'update forum.radio_position set text = $2, version = version + 1, updated_at = forum.now() where id = $1',
    [id, translated(position.text, lang, work, shared)],
  );
  await tx.publish(radioTranslated, { radioIssueId: issue.id }, aboutRadio(issue, shared ? undefined : position.side));
}

/** Machine text is never shown to the other side (domain.md 7). */
function translated(
  text: LocalizedText,
  lang: WriteTranslation['lang'],
  work: WriteTranslation['work'],
  shared: boolean,
): LocalizedText {
  if (work === 'no-change') return confirmNoChange(text, lang);
  if (work.ofRevision !== text.revision) throw radioErrors.revisionMoved({ revision: text.revision });
  if (shared && work.status === 'machine') throw radioErrors.machineText();
  return translateText(text, lang, work.text, work.status, work.ofRevision);
}
