/** What one language calls a concept in a file. */
export interface FileForm {
  /** BCP 47, as the file has it, in lower case: `ko`, `ja-jp`. */
  readonly lang: string;
  readonly term: string;
  readonly status: 'preferred' | 'admitted' | 'deprecated' | 'superseded' | null;
}

export interface FileConcept {
  readonly id: string;
  readonly subject: string;
  readonly notes: readonly { readonly lang: string | null; readonly text: string }[];
  readonly forms: readonly FileForm[];
}

/** Why a file cannot be read at all. */
export type FileFault = 'tooLarge' | 'notUtf8' | 'unsafe' | 'notTbx';

export type Read<Value> = { readonly value: Value } | { readonly fault: FileFault };

/** The text of a UTF-8 file without its byte order mark. */
export function decodeFile(bytes: Uint8Array, max: number): Read<string> {
  if (bytes.length > max) return { fault: 'tooLarge' };
  try {
    return { value: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { fault: 'notUtf8' };
  }
}
