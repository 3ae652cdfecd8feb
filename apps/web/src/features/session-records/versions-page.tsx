import { formatDateTime } from '#core/i18n';
import { LANGUAGES } from '#core/kernel';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { List } from '../../shared/api/types.js';
import { LANGUAGE_NAMES, useLanguage } from '../../shared/i18n/language.js';
import { useZone } from '../../shared/me.js';
import { SideName } from '../../shared/ui/badges.js';
import { FilterSelect, useFilters } from '../../shared/ui/filters.js';
import { Page, Section } from '../../shared/ui/page.js';
import { Answer, Empty } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';
import { WordMarks } from '../../shared/ui/word-marks.js';
import { useDiff, useRecord, useVersions, type RecordDiff, type RecordVersion } from './api.js';
import css from './session-records.module.css';
import { Title } from './title.js';

/** The versions of a text, who turned which key on which, and what changed between any two. */
export function VersionsPage() {
  const { t } = useTranslation();
  const { id = '', recordId = '' } = useParams();
  const record = useRecord(recordId).data;
  const versions = useVersions(recordId);
  return (
    <Page
      title={t('web-session-records:versions.title')}
      trail={[
        { to: `/sessions/${id}/texts`, label: t('web-session-records:tab') },
        {
          to: `/sessions/${id}/texts/${recordId}`,
          label: record ? (
            <Title value={record.title} host={record.session?.host ?? null} />
          ) : (
            t('web-session-records:versions.back')
          ),
        },
      ]}
    >
      <Answer read={versions} head={false} rows={4}>
        {(list) => <Versions list={list} />}
      </Answer>
    </Page>
  );
}

function Versions({ list }: { list: List<RecordVersion> }) {
  const { t } = useTranslation();
  const { get } = useFilters();
  const [newest, before] = list.items;
  if (!newest) return <Empty>{t('web-session-records:versions.none')}</Empty>;
  const known = (id: string): boolean => list.items.some((version) => version.id === id);
  const to = known(get('to')) ? get('to') : newest.id;
  const from = known(get('from')) ? get('from') : (before?.id ?? newest.id);
  const options = list.items.map((version) => ({
    value: version.id,
    label: t('web-session-records:versions.of', { n: version.version }),
  }));
  return (
    <>
      <ul className={css.list}>
        {list.items.map((version) => (
          <Version key={version.id} version={version} />
        ))}
      </ul>
      {list.items.length > 1 ? (
        <Section title={t('web-session-records:versions.compare')}>
          <div className={`${css.bar} fd-no-print`}>
            <FilterSelect name="from" label={t('web-session-records:versions.from')} options={ordered(options, from)} />
            <FilterSelect name="to" label={t('web-session-records:versions.to')} options={ordered(options, to)} />
          </div>
          <Diff to={to} from={from} />
        </Section>
      ) : null}
    </>
  );
}

/** What is compared unless it is said stands first, so that the list shows it. */
const ordered = <T extends { value: string }>(options: readonly T[], first: string): T[] => [
  ...options.filter(({ value }) => value === first),
  ...options.filter(({ value }) => value !== first),
];

function Version({ version }: { version: RecordVersion }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const zone = useZone();
  return (
    <li className={css.row}>
      <h3 className={css.title}>{t('web-session-records:versions.of', { n: version.version })}</h3>
      <p className={css.meta}>
        <span>{t(`web-session-records:occasion.${version.occasion}`)}</span>
        {version.madeBy ? <SideName side={version.madeBy} /> : null}
        <time dateTime={version.createdAt}>{formatDateTime(version.createdAt, zone, lang)}</time>
        <code title={version.hash}>{version.hash.slice(0, 16)}</code>
      </p>
      {version.keys.length > 0 ? (
        <ul className={css.keyLines}>
          {version.keys.map((key) => (
            <li key={`${key.side} ${key.at}`} data-cleared={key.clearedAt !== null || undefined}>
              <SideName side={key.side} /> <Words value={key.post.title} marks={false} />{' '}
              <time dateTime={key.at}>{formatDateTime(key.at, zone, lang)}</time>
              {key.clearedAt ? (
                <span className={css.open}>
                  {t('web-session-records:versions.cleared', { at: formatDateTime(key.clearedAt, zone, lang) })}
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}

function Diff({ to, from }: { to: string; from: string }) {
  const diff = useDiff(to, from);
  return (
    <Answer read={diff} head={false} rows={4}>
      {(data) => <Changes diff={data} />}
    </Answer>
  );
}

function Changes({ diff }: { diff: RecordDiff }) {
  const { t } = useTranslation();
  const changed = diff.paragraphs.filter(({ change, moved }) => change !== 'same' || moved);
  if (diff.title.length + diff.facts.length + changed.length === 0)
    return <Empty>{t('web-session-records:versions.same')}</Empty>;
  return (
    <div className={css.diff}>
      {diff.title.length > 0 ? (
        <div>
          <h3>{t('web-session-records:field.title')}</h3>
          {diff.title.map(({ lang, marks }) => (
            <Change key={lang} lang={lang} marks={marks} />
          ))}
        </div>
      ) : null}
      {diff.facts.map(({ fact, before, after }) => (
        <p key={fact}>
          {t(`web-session-records:fact.${fact}`)}: <del>{factWords(before, t)}</del> <ins>{factWords(after, t)}</ins>
        </p>
      ))}
      {changed.map((paragraph) => (
        <div key={paragraph.id} data-change={paragraph.change}>
          <h3>
            {t('web-session-records:paragraphNumber', { n: diff.paragraphs.indexOf(paragraph) + 1 })}{' '}
            <span className={css.muted}>
              {t(
                `web-session-records:change.${paragraph.moved && paragraph.change === 'same' ? 'moved' : paragraph.change}`,
              )}
            </span>
          </h3>
          {LANGUAGES.map((lang) => {
            const text = paragraph.texts.find((one) => one.lang === lang);
            return text ? <Change key={lang} lang={lang} marks={text.marks} /> : null;
          })}
        </div>
      ))}
    </div>
  );
}

/** Languages and yes or no, as the version keeps them. */
function factWords(value: string, t: (key: string) => string): string {
  if (value === 'true' || value === 'false') return t(`web-session-records:flag.${value}`);
  const names = LANGUAGES.filter((lang) => value.split(',').includes(lang)).map((lang) => LANGUAGE_NAMES[lang]);
  return names.length > 0 ? names.join(' · ') : t('web-session-records:noPrevailing');
}

type ChangeProps = Pick<RecordDiff['title'][number], 'lang' | 'marks'>;

function Change({ lang, marks }: ChangeProps) {
  return (
    <p className={css.text}>
      <span className={css.language}>{LANGUAGE_NAMES[lang]}</span> <WordMarks marks={marks} lang={lang} />
    </p>
  );
}
