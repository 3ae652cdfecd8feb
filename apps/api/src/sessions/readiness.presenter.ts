import { isSide, sideOrder, type Actor, type Side } from '#core/kernel';
import type { Block, Deadline } from '#forum/sessions';
import type { BlockView, ReadinessView } from './sessions.dto.js';

/**
 * What is open, with who has to act and by when, as one object: for the session's page and the page its head of delegation prints.
 * What is said of one side stands in the reader's order of the sides, before what is said of both.
 */
export function presentOpen(
  blocks: readonly Block[],
  session: { readonly host: Side | null },
  deadlines: readonly Deadline[],
  actor: Actor,
): ReadinessView {
  const order = sideOrder(actor.side ?? 'neutral', session.host ?? undefined);
  const views = blocks.map((block): BlockView => {
    const deadline = deadlines.find(({ rule }) => rule === block.rule);
    const sides = actingSides(block, deadline, session.host);
    return {
      code: block.code,
      params: block.params,
      due: deadline?.date ?? null,
      sides: order.filter((side) => sides.includes(side)),
    };
  });
  const place = ({ params }: BlockView): number =>
    isSide(params['side']) ? order.indexOf(params['side']) : order.length;
  return {
    ready: blocks.length === 0,
    blocks: [...views].sort((one, other) => place(one) - place(other)),
    counts: order.map((side) => ({ side, open: views.filter(({ sides }) => sides.includes(side)).length })),
  };
}

/** The side the block itself names, else whom the deadline names, else both. */
function actingSides({ params }: Block, deadline: Deadline | undefined, host: Side | null): readonly Side[] {
  if (isSide(params['side'])) return [params['side']];
  return deadline?.owner === 'host_secretariat' && host !== null ? [host] : ['kr', 'jp'];
}
