import { useTranslation } from 'react-i18next';
import type { TextView } from '../../shared/api/types.js';
import { Illustrative, Ladder } from '../../shared/ui/badges.js';
import { KnownDate } from '../../shared/ui/dates.js';
import { Words } from '../../shared/ui/text.js';
import type { TimelineMark } from './marks.js';
import css from './picture.module.css';

/** What the mark under the pointer or the focus says; it keeps its place so that nothing moves. */
export function MarkNote({ mark, name }: { mark: TimelineMark | null; name: TextView | null }) {
  const { t } = useTranslation();
  return (
    <div className={css.note} aria-live="polite">
      {mark && name ? (
        <>
          <p className={css.noteHead}>
            <KnownDate date={mark.date} /> · {t(`web-words:event.${mark.type}`)} · <Words value={name} marks={false} />{' '}
            <Illustrative show={mark.session?.illustrative ?? false} />
          </p>
          {mark.event?.text ? (
            <p>
              <Words value={mark.event.text} />
            </p>
          ) : mark.session ? (
            <p>
              <Words value={mark.session.title} />
            </p>
          ) : null}
          {mark.session ? (
            <Ladder level={mark.session.level} nominal={mark.session.nominalLevel} held={mark.shape === 'held'} />
          ) : null}
        </>
      ) : (
        <p className={css.hint}>{t('web-channels:pictureHint')}</p>
      )}
    </div>
  );
}
