import { recordStates } from '../domain/record.lifecycle.js';
import { minutesKinds } from '../domain/record.types.js';

/** What of a session's texts is done, as both sides can see it. */
export interface TextsDone {
  /** Minutes lie before both sides. */
  readonly minutesDrafted: boolean;
  readonly minutesAgreed: boolean;
  /** There is a shared text for signature, and no bracket stands in any; ad referendum holds nothing up. */
  readonly bracketsSettled: boolean;
  /** There is a shared press text, and each is final or cleared by both sides. */
  readonly pressCleared: boolean;
}

/** SQL: nothing else in a kept text is a bracket (domain/brackets.ts), nor in the shape it is stored in. */
export const bracketed = (text: string): string => `${text}::text like '%[%'`;

const list = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(',');
const open = `('drafting','exchanged','in_negotiation','withdrawn')`;
const settled = list(recordStates.filter((state) => !open.includes(`'${state}'`)));

/** SQL for `TextsDone` of a session, as jsonb; whoever asks sees the texts of both sides and counts no draft. @param session SQL for its id */
export function textsDoneAs(session: string): string {
  return `(select jsonb_build_object(
      'minutesDrafted', coalesce(bool_or(t.kind in (${list(minutesKinds)})), false),
      'minutesAgreed', coalesce(bool_or(t.kind in (${list(minutesKinds)}) and t.state in (${settled})), false),
      'bracketsSettled', coalesce(bool_and(t.state in (${settled}) or t.ad_referendum or not (${bracketed('t.title')}
          or exists (select 1 from forum.record_paragraph p where p.record_id = t.id and p.removed_at is null and ${bracketed('p.text')})))
          filter (where t.for_signature), false),
      'pressCleared', coalesce(bool_and(t.state in (${settled})) filter (where t.kind = 'joint_press_release'), false))
    from forum.record t
   where t.session_id = ${session} and t.corrigendum_of_id is null and t.audience not in ('kr','jp') and t.state not in ('drafting','withdrawn'))`;
}
