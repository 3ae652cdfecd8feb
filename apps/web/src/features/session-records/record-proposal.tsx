import { useTranslation } from 'react-i18next';
import type { Proposal, Side } from '../../shared/api/types.js';
import { useSides, useZone } from '../../shared/me.js';
import { SideName } from '../../shared/ui/badges.js';
import { Day, Moment } from '../../shared/ui/dates.js';
import { Facts } from '../../shared/ui/page.js';
import { Words } from '../../shared/ui/text.js';
import { usePosts } from './api.js';
import css from './session-records.module.css';

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** What is proposed about a text: always on exactly its words. */
export function RecordProposal({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  const zone = useZone();
  const sides = useSides();
  const { content, kind } = proposal;
  const at = textOf(content['at']);
  const on = textOf(content['on']);
  const step = kind.replace('record.', '');
  return (
    <>
      <p>
        {t(
          kind === 'record.release' && at === null
            ? 'web-session-records:about.release-cancel'
            : `web-session-records:about.${step}`,
        )}
      </p>
      <Facts
        rows={[
          [t('web-session-records:release.minute'), at ? <Moment key="at" at={at} zone={zone} /> : null],
          [t('web-session-records:field.signedOn'), on ? <Day key="on" date={on} /> : null],
          [t('web-session-records:field.place'), textOf(content['place'])],
          ...(on
            ? sides.map((side): readonly [string, React.ReactNode] => [
                t(side === 'kr' ? 'web-session-records:field.signatoryKr' : 'web-session-records:field.signatoryJp'),
                <Signatory key={side} side={side} id={textOf(content[`${side}PostId`]) ?? ''} />,
              ])
            : []),
        ]}
      />
      <p className={css.hash}>
        <span className={css.muted}>{t('web-session-records:hash')}</span>{' '}
        <code>{(textOf(content['hash']) ?? '').slice(0, 16)}</code>
      </p>
    </>
  );
}

function Signatory({ side, id }: { side: Side; id: string }) {
  const post = usePosts(side).data?.items.find((one) => one.id === id);
  if (!post) return <SideName side={side} />;
  return (
    <>
      <Words value={post.body} marks={false} /> <Words value={post.title} marks={false} />
    </>
  );
}
