/** What a file is for a reader: a document, a table, slides, plain text or a picture. */
export type FileKind = 'pdf' | 'document' | 'sheet' | 'slides' | 'text' | 'image';

/** What was found inside a file; never what its sender called it. */
export interface InspectedFile {
  /** As sent in Content-Type, without parameters. */
  readonly mediaType: string;
  /** Lower case, without the dot. */
  readonly extension: AllowedExtension;
  readonly kind: FileKind;
}

const openXml = 'application/vnd.openxmlformats-officedocument';
const openDocument = 'application/vnd.oasis.opendocument';

/** Every type that is taken, by its extension. */
export const ALLOWED_FILES = {
  pdf: { mediaType: 'application/pdf', kind: 'pdf' },
  docx: { mediaType: `${openXml}.wordprocessingml.document`, kind: 'document' },
  xlsx: { mediaType: `${openXml}.spreadsheetml.sheet`, kind: 'sheet' },
  pptx: { mediaType: `${openXml}.presentationml.presentation`, kind: 'slides' },
  hwpx: { mediaType: 'application/hwp+zip', kind: 'document' },
  odt: { mediaType: `${openDocument}.text`, kind: 'document' },
  ods: { mediaType: `${openDocument}.spreadsheet`, kind: 'sheet' },
  odp: { mediaType: `${openDocument}.presentation`, kind: 'slides' },
  txt: { mediaType: 'text/plain', kind: 'text' },
  csv: { mediaType: 'text/csv', kind: 'sheet' },
  png: { mediaType: 'image/png', kind: 'image' },
  jpg: { mediaType: 'image/jpeg', kind: 'image' },
} as const satisfies Record<string, { mediaType: string; kind: FileKind }>;

export type AllowedExtension = keyof typeof ALLOWED_FILES;

/** Other spellings of an extension that say the same. */
const spellings: Readonly<Record<string, AllowedExtension>> = { jpeg: 'jpg', jpe: 'jpg', text: 'txt' };

export function inspected(extension: AllowedExtension): InspectedFile {
  return { extension, ...ALLOWED_FILES[extension] };
}

/** The type a name claims, or null: `Bericht.JPEG` claims jpg. */
export function claimedBy(name: string): AllowedExtension | null {
  const extension = extensionOf(name);
  const spelt = spellings[extension] ?? extension;
  return Object.hasOwn(ALLOWED_FILES, spelt) ? (spelt as AllowedExtension) : null;
}

/** Lower case, without the dot; '' when there is none. */
export function extensionOf(name: string): string {
  return /\.([^.\s]{1,10})$/u.exec(name)?.[1]?.toLowerCase() ?? '';
}
