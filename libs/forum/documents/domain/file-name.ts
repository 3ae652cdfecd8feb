import type { PrintableDocument } from '#platform/documents';

/** The name a document is kept under: its title, and whose copy it is. Not yet fit for every file system. */
export function documentFileName(
  { title, copyLine, marks }: PrintableDocument,
  extension: string,
  internal: boolean,
): string {
  const words = (runs: readonly { readonly text: string }[]): string => runs.map((run) => run.text).join('');
  const parts = [
    words(title.runs),
    ...(copyLine ? [words(copyLine.runs)] : []),
    ...(internal ? words(marks[0]?.runs ?? []) : []),
  ];
  return `${parts.filter((part) => part !== '').join(' - ')}.${extension}`;
}
