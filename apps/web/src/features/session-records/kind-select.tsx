import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RecordKind } from './api.js';

/** What kind of text it is; what a kind means stands beneath. */
export function KindSelect({
  kinds,
  value,
  onChange,
}: {
  kinds: readonly RecordKind[];
  value: RecordKind;
  onChange: (kind: RecordKind) => void;
}) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      label={t('web-session-records:field.kind')}
      description={t(`web-session-records:kindHint.${value}`)}
      inputWrapperOrder={['label', 'input', 'description']}
      data={kinds.map((kind) => ({ value: kind, label: t(`web-session-records:kind.${kind}`) }))}
      value={value}
      onChange={(event) => {
        const chosen = kinds.find((kind) => kind === event.currentTarget.value);
        if (chosen) onChange(chosen);
      }}
    />
  );
}
