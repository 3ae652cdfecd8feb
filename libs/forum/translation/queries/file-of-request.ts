import { createTranslator, formatDate } from '#core/i18n';
import { readText, type Actor, type LocalizedText } from '#core/kernel';
import type { Reader } from '#platform/database';
import type { SentFile, SentUnit, TableHeads } from '#platform/translation-files';
import { sessionTitle } from '#forum/sessions';
import type { TranslationUnit } from '../domain/translation.types.js';
import { findTranslation } from './list-translations.js';
import { unitsOfRequest } from './units-of-request.js';

/** A request as an office that works offline gets it, with the heads of a table in the language it writes. */
export interface RequestFile {
  readonly sent: SentFile;
  readonly heads: TableHeads;
}

/** The file of a request with the texts the actor may see; undefined when there is none to see. Withdrawn and fixed texts stay out. */
export async function fileOfRequest(reader: Reader, actor: Actor, id: string): Promise<RequestFile | undefined> {
  const row = await findTranslation(reader, actor, id);
  const found = row && (await unitsOfRequest(reader, id));
  if (!found) return undefined;
  const { fromLang: from, toLang: to } = row;
  const { t } = createTranslator(to);
  const about: LocalizedText | null = row.label ?? (row.session && sessionTitle(row.session, actor.side));
  const notes = [
    t('translation-files:words.notes.due', { date: formatDate(row.dueOn, to) }),
    t('translation-files:words.notes.fill'),
    t('translation-files:words.notes.glossary'),
    t('translation-files:words.notes.checked'),
    ...(row.note ? [readText(row.note, to).text] : []),
  ];
  const language = (lang: typeof from) => t(`translation-files:words.languages.${lang}`);
  return {
    sent: {
      requestId: row.id,
      from,
      to,
      title: t('translation-files:words.title', { title: about ? readText(about, to).text : '' }),
      notes,
      units: found.units.filter((unit) => unit.open).map((unit) => asSent(unit, from)),
    },
    heads: {
      code: t('translation-files:words.code'),
      source: t('translation-files:words.source', { language: language(from) }),
      target: t('translation-files:words.target', { language: language(to) }),
    },
  };
}

const states = { draft: 'translated', machine: 'translated', checked: 'reviewed', authentic: 'final' } as const;

function asSent(unit: TranslationUnit, from: SentFile['from']): SentUnit {
  const { id, label, source, target } = unit;
  return {
    id,
    label: readText(label, from).text,
    source: source.text,
    revision: source.revision,
    target: target?.text ?? null,
    state: target ? states[target.status] : 'initial',
    machine: target?.status === 'machine',
    stale: target !== null && target.of < source.revision,
  };
}
