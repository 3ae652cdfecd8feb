import { formatBand, formatDate, formatFrequency } from '#core/i18n';
import { isLanguage, type Language } from '#core/kernel';
import { useTranslation } from 'react-i18next';
import type { Proposal } from '../../shared/api/types.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { DataTable } from '../../shared/ui/data-table.js';

/** What a proposal about a case is called. */
export function useProposalTitle(): (proposal: Proposal) => string {
  const { t } = useTranslation();
  return ({ kind }) => t(`web-radio:proposal.${kind.replace('radio.', '')}`);
}

type Facts = Record<string, unknown>;

/** What both keys stand on: the measure, the end of the case, or each fact as it is and as it is to be. */
export function ChangeContent({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const { content } = proposal;
  if (proposal.kind === 'radio.resolve') return <p>{t('web-radio:proposal.resolveText')}</p>;
  if (proposal.kind === 'radio.measure')
    return (
      <p>
        <span lang={isLanguage(content['lang']) ? content['lang'] : undefined}>{textOf(content['text'])}</span>
        {' · '}
        {content['actingSide'] === 'kr' || content['actingSide'] === 'jp'
          ? t(`common:sides.${content['actingSide']}Side`)
          : t('web-radio:bothSides')}
        {typeof content['dueOn'] === 'string' ? ` · ${formatDate(content['dueOn'], lang)}` : null}
      </p>
    );
  return <Changes was={factsOf(content['was'])} now={factsOf(content['now'])} />;
}

function Changes({ was, now }: { was: Facts; now: Facts }) {
  const { t } = useTranslation();
  const say = useFactWords();
  return (
    <DataTable
      label={t('web-radio:proposal.change')}
      rows={Object.keys(now)}
      idOf={(key) => key}
      columns={[
        { key: 'fact', label: t('web-radio:proposal.fact'), main: true, cell: (key) => t(`web-radio:fact.${key}`) },
        { key: 'was', label: t('web-radio:proposal.was'), cell: (key) => say(key, was[key]) },
        { key: 'now', label: t('web-radio:proposal.now'), cell: (key) => say(key, now[key]) },
      ]}
    />
  );
}

/** A fact in words: codes by their names, bands with their unit, texts in the reader's language. */
function useFactWords(): (key: string, value: unknown) => string {
  const { t } = useTranslation();
  const lang = useLanguage();
  const keys: Record<string, string> = {
    type: 'radio:type',
    allocation: 'radio:allocation',
    services: 'terms:svc',
    areas: 'web-radio:area',
  };
  const one = (key: string, value: unknown): string => {
    if (value === null || value === undefined) return t('web-radio:form.none');
    const words = keys[key];
    if (words !== undefined) return t(`${words}.${textOf(value)}`);
    if (key === 'bands') return bandOf(factsOf(value), lang);
    if (key === 'stationRows') return textOf(factsOf(value)['class']);
    if (key === 'references') return textOf(factsOf(value)['reference']);
    return typeof value === 'object' ? wordsIn(factsOf(value), lang) : textOf(value);
  };
  return (key, value) => {
    if (!Array.isArray(value)) return one(key, value);
    return value.length === 0 ? t('web-radio:form.none') : value.map((part: unknown) => one(key, part)).join(' · ');
  };
}

const factsOf = (value: unknown): Facts => (typeof value === 'object' && value !== null ? { ...value } : {});

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** A text either as the API presents it or as it is stored. */
function wordsIn(text: Facts, lang: Language): string {
  if (typeof text['text'] === 'string') return text['text'];
  const own = [text[lang], text[textOf(text['source'])]].map(factsOf).find((part) => 'text' in part);
  return textOf(own?.['text']);
}

function bandOf({ lowHz, highHz, nominalHz }: Facts, lang: Language): string {
  return textOf(nominalHz) === ''
    ? formatBand(Number(lowHz), Number(highHz), lang)
    : formatFrequency(Number(nominalHz), lang);
}
