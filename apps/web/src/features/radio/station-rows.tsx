import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormState } from '../../shared/forms/form.js';
import { useSides } from '../../shared/me.js';
import type { Issue } from './api.js';
import css from './radio.module.css';
import { ALL_AREAS } from './words.js';

type Station = Issue['stationList'][number];
type Reference = Issue['references'][number];

/** Rows that are added and taken away; their fields are named `station.0.class`, so the form reads them by itself. */
function useRows<Row>(kind: string, rows: readonly Row[]) {
  const { initial } = useFormState();
  // Rows that were typed and not sent come back with what was typed.
  const kept = Object.keys(initial).map((key) => (key.startsWith(`${kind}.`) ? Number(key.split('.')[1]) + 1 : 0));
  const [shown, setShown] = useState(() =>
    Array.from({ length: Math.max(rows.length, ...kept) }, (_, id) => ({ id, row: rows[id] ?? null })),
  );
  return {
    shown,
    add: () => setShown((now) => [...now, { id: (now.at(-1)?.id ?? -1) + 1, row: null }]),
    remove: (id: number) => setShown((now) => now.filter((one) => one.id !== id)),
  };
}

/** Stations that send or suffer; what is no civil one has neither operator nor site. */
export function StationRows({ stations }: { stations: readonly Station[] }) {
  const { t } = useTranslation();
  const { errorOf } = useFormState();
  const { shown, add, remove } = useRows('station', stations);
  const error = errorOf('stationList');
  return (
    <fieldset className={css.choices}>
      <legend>{t('web-radio:stations')}</legend>
      <p className={css.muted}>{t('web-radio:siteNote')}</p>
      {shown.map(({ id, row }, index) => (
        <div
          key={id}
          className={css.rowFields}
          role="group"
          aria-label={t('web-radio:form.stationNumber', { number: index + 1 })}
        >
          <StationFields id={id} index={index} station={row} />
          <Button variant="default" size="compact-sm" onClick={() => remove(id)}>
            {t('web-radio:form.removeRow', { number: index + 1 })}
          </Button>
        </div>
      ))}
      {error ? (
        <p role="alert" className={css.refused}>
          {error}
        </p>
      ) : null}
      <Button variant="default" size="compact-md" onClick={add}>
        {t('web-radio:form.addStation')}
      </Button>
    </fieldset>
  );
}

function StationFields({ id, index, station }: { id: number; index: number; station: Station | null }) {
  const { t } = useTranslation();
  const sides = useSides();
  const { initial, errorOf } = useFormState();
  const name = (field: string): string => `station.${String(id)}.${field}`;
  const none = { value: '', label: t('web-radio:form.none') };
  const text = (field: string, label: string, value: string | number | null | undefined) => (
    <TextInput
      name={name(field)}
      label={label}
      defaultValue={initial[name(field)] ?? value ?? ''}
      error={errorOf(`stationList.${String(index)}.${field}`)}
      autoComplete="off"
    />
  );
  const select = (
    field: string,
    label: string,
    data: { value: string; label: string }[],
    value: string | null | undefined,
  ) => (
    <NativeSelect
      name={name(field)}
      label={label}
      data={data}
      defaultValue={initial[name(field)] ?? value ?? data[0]?.value ?? ''}
    />
  );
  const words = (values: readonly string[], key: string) =>
    values.map((value) => ({ value, label: t(`${key}.${value}`) }));
  return (
    <>
      {select('role', t('web-radio:form.role'), words(['source', 'affected'], 'web-radio:role'), station?.role)}
      {text('class', t('web-radio:stationClass'), station?.class)}
      {select(
        'holder',
        t('web-radio:form.holder'),
        words(['civil', 'defence', 'police'], 'web-radio:holder'),
        station?.holder,
      )}
      {text('operator', t('web-radio:form.operator'), station?.operator)}
      {select(
        'side',
        t('web-radio:form.country'),
        [none, ...sides.map((side) => ({ value: side, label: t(`common:sides.${side}Side`) }))],
        station?.side,
      )}
      {select('area', t('web-radio:areas'), [none, ...words(ALL_AREAS, 'web-radio:area')], station?.area)}
      {text('latitude', t('web-radio:form.latitude'), station?.latitude)}
      {text('longitude', t('web-radio:form.longitude'), station?.longitude)}
      {text('height', t('web-radio:form.height'), station?.height)}
      {text('eirp', t('web-radio:form.eirp'), station?.eirp)}
      {text('antenna', t('web-radio:antenna'), station?.antenna)}
      {select(
        'polarisation',
        t('web-radio:form.polarisation'),
        [
          none,
          ...words(['horizontal', 'vertical', 'right_circular', 'left_circular', 'mixed'], 'web-radio:polarisation'),
        ],
        station?.polarisation,
      )}
    </>
  );
}

/** What was sent to the ITU about the case. */
export function ReferenceRows({ references }: { references: readonly Reference[] }) {
  const { t } = useTranslation();
  const { shown, add, remove } = useRows('reference', references);
  const kinds = ['api', 'coordination_request', 'mifr', 'appendix_10'] as const;
  return (
    <fieldset className={css.choices}>
      <legend>{t('web-radio:references')}</legend>
      {shown.map(({ id, row }, index) => (
        <div
          key={id}
          className={css.rowFields}
          role="group"
          aria-label={t('web-radio:form.referenceNumber', { number: index + 1 })}
        >
          <NativeSelect
            name={`reference.${String(id)}.kind`}
            label={t('web-radio:form.referenceKind')}
            data={kinds.map((value) => ({ value, label: t(`web-radio:reference.${value}`) }))}
            defaultValue={row?.kind ?? 'api'}
          />
          <TextInput
            name={`reference.${String(id)}.reference`}
            label={t('web-radio:form.reference')}
            defaultValue={row?.reference ?? ''}
            autoComplete="off"
          />
          <TextInput
            name={`reference.${String(id)}.dated`}
            type="date"
            label={t('web-radio:form.dated')}
            defaultValue={row?.dated ?? ''}
          />
          <Button variant="default" size="compact-sm" onClick={() => remove(id)}>
            {t('web-radio:form.removeRow', { number: index + 1 })}
          </Button>
        </div>
      ))}
      <Button variant="default" size="compact-md" onClick={add}>
        {t('web-radio:form.addReference')}
      </Button>
    </fieldset>
  );
}
