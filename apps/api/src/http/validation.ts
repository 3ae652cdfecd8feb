import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { registerDecorator, ValidateIf, type ValidationArguments, type ValidationOptions } from 'class-validator';
import {
  cleanText,
  commonErrors,
  DomainError,
  isId,
  LANGUAGES,
  SIDES,
  textFault,
  type FieldFault,
  type TextRules,
} from '#core/kernel';

/** class-validator's rule names → our codes. A rule that is not here answers common.malformed. */
const codeOfRule: Readonly<Record<string, string>> = {
  isNotEmpty: commonErrors.required.code,
  isDefined: commonErrors.required.code,
  isInt: commonErrors.notAnInteger.code,
  isNumber: commonErrors.notANumber.code,
  isBoolean: commonErrors.notABoolean.code,
  isArray: commonErrors.notAList.code,
  min: commonErrors.outOfRange.code,
  max: commonErrors.outOfRange.code,
  isIn: commonErrors.notInList.code,
  isEmail: commonErrors.notAnEmail.code,
  maxLength: commonErrors.tooLong.code,
  arrayMaxSize: commonErrors.tooMany.code,
  arrayMinSize: commonErrors.required.code,
  arrayUnique: commonErrors.duplicate.code,
  whitelistValidation: commonErrors.unknownField.code,
};

/** Shape is checked at the edge; unknown fields are refused (style.md "Validation"). Every fault is named with its path. */
export function createValidationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    transformOptions: { enableImplicitConversion: false, exposeDefaultValues: true },
    exceptionFactory: (errors) =>
      commonErrors.invalid(
        {},
        errors.flatMap((error) => faultsOf(error, '')),
      ),
  });
}

function faultsOf(error: ValidationError, prefix: string): FieldFault[] {
  const path = prefix === '' ? error.property : `${prefix}.${error.property}`;
  const rules = Object.entries(error.constraints ?? {});
  const own = rules.slice(0, 1).map(([rule, message]): FieldFault => parseFault(path, rule, message));
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, path))];
}

/** Our own decorators carry `code|json params` as their message; others are found by rule name. */
function parseFault(path: string, rule: string, message: string): FieldFault {
  const [code = '', params] = message.split('|', 2);
  if (/^[a-zA-Z]+\.[a-zA-Z]+$/.test(code))
    return { path, code, params: params ? (JSON.parse(params) as Record<string, string | number>) : {} };
  // The library tells the limit of a list in its own message only.
  const max = rule === 'arrayMaxSize' ? /\d+(?= elements)/.exec(message)?.[0] : undefined;
  return {
    path,
    code: codeOfRule[rule] ?? commonErrors.malformed.code,
    params: max === undefined ? {} : { max: Number(max) },
  };
}

function rule(
  name: string,
  find: (value: unknown) => DomainError | null,
  options?: ValidationOptions,
): PropertyDecorator {
  return (target, property) => {
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: String(property),
      ...(options ? { options } : {}),
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

/** A text people wrote: well-formed, NFC, trimmed, within its length in code points (pitfalls.md 48, 59, 60). */
export function IsText(rules: TextRules): PropertyDecorator {
  const clean = Transform(({ value }: { value: unknown }) =>
    textFault(value, rules) ? value : cleanText(value, rules),
  );
  const check = rule('isText', (value) => textFault(value, rules));
  return (target, property) => {
    clean(target, property);
    check(target, property);
  };
}

/** A UUID of ours. */
export const IsIdentifier = (options?: ValidationOptions): PropertyDecorator =>
  rule('isIdentifier', (value) => (isId(value) ? null : commonErrors.notAnId()), options);

/** One of the words of a list. */
export const IsOneOf = (words: readonly string[], options?: ValidationOptions): PropertyDecorator =>
  rule(
    'isOneOf',
    (value) => (words.some((word) => word === value) ? null : commonErrors.notInList({ allowed: words.join(', ') })),
    options,
  );

export const IsLanguageCode = (options?: ValidationOptions): PropertyDecorator =>
  rule(
    'isLanguageCode',
    (value) => (LANGUAGES.some((word) => word === value) ? null : commonErrors.notALanguage()),
    options,
  );

export const IsSideCode = (options?: ValidationOptions): PropertyDecorator =>
  rule('isSideCode', (value) => (SIDES.some((word) => word === value) ? null : commonErrors.notASide()), options);

/** A real calendar day, `YYYY-MM-DD`. */
export const IsPlainDate = (options?: ValidationOptions): PropertyDecorator =>
  rule('isPlainDate', (value) => (isPlainDate(value) ? null : commonErrors.notADate()), options);

/** A clock time of a day, `HH:MM` from 00:00 to 23:59. */
export const IsClockTime = (options?: ValidationOptions): PropertyDecorator =>
  rule(
    'isClockTime',
    (value) => (typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? null : commonErrors.notATime()),
    options,
  );

/** A moment with its offset, ISO 8601: `2027-03-11T10:00:00+09:00`. A time without one would be somebody's guess (domain.md 5). */
export const IsInstant = (options?: ValidationOptions): PropertyDecorator =>
  rule('isInstant', (value) => (isInstant(value) ? null : commonErrors.notAnInstant()), options);

/**
 * A field that need not be sent. Sent as `null` it is checked like any other value, and so refused: class-validator's own `IsOptional`
 * takes `null` for every type and stands only where the type has it.
 */
export const MayBeAbsent = (): PropertyDecorator => ValidateIf((_dto, value) => value !== undefined);

/** A whole number within bounds. */
export const IsWhole = (min: number, max: number, options?: ValidationOptions): PropertyDecorator =>
  rule(
    'isWhole',
    (value) => {
      if (typeof value !== 'number' || !Number.isInteger(value)) return commonErrors.notAnInteger();
      return value >= min && value <= max ? null : commonErrors.outOfRange({ min, max });
    },
    options,
  );

function isInstant(value: unknown): boolean {
  if (
    typeof value !== 'string' ||
    !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/.test(value)
  )
    return false;
  return isPlainDate(value.slice(0, 10)) && !Number.isNaN(Date.parse(value));
}

/** A day of a calendar people plan by: 1900 to 2199, so that no slip of a digit reaches what reckons with it. */
function isPlainDate(value: unknown): boolean {
  if (typeof value !== 'string' || !/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(value)) return false;
  const instant = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(value);
}
