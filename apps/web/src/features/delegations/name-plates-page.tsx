import { isLanguage, LANGUAGES, partyName, type Language, type Side } from '#core/kernel';
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { SessionDetail } from '../../shared/api/types.js';
import { LANGUAGE_NAMES, useLanguage } from '../../shared/i18n/language.js';
import { FilterChoice, Filters, useFilters } from '../../shared/ui/filters.js';
import { Page } from '../../shared/ui/page.js';
import { Answer, Empty } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';
import { textIn } from '../../shared/texts.js';
import { useDelegations, useSession, type Delegations, type Member } from './api.js';
import { plateName } from './names.js';
import css from './sheets.module.css';

/** Name plates to cut and fold: the name on both faces, in the script the reader chooses. */
export function NamePlatesPage() {
  const { id = '' } = useParams();
  const session = useSession(id);
  const page = useDelegations(id, true);
  return (
    <Answer read={session}>
      {(data) => <Answer read={page}>{(lists) => <Plates session={data} page={lists} />}</Answer>}
    </Answer>
  );
}

function Plates({ session, page }: { session: SessionDetail; page: Delegations }) {
  const { t } = useTranslation();
  const own = useLanguage();
  const { get } = useFilters();
  const asked = get('script');
  const lang = isLanguage(asked) ? asked : own;
  const cards = page.lists.flatMap((list) => list.members.map((member) => ({ side: list.side, member })));
  return (
    <Page
      title={t('web-delegations:plates.title')}
      trail={[{ to: `/sessions/${session.id}/delegations`, label: <Words value={session.title} marks={false} /> }]}
      aside={
        <Button
          className="fd-no-print"
          variant="default"
          leftSection={<IconPrinter size={18} aria-hidden />}
          onClick={() => window.print()}
        >
          {t('web-shell:print')}
        </Button>
      }
    >
      <Filters label={t('web-shell:filter')}>
        <FilterChoice
          name="script"
          label={t('web-delegations:plates.script')}
          options={LANGUAGES.map((value) => ({ value: value === own ? '' : value, label: LANGUAGE_NAMES[value] }))}
        />
      </Filters>
      <p className={`${css.note} fd-no-print`}>{t('web-delegations:plates.hint')}</p>
      {cards.length === 0 ? <Empty /> : null}
      <div className={css.plates}>
        {cards.map(({ side, member }) => (
          <article key={member.id} className={css.plate}>
            <Face side={side} member={member} lang={lang} turned />
            <div className={css.fold} aria-hidden />
            <Face side={side} member={member} lang={lang} />
          </article>
        ))}
      </div>
    </Page>
  );
}

/** Code points of a name that still fits a plate in the largest type. */
const LONG = 9;

/** One face; the upper one stands on its head, so that both read upright once folded. It says nothing twice to a screen reader. */
function Face({
  side,
  member,
  lang,
  turned = false,
}: {
  side: Side;
  member: Member;
  lang: Language;
  turned?: boolean;
}) {
  const name = plateName(member, lang);
  const title = textIn(member.post.title, lang) ?? member.post.title;
  return (
    <div className={css.face} data-turned={turned || undefined} aria-hidden={turned || undefined}>
      <p lang={lang} className={css.country}>
        {partyName(side, lang)}
      </p>
      <p lang={name.lang} className={css.plateName} data-long={[...name.text].length > LONG || undefined}>
        {name.text}
      </p>
      {title.text === name.text ? null : (
        <p lang={title.lang} className={css.plateTitle}>
          {title.text}
        </p>
      )}
    </div>
  );
}
