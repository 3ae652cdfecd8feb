import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Private } from '../../shared/ui/badges.js';
import { Page } from '../../shared/ui/page.js';
import { InstrumentForm } from './instrument-form.js';

/** A new text, its side's own until it is proposed. */
export function NewInstrumentPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Page title={t('web-commitments:act.draft')} trail={[{ to: '/commitments', label: t('web-commitments:title') }]}>
      <Private>
        <p>{t('web-commitments:ask.draft')}</p>
      </Private>
      <InstrumentForm onDone={(saved) => void navigate(`/instruments/${saved.id}`)} />
    </Page>
  );
}
