import { useState } from 'react';
import type { ReminderRule, ReminderRuleValues, ReminderRules } from '../../shared/api/types.js';
import { dropDraft, keepDraft, readDraft } from '../../shared/forms/drafts.js';

/** A rule as the API takes it. */
export type WantedRule = ReminderRuleValues & { code: string };

export const valuesOf = ({
  offset,
  remindAt,
  escalations,
  delivery,
  enabled,
}: ReminderRuleValues): ReminderRuleValues => ({ offset, remindAt, escalations, delivery, enabled });

/** Order says nothing about whom a day reaches. */
const settled = (values: ReminderRuleValues): string => {
  const { escalations, ...rest } = valuesOf(values);
  return JSON.stringify([rest, escalations.map(({ at, to }) => `${String(at)} ${to}`).sort()]);
};
export const isSame = (one: ReminderRuleValues, other: ReminderRuleValues): boolean => settled(one) === settled(other);

export interface Wanted {
  /** The rules with what is wanted of them. */
  readonly rules: ReminderRule[];
  /** Those that shall differ from the standard: what is previewed and proposed. */
  readonly body: WantedRule[];
  /** How many differ from what holds now. */
  readonly changes: number;
  readonly set: (code: string, values: ReminderRuleValues) => void;
  readonly allStandard: () => void;
  readonly drop: () => void;
}

/** What is wanted otherwise, kept in this browser until it is proposed or thrown away. */
export function useWanted(held: ReminderRules): Wanted {
  const key = `reminder-rules.${held.channelId}`;
  const [edited, setEdited] = useState<Record<string, ReminderRuleValues>>(() => keptIn(key, held));
  const keep = (next: Record<string, ReminderRuleValues>): void => {
    setEdited(next);
    keepDraft(key, { etag: held.etag, rules: JSON.stringify(next) });
  };
  const rules = held.rules.map((rule) => {
    const values = edited[rule.code] ?? valuesOf(rule);
    return { ...rule, ...values, changed: !isSame(values, rule.standard) };
  });
  return {
    rules,
    body: rules.filter(({ changed }) => changed).map((rule) => ({ code: rule.code, ...valuesOf(rule) })),
    changes: rules.filter((rule, index) => {
      const now = held.rules[index];
      return now !== undefined && !isSame(rule, now);
    }).length,
    set: (code, values) => keep({ ...edited, [code]: values }),
    allStandard: () => keep(Object.fromEntries(held.rules.map(({ code, standard }) => [code, standard]))),
    drop: () => {
      setEdited({});
      dropDraft(key);
    },
  };
}

/** Whether something was wanted here before and not proposed. */
export const isKept = (held: ReminderRules): boolean =>
  Object.keys(keptIn(`reminder-rules.${held.channelId}`, held)).length > 0;

/** What was wanted of rules that were agreed on otherwise since is not theirs any more. */
function keptIn(key: string, held: ReminderRules): Record<string, ReminderRuleValues> {
  const kept = readDraft(key);
  if (!kept || kept['etag'] !== held.etag) return {};
  return JSON.parse(kept['rules'] ?? '{}') as Record<string, ReminderRuleValues>;
}
