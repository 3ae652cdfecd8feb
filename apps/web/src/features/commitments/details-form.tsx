import { useTranslation } from 'react-i18next';
import type { CommitmentDetail } from '../../shared/api/types.js';
import { AreaField } from '../../shared/forms/fields.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { toast } from '../../shared/ui/toast.js';
import { commitmentAct, useCommitmentWrite } from './api.js';
import { DetailsFields, detailsOf, initialDetails } from './details-fields.js';

/** Who acts, by when and by what it is measured; the other side's key makes it stand where both do. */
export function DetailsForm({ commitment, onDone }: { commitment: CommitmentDetail; onDone: () => void }) {
  const { t } = useTranslation();
  const page = useLanguage();
  const write = useCommitmentWrite();
  const send = async (data: FormData): Promise<void> => {
    const reason = valueOf(data, 'reason');
    await write.mutateAsync(
      commitmentAct(commitment, 'details', {
        ...detailsOf(data, page, commitment),
        ...(reason === '' ? {} : { reason }),
      }),
    );
    toast(t(commitment.twoKeys ? 'web-commitments:done.proposed' : 'web-commitments:done.changed'));
    onDone();
  };
  return (
    <Form
      draft={`commitment-details.${commitment.id}`}
      initial={initialDetails(commitment)}
      label={t('web-commitments:act.details')}
      submit={t(commitment.twoKeys ? 'web-commitments:act.propose' : 'web-commitments:act.change')}
      pending={write.isPending}
      onSubmit={send}
      onCancel={onDone}
    >
      <DetailsFields quote={commitment.quote === null} />
      {commitment.twoKeys ? (
        <AreaField
          name="reason"
          label={t('web-commitments:field.reason')}
          hint={t('web-proposals:bothRead')}
          rows={2}
        />
      ) : null}
    </Form>
  );
}
