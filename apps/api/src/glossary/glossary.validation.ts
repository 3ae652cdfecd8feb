import { Transform } from 'class-transformer';
import { registerDecorator, type ValidationArguments } from 'class-validator';
import { cleanText, commonErrors, textFault, textLength, type DomainError } from '#core/kernel';

const FORM = { max: 200 };
const MAX_FORMS = 20;
/** The longest text of any field here is 5000; a paper's paragraph may be longer. */
const MAX_TEXT = 20_000;

function check(name: string, find: (value: unknown) => DomainError | null): PropertyDecorator {
  return (target, property) => {
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: String(property),
      validator: {
        validate: (value: unknown) => find(value) === null,
        defaultMessage: (args?: ValidationArguments) => {
          const fault = find(args?.value);
          return fault ? `${fault.code}|${JSON.stringify(fault.params)}` : commonErrors.malformed.code;
        },
      },
    });
  };
}

/** Up to twenty forms of a term, each cleaned as any text that people write. */
export function IsForms(): PropertyDecorator {
  const clean = Transform(({ value }: { value: unknown }) =>
    formsFault(value) ? value : (value as unknown[]).map((form) => cleanText(form, FORM)),
  );
  const rule = check('isForms', formsFault);
  return (target, property) => {
    clean(target, property);
    rule(target, property);
  };
}

function formsFault(value: unknown): DomainError | null {
  if (!Array.isArray(value)) return commonErrors.notAList();
  if (value.length > MAX_FORMS) return commonErrors.tooMany({ max: MAX_FORMS });
  return value.map((form) => textFault(form, FORM)).find((fault) => fault !== null) ?? null;
}

/**
 * A text as it stands in an editor at this moment: not trimmed and not composed, so that the offsets of what is found are those of the
 * editor. Nothing of it is kept.
 */
export const IsDraft = (): PropertyDecorator =>
  check('isDraft', (value) => {
    if (typeof value !== 'string') return commonErrors.malformed();
    if (/[\p{Cs}\u0000]/u.test(value)) return commonErrors.badText();
    return textLength(value) > MAX_TEXT ? commonErrors.tooLong({ max: MAX_TEXT }) : null;
  });
