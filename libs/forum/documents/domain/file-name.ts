import type { PrintableDocument } from '#platform/documents';

/** The name a document is kept under: its title, and whose copy it is. A slash would look like a folder. */
export function documentFileName(
  { title, copyLine, marks }: PrintableDocument,
  extension: string,
  internal: boolean,
): string {
  const parts = [
    title.runs.map((run) => run.text).join(''),
    ...(copyLine?.runs.slice(0, 1) ?? []).map((run) => run.text),
    ...(internal ? (marks[0]?.runs.slice(0, 1) ?? []).map((run) => run.text) : []),
  ];
  return `${parts.join(' - ').replace(/\s*[/\\]\s*/gu, '_')}.${extension}`;
}
