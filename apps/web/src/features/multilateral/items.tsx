import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../shared/i18n/words.js';
import { useSides } from '../../shared/me.js';
import { ProposalPanel } from '../../shared/proposals/proposal-panel.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { Private, SideName, State } from '../../shared/ui/badges.js';
import { Section } from '../../shared/ui/page.js';
import { Empty } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';
import { toast } from '../../shared/ui/toast.js';
import { step, useMeetingWrite, type CommonLine, type Item, type Meeting } from './api.js';
import { LineProposal } from './meeting-proposal.js';
import css from './multilateral.module.css';
import { Earlier, PositionText } from './positions.js';

const AddItemForm = lazy(async () => ({ default: (await import('./item-forms.js')).AddItemForm }));
const EditItemForm = lazy(async () => ({ default: (await import('./item-forms.js')).EditItemForm }));
const PositionForm = lazy(async () => ({ default: (await import('./item-forms.js')).PositionForm }));
const LineForm = lazy(async () => ({ default: (await import('./item-forms.js')).LineForm }));

/** The agenda of the meeting as far as both sides speak about it. */
export function Items({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  return (
    <Section title={t('web-multilateral:items')}>
      {meeting.items.length === 0 ? <Empty>{t('web-multilateral:noItems')}</Empty> : null}
      {meeting.items.map((item) => (
        <ItemCard key={item.id} item={item} />
      ))}
      {adding ? (
        <section className={css.panel}>
          <h3>{t('web-multilateral:act.add-item')}</h3>
          <Suspense>
            <AddItemForm meeting={meeting} onDone={() => setAdding(false)} />
          </Suspense>
        </section>
      ) : (
        <div className={`${css.acts} fd-no-print`}>
          <ActionButton
            may={allowedIn(meeting.allowedActions, 'add-item')}
            variant="default"
            onClick={() => setAdding(true)}
          >
            {t('web-multilateral:act.add-item')}
          </ActionButton>
        </div>
      )}
    </Section>
  );
}

const toneOf = (line: CommonLine): 'plain' | 'open' | 'done' | 'amber' =>
  line === 'none' ? 'plain' : line === 'exchanged' ? 'open' : line === 'opposed' ? 'amber' : 'done';

function ItemCard({ item }: { item: Item }) {
  const { t } = useTranslation();
  // Kept here: the card moves out of its private frame once the item is shared, and what was just opened stays open.
  const [mode, setMode] = useState<Mode | null>(null);
  const draft = item.state === 'draft';
  const card = (
    <article className={css.item} id={`item-${item.id}`} data-draft={draft || undefined}>
      <header className={css.itemHead}>
        <h3>
          {item.number ? `${item.number} ` : null}
          <Words value={item.title} />
        </h3>
        <State tone={toneOf(item.commonLine)}>{t(`web-multilateral:line.${item.commonLine}`)}</State>
      </header>
      {item.lineText ? (
        <div className={css.line}>
          <strong>{t('web-multilateral:field.lineText')}</strong>
          <p className={css.text}>
            <Words value={item.lineText} />
          </p>
        </div>
      ) : null}
      {draft ? null : (
        <ProposalPanel
          subjectType="multilateral_meeting"
          subjectId={item.id}
          titleOf={() => t('web-multilateral:proposal.line')}
          render={(proposal) => <LineProposal proposal={proposal} />}
        />
      )}
      {draft ? null : <BothPositions item={item} />}
      {item.draft ? (
        <Private label={t('web-multilateral:draftPosition')}>
          <PositionText position={item.draft} />
        </Private>
      ) : null}
      <ItemActs item={item} mode={mode} setMode={setMode} />
      <Earlier positions={item.earlier} />
    </article>
  );
  return draft ? <Private label={t('web-multilateral:private')}>{card}</Private> : card;
}

/** Both sides beside each other, the reader's own first; what was not exchanged is only said to be missing. */
function BothPositions({ item }: { item: Item }) {
  const { t } = useTranslation();
  const sides = useSides(item.side);
  return (
    <div className={css.positions}>
      {sides.map((side) => {
        const position = item.positions.find((one) => one.side === side);
        return (
          <section key={side} className={css.position}>
            <h4>
              <SideName side={side} />
            </h4>
            {position ? (
              <PositionText position={position} />
            ) : (
              <p className={css.muted}>{t('web-multilateral:noPosition')}</p>
            )}
          </section>
        );
      })}
    </div>
  );
}

type Mode = 'edit' | 'draft-position' | 'edit-position' | 'propose-line';
const MODES: readonly Mode[] = ['edit', 'draft-position', 'edit-position', 'propose-line'];

interface Acting {
  readonly item: Item;
  readonly mode: Mode | null;
  readonly setMode: (mode: Mode | null) => void;
}

function ItemActs({ item, mode, setMode }: Acting) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const write = useMeetingWrite();
  const done = (): void => setMode(null);
  const may = (action: string) => allowedIn(item.allowedActions, action);
  if (mode) {
    return (
      <section className={css.panel}>
        <h3>{t(`web-multilateral:act.${mode}`)}</h3>
        <Suspense>
          {mode === 'edit' ? <EditItemForm item={item} onDone={done} /> : null}
          {mode === 'draft-position' || mode === 'edit-position' ? <PositionForm item={item} onDone={done} /> : null}
          {mode === 'propose-line' ? <LineForm item={item} onDone={done} /> : null}
        </Suspense>
      </section>
    );
  }
  const send = (path: string, etag: string, word: string): void =>
    void write.mutateAsync(step(path, etag)).then(
      () => toast(t(`web-multilateral:done.${word}`)),
      () => {
        // The refusal is shown beneath the buttons.
      },
    );
  const { draft } = item;
  return (
    <>
      <div className={`${css.acts} fd-no-print`}>
        <ActionButton
          may={may('exchange')}
          loading={write.isPending}
          onClick={() => send(`/multilateral-items/${item.id}/exchange`, item.etag, 'shared')}
        >
          {t('web-multilateral:act.exchange')}
        </ActionButton>
        {draft ? (
          <ActionButton
            may={may('exchange-position')}
            loading={write.isPending}
            onClick={() => send(`/multilateral-positions/${draft.id}/exchange`, draft.etag, 'exchanged')}
          >
            {t('web-multilateral:act.exchange-position')}
          </ActionButton>
        ) : null}
        {MODES.filter((name) => may(name)?.allowed).map((name) => (
          <ActionButton key={name} may={may(name)} variant="default" onClick={() => setMode(name)}>
            {t(`web-multilateral:act.${name}`)}
          </ActionButton>
        ))}
        <ActionButton
          may={may('withdraw')}
          variant="default"
          loading={write.isPending}
          onClick={() => send(`/multilateral-items/${item.id}/withdraw`, item.etag, 'withdrawn')}
        >
          {t('web-multilateral:act.withdraw')}
        </ActionButton>
      </div>
      {write.error ? <p role="alert">{textOf(write.error)}</p> : null}
    </>
  );
}
