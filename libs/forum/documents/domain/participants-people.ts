import { formatName, type PersonName } from '#core/i18n';
import type { Language, Side } from '#core/kernel';
import type { Line, ModelRun } from '#platform/documents';
import type { CompanyPersonRow, DelegationListRow, InterpretationRow, MemberRow } from '#forum/delegations';
import type { SessionHead } from './documents.types.js';
import { lineOf, run, textRuns, word } from './words.js';

export interface ParticipantsToPrint {
  readonly session: SessionHead;
  readonly lists: readonly DelegationListRow[];
  readonly interpreters: InterpretationRow['interpreters'];
  readonly companyPeople: readonly CompanyPersonRow[];
}

/** One person on the list. */
export interface Person {
  readonly role: (lang: Language) => Line;
  readonly words: (lang: Language, columns: readonly Language[]) => Line;
}

/** A side's people in the order it gave, its interpreters after them. */
export function peopleOf({ lists, interpreters, session }: ParticipantsToPrint, side: Side): Person[] {
  const members = lists.find((list) => list.side === side)?.members ?? [];
  return [
    ...members.map((member) => ({
      role: (lang: Language) => lineOf(run(word(lang, `documents:role.${member.role}`), lang)),
      words: (lang: Language, columns: readonly Language[]) => memberLine(member, lang, columns, session.host),
    })),
    ...interpreters
      .filter((person) => person.side === side)
      .map((person) => ({
        role: (lang: Language) => lineOf(run(word(lang, 'documents:role.interpreter'), lang)),
        words: (lang: Language) => lineOf(...nameRuns(person.names, lang), ...bracketed(person.agency, lang)),
      })),
  ];
}

/** Body, post and name in the order of each language (domain.md 6). */
function memberLine(member: MemberRow, lang: Language, columns: readonly Language[], host: Side | null): Line {
  const place = { lang, host, columns };
  const body = textRuns(member.post.body, place);
  const post = textRuns(member.post.title, place);
  const name = nameRuns(member.names, lang);
  const parts = (lang === 'en' ? [name, post, body] : [body, post, name]).filter((part) => part.length > 0);
  const between = lang === 'en' ? ', ' : ' ';
  return lineOf(...parts.flatMap((part, at) => (at === 0 ? part : [run(between, lang), ...part])));
}

export function nameRuns(names: PersonName, lang: Language): ModelRun[] {
  const { text, lang: real } = formatName(names, lang);
  return text === '' ? [] : [run(text, real, { strong: true })];
}

const bracketed = (text: string, lang: Language): ModelRun[] => (text === '' ? [] : [run(` (${text})`, lang)]);
