import type { Actor, LifecycleContext } from '#core/kernel';
import { agendaErrors } from './agenda.errors.js';
import { agendaGaps } from './agenda-content.js';
import { isOnAgenda, type AgendaItemRow, type AgendaRow } from './agenda.types.js';
import { gapFaults, machineTexts } from './gap-faults.js';

type AgendaWho = 'drafter' | 'secretariat' | 'head' | 'system';
type AgendaGuard =
  | 'ownDraftsExist'
  | 'noMachineText'
  | 'itemsExist'
  | 'ownKeyFree'
  | 'ownKeyTurned'
  | 'noGaps'
  | 'signedByBoth'
  | 'notPublic';

/** Who the actor is to an agenda and what holds of it (domain.md 2 and 3.6). */
export function agendaContext(
  agenda: AgendaRow,
  actor: Actor,
  system = false,
): LifecycleContext<AgendaWho, AgendaGuard> {
  const drafts = agenda.items.filter((item) => item.audience === actor.side);
  const ownKey = agenda.keys.some((key) => key.side === actor.side);
  return {
    is: {
      drafter: () => isDrafter(actor),
      secretariat: () => hasRole(actor, 'secretariat'),
      head: () => hasRole(actor, 'head'),
      system: () => system,
    },
    guards: {
      ownDraftsExist: () => (drafts.length === 0 ? agendaErrors.nothingToExchange() : null),
      noMachineText: () => {
        const count = machineTexts(drafts);
        return count > 0 ? agendaErrors.machineText({ count }) : null;
      },
      itemsExist: () =>
        agenda.items.some((item) => item.kind === 'item' && isOnAgenda(item)) ? null : agendaErrors.noItems(),
      ownKeyFree: () => (ownKey ? agendaErrors.keyAlreadyTurned() : null),
      ownKeyTurned: () => (ownKey ? null : agendaErrors.keyNotTurned()),
      noGaps: () => {
        const gaps = agendaGaps(agenda.items);
        return gaps.length > 0 ? agendaErrors.textsOpen({ count: gaps.length }, gapFaults(agenda.items, gaps)) : null;
      },
      signedByBoth: () => (agenda.state === 'agreed' || agenda.state === 'adopted' ? null : agendaErrors.notAgreed()),
      notPublic: () => (agenda.audience === 'public' ? agendaErrors.alreadyPublished() : null),
    },
  };
}

type ItemWho = 'drafter' | 'secretariat' | 'head' | 'translator' | 'system';

/** Who the actor is to one item. A draft of the other side is never loaded, so it needs no rule here. */
export function itemContext(
  item: AgendaItemRow,
  actor: Actor,
  system = false,
): LifecycleContext<ItemWho, 'ownProposal' | 'isItem'> {
  return {
    is: {
      drafter: () => isDrafter(actor),
      secretariat: () => hasRole(actor, 'secretariat'),
      head: () => hasRole(actor, 'head'),
      translator: () =>
        actor.roles.includes('interpreter') || hasRole(actor, 'secretariat') || hasRole(actor, 'official'),
      system: () => system,
    },
    guards: {
      ownProposal: () => (item.proposer === actor.side ? null : agendaErrors.onlyProposerWithdraws()),
      isItem: () => (item.kind === 'item' ? null : agendaErrors.notForKind({ kind: item.kind })),
    },
  };
}

function hasRole(actor: Actor, role: 'secretariat' | 'head' | 'official' | 'delegate'): boolean {
  return actor.side !== null && actor.roles.includes(role);
}

/** domain.md 2: secretariat, official, head and delegate draft for their own side. */
function isDrafter(actor: Actor): boolean {
  return (['secretariat', 'official', 'head', 'delegate'] as const).some((role) => hasRole(actor, role));
}
