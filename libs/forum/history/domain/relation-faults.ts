import type { FieldFault } from '#core/kernel';
import { lastDay, firstDay } from '#forum/provenance';
import { faultAt } from './history.errors.js';
import type { History } from './history.schema.js';

/** What no single field shows: ends before starts, areas of another instrument, a renamed channel without the event that renames it. */
export function relationFaults(history: History): FieldFault[] {
  return [...bodyFaults(history), ...channelFaults(history), ...sessionFaults(history), ...commitmentFaults(history)];
}

function bodyFaults({ bodies }: History): FieldFault[] {
  return bodies.flatMap(({ valid, successor, id }, index) => {
    const path = `$.bodies[${String(index)}]`;
    const backwards = valid.from !== undefined && valid.to !== undefined && lastDay(valid.to) < firstDay(valid.from);
    return [
      ...(backwards ? [faultAt('endsBeforeStart', `${path}.valid.to`)] : []),
      ...(successor === id ? [faultAt('selfReference', `${path}.successor`, { id })] : []),
    ];
  });
}

/** `한·일 전자상거래 정책협의회 → 한·일 디지털 정책협의회`: one field, two names in turn. */
export const RENAME_ARROW = ' → ';

/** A party is a body's id, or plain words; what looks like an id must be one. */
const BODY_CODE = /^[A-Z]{2,3}-[A-Z]/;

function channelFaults({ channels, bodies }: History): FieldFault[] {
  return channels.flatMap((channel, index) => {
    const path = `$.channels[${String(index)}]`;
    const found = channel.lifecycle.flatMap((event, at) =>
      event.date_end !== undefined && event.date_end < firstDay(event.date.value)
        ? [faultAt('endsBeforeStart', `${path}.lifecycle[${String(at)}].date_end`)]
        : [],
    );
    for (const language of ['ko', 'ja', 'en'] as const) {
      const steps = channel.name[language].split(RENAME_ARROW).length - 1;
      const renamed = channel.lifecycle.filter(({ type }) => type === 'renamed').length;
      if (steps > renamed) found.push(faultAt('renameWithoutEvent', `${path}.name.${language}`));
    }
    const known = new Set(bodies.map(({ id }) => id));
    for (const [at, party] of channel.parties.entries()) {
      if (BODY_CODE.test(party) && !known.has(party))
        found.push(faultAt('unknownId', `${path}.parties[${String(at)}]`, { id: party }));
    }
    for (const field of ['parent', 'derived_from'] as const) {
      if (channel[field] === channel.id) found.push(faultAt('selfReference', `${path}.${field}`, { id: channel.id }));
    }
    return found;
  });
}

function sessionFaults({ sessions }: History): FieldFault[] {
  return sessions.flatMap(({ date, date_end }, index) =>
    date_end !== null && date_end < firstDay(date.value)
      ? [faultAt('endsBeforeStart', `$.sessions[${String(index)}].date_end`)]
      : [],
  );
}

function commitmentFaults({ commitments, instruments }: History): FieldFault[] {
  return commitments.flatMap(({ area, instrument }, index) => {
    if (area === null) return [];
    const path = `$.commitments[${String(index)}].area`;
    if (instrument === null) return [faultAt('areaWithoutInstrument', path, { id: area })];
    const areas = instruments.find(({ id }) => id === instrument)?.areas ?? [];
    return areas.some(({ id }) => id === area) ? [] : [faultAt('unknownArea', path, { id: area, instrument })];
  });
}
