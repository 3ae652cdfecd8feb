import { NativeSelect } from '@mantine/core';
import { useSearchParams } from 'react-router';
import css from './filters.module.css';

/** Filters live in the address: a list can be shared and comes back as it was. */
export function useFilters(): { get: (name: string) => string; set: (name: string, value: string) => void } {
  const [params, setParams] = useSearchParams();
  return {
    get: (name) => params.get(name) ?? '',
    set: (name, value) =>
      setParams(
        (old) => {
          const next = new URLSearchParams(old);
          if (value) next.set(name, value);
          else next.delete(name);
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
  };
}

export function FilterSelect({
  name,
  label,
  options,
}: {
  name: string;
  label: string;
  options: { value: string; label: string }[];
}) {
  const { get, set } = useFilters();
  return (
    <NativeSelect
      size="sm"
      label={label}
      data={options}
      value={get(name)}
      onChange={(event) => set(name, event.currentTarget.value)}
      className={css.select}
    />
  );
}

/** A choice among few, as buttons that stay pressed. */
export function FilterChoice({
  name,
  label,
  options,
}: {
  name: string;
  label: string;
  options: { value: string; label: string }[];
}) {
  const { get, set } = useFilters();
  const value = get(name);
  return (
    <div role="group" aria-label={label} className={css.choice}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => set(name, option.value)}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}

export function Filters({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div role="search" aria-label={label} className={`${css.filters} fd-no-print`}>
      {children}
    </div>
  );
}
