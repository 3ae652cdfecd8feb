import css from './reminders.module.css';

/** Of a mailbox: may break before its domain. */
export function Address({ text }: { text: string }) {
  const at = text.indexOf('@');
  return (
    <span className={css.address}>
      {text.slice(0, at)}
      <wbr />
      {text.slice(at)}
    </span>
  );
}
