import { renderTokens, type Side } from '#core/kernel';
import type { TextView } from '../../shared/api/types.js';
import { useViewer } from '../../shared/me.js';

/** The title of a text as the reader's own copy prints it. */
export function useTitleText(): (title: TextView, host?: Side | null) => string {
  const copy = useViewer();
  return (title, host = null) => renderTokens(title.text, { copy, lang: title.lang, host: host ?? undefined });
}

export function Title({ value, host = null }: { value: TextView; host?: Side | null }) {
  const textOf = useTitleText();
  return <span lang={value.lang}>{textOf(value, host)}</span>;
}
