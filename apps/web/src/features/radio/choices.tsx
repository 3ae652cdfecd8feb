import { Checkbox } from '@mantine/core';
import { useFormState } from '../../shared/forms/form.js';
import css from './radio.module.css';

interface Group {
  label: string | null;
  options: { value: string; label: string }[];
}

/** Several of many, as boxes in columns; under one name, so that the form reads them together. */
export function Choices({
  name,
  label,
  chosen,
  groups,
}: {
  name: string;
  label: string;
  chosen: readonly string[];
  groups: Group[];
}) {
  const { errorOf } = useFormState();
  const error = errorOf(name);
  return (
    <fieldset className={css.choices}>
      <legend>{label}</legend>
      {groups.map((group) => (
        <div key={group.label ?? name} role={group.label ? 'group' : undefined} aria-label={group.label ?? undefined}>
          {group.label ? <p className={css.muted}>{group.label}</p> : null}
          <div className={css.boxes}>
            {group.options.map((option) => (
              <Checkbox
                key={option.value}
                name={name}
                value={option.value}
                label={option.label}
                defaultChecked={chosen.includes(option.value)}
              />
            ))}
          </div>
        </div>
      ))}
      {error ? (
        <p role="alert" className={css.refused}>
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
