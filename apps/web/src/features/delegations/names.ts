import { formatName } from '#core/i18n';
import type { Language } from '#core/kernel';
import { valueOf } from '../../shared/forms/form.js';
import { textIn } from '../../shared/texts.js';
import { SCRIPTS, type Member } from './api.js';

interface Marked {
  text: string;
  lang: Language;
}

/** Family and given name by script, as typed into `names.<script>.family` and `.given`; scripts left empty are not given. */
export function namesOf(data: FormData): Member['names'] {
  const names: Member['names'] = {};
  for (const script of SCRIPTS) {
    const family = valueOf(data, `names.${script}.family`);
    const given = valueOf(data, `names.${script}.given`);
    if (family || given) names[script] = { family, given };
  }
  return names;
}

/** The same the other way round, for a form's first values. */
export function nameFields(names: Member['names']): Record<string, string> {
  return Object.fromEntries(
    SCRIPTS.flatMap((script) => [
      [`names.${script}.family`, names[script]?.family ?? ''],
      [`names.${script}.given`, names[script]?.given ?? ''],
    ]),
  );
}

/** A person's name for a reader; null when none was given: then the post stands for the person. */
export function nameIn(names: Member['names'], lang: Language): Marked | null {
  const { text, lang: of } = formatName(names, lang);
  return text ? { text, lang: of } : null;
}

/** What stands on a plate: the badge name as given, else the name in the reader's script, else the post. */
export function plateName(member: Member, lang: Language): Marked {
  const badge = member.badge[lang];
  if (badge) return { text: badge, lang };
  const title = textIn(member.post.title, lang) ?? member.post.title;
  return nameIn(member.names, lang) ?? { text: title.text, lang: title.lang };
}

/** The instant of a wall clock in a zone; the clock's own offset is read off it. */
export function instantAt(day: string, time: string, zone: string): string {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  if (Number.isNaN(asUtc)) return `${day}T${time}`;
  return new Date(asUtc - (Date.parse(`${wallClock(new Date(asUtc).toISOString(), zone)}:00Z`) - asUtc)).toISOString();
}

/** `YYYY-MM-DDTHH:MM` on a clock in the zone. */
export function wallClock(at: string, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(new Date(at));
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}`;
}
