import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { LANGUAGE_NAMES } from '../../shared/i18n/language.js';
import { useZone } from '../../shared/me.js';
import { Private, SideName } from '../../shared/ui/badges.js';
import { Due, Moment } from '../../shared/ui/dates.js';
import { Facts, Page, Section } from '../../shared/ui/page.js';
import { Answer } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';
import { Acts } from './acts.js';
import { useTranslationOf, type Translation, type TranslationEvent } from './api.js';
import { Files } from './files.js';
import { Amount, isDone, Pair, StateMarks, Subject, Translator } from './marks.js';
import css from './translation.module.css';
import { UnitList } from './unit-list.js';

/** One request: what stands, who works, the texts side by side, what happened. */
export function TranslationPage() {
  const { id = '' } = useParams();
  return <Answer read={useTranslationOf(id)}>{(data) => <Request key={data.id} translation={data} />}</Answer>;
}

function Request({ translation }: { translation: Translation }) {
  const { t } = useTranslation();
  const { done, total } = translation.progress;
  const { session, fromLang, toLang } = translation;
  return (
    <Page
      title={[
        t(`web-translation:subject.${translation.subjectType}`),
        `${LANGUAGE_NAMES[fromLang]} → ${LANGUAGE_NAMES[toLang]}`,
      ].join(' ')}
      heading={<Subject row={translation} marks />}
      trail={[{ to: '/translations', label: t('web-translation:title') }]}
      aside={<StateMarks row={translation} />}
      meta={
        <>
          <Pair from={fromLang} to={toLang} />
          <Due date={translation.dueOn} days={translation.daysLeft} done={isDone(translation.state)} />
          <span>
            <Amount amount={translation.amount} />
          </span>
        </>
      }
    >
      {translation.audience === 'joint' ? null : <Private>{t('web-translation:inside')}</Private>}
      <Facts
        rows={[
          [
            t('web-translation:session'),
            session ? (
              <Link to={`/sessions/${session.id}`}>
                <Words value={session.title} marks={false} />
              </Link>
            ) : null,
          ],
          [
            t('web-translation:requester'),
            <>
              <SideName side={translation.requestedSide} />{' '}
              {translation.requestedBy ? <Words value={translation.requestedBy.title} marks={false} /> : null}
            </>,
          ],
          [t('web-translation:translator'), <Translator translator={translation.translator} />],
          [
            t('web-translation:checker'),
            translation.checker ? (
              <>
                <Words value={translation.checker.body} marks={false} />{' '}
                <Words value={translation.checker.title} marks={false} />
              </>
            ) : (
              t('web-translation:anybody')
            ),
          ],
          [t('web-translation:note'), translation.note ? <Words value={translation.note} /> : null],
        ]}
      />
      <Acts translation={translation} />
      <Section
        title={t('web-translation:texts')}
        aside={
          <span className={css.progress}>
            <progress max={total} value={done} aria-label={t('web-translation:progressLabel')} />
            {t('web-translation:progress', { done, total })}
          </span>
        }
      >
        <UnitList translation={translation} />
      </Section>
      <Files translation={translation} />
      <Section title={t('web-translation:history')}>
        <History events={translation.history} translation={translation} />
      </Section>
    </Page>
  );
}

function History({ events, translation }: { events: TranslationEvent[]; translation: Translation }) {
  const { t } = useTranslation();
  const zone = useZone();
  return (
    <ol className={css.history}>
      {events.map((event, index) => {
        const unit = translation.texts.find((one) => one.id === event.unitId);
        return (
          <li key={index}>
            <strong>{t(`web-translation:event.${event.event}`)}</strong>{' '}
            {unit ? <Words value={unit.label} marks={false} /> : null}
            {event.revision === null ? null : (
              <span className={css.small}> {t('web-translation:revision', { revision: event.revision })}</span>
            )}
            {event.reason ? (
              <p className={css.reason}>
                <Words value={event.reason} />
              </p>
            ) : null}
            <span className={css.when}>
              <Moment at={event.at} zone={zone} /> {event.side ? <SideName side={event.side} /> : null}{' '}
              {event.post ? <Words value={event.post.title} marks={false} /> : null}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
