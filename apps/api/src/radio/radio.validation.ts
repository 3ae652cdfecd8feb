import { registerDecorator } from 'class-validator';
import { commonErrors } from '#core/kernel';
import { isPartialDate } from '#forum/provenance';

function rule(name: string, holds: (value: unknown) => boolean, message: string): PropertyDecorator {
  return (target, property) => {
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: String(property),
      validator: { validate: holds, defaultMessage: () => message },
    });
  };
}

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export const IsPartialDate = (): PropertyDecorator =>
  rule(
    'isPartialDate',
    (value) => typeof value === 'string' && isPartialDate(value),
    `${commonErrors.notADate.code}|{}`,
  );

/** A number within bounds; what is finer than a tenth is rounded when it is kept. */
export const IsTenths = (min: number, max: number): PropertyDecorator =>
  rule(
    'isTenths',
    (value) => typeof value === 'number' && Number.isFinite(value) && value >= min && value <= max,
    `${commonErrors.outOfRange.code}|${JSON.stringify({ min, max })}`,
  );
