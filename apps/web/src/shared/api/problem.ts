/** One fault of one input; `path` is the name the form gave it, `detail` is already in the reader's language. */
export interface FieldProblem {
  path: string;
  code: string;
  detail?: string | undefined;
  params?: Record<string, string | number> | undefined;
}

interface ProblemBody {
  status?: unknown;
  code?: unknown;
  detail?: unknown;
  params?: unknown;
  fields?: unknown;
  requestId?: unknown;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const textOr = (value: unknown, other: string): string => (typeof value === 'string' ? value : other);

/** The numbers and words of an error; anything else is left out. */
export function paramsOf(value: unknown): Record<string, string | number> {
  if (!isRecord(value)) return {};
  const kept = Object.entries(value).filter((entry): entry is [string, string | number] =>
    ['string', 'number'].includes(typeof entry[1]),
  );
  return Object.fromEntries(kept);
}

function fieldsOf(value: unknown): FieldProblem[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).map((field) => ({
    path: textOr(field['path'], ''),
    code: textOr(field['code'], ''),
    detail: typeof field['detail'] === 'string' ? field['detail'] : undefined,
    params: paramsOf(field['params']),
  }));
}

/** What the API refused (RFC 9457), or `web-errors.offline` with status 0 when it could not be asked. `detail` is made by the API in the asked language. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string | null;
  readonly params: Record<string, string | number>;
  readonly fields: FieldProblem[];
  readonly requestId: string | null;

  constructor(status: number, body: ProblemBody) {
    super(textOr(body.code, `http.${String(status)}`));
    this.name = 'Problem';
    this.status = status;
    this.code = textOr(body.code, `http.${String(status)}`);
    this.detail = typeof body.detail === 'string' ? body.detail : null;
    this.params = paramsOf(body.params);
    this.fields = fieldsOf(body.fields);
    this.requestId = typeof body.requestId === 'string' ? body.requestId : null;
  }

  static offline(): Problem {
    return new Problem(0, { code: 'web-errors.offline' });
  }

  static async of(response: Response): Promise<Problem> {
    const body: unknown = await response.json().catch(() => ({}));
    return new Problem(response.status, isRecord(body) ? body : {});
  }
}

export const isProblem = (error: unknown): error is Problem => error instanceof Problem;
export const hasStatus = (error: unknown, status: number): boolean => isProblem(error) && error.status === status;
