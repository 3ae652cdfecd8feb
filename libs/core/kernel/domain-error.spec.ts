import { commonErrors, defineErrors, DomainError, errorCodes, errorOf, errorStatus, messageKey } from './index.js';

describe('the error catalogue', () => {
  const errors = defineErrors('example', { bracketsOpen: 422, absent: 404 });

  it('makes an error whose message is its code', () => {
    const cause = new Error('disk');
    const error = errors.bracketsOpen({ count: 2 }, [{ path: 'items.0', code: 'common.required' }], { cause });
    expect(error).toBeInstanceOf(DomainError);
    expect(error).toMatchObject({ code: 'example.bracketsOpen', message: 'example.bracketsOpen', status: 422, cause });
    expect(error.params).toEqual({ count: 2 });
    expect(error.fields).toEqual([{ path: 'items.0', code: 'common.required' }]);
  });

  it('has no params and no fields unless told', () => {
    expect(errors.absent()).toMatchObject({ status: 404, params: {}, fields: [] });
  });

  it('lets a guard name an error without making it', () => {
    expect(errors.bracketsOpen.code).toBe('example.bracketsOpen');
    expect(errors.bracketsOpen.status).toBe(422);
    expect(errorOf('example.bracketsOpen', { count: 1 })).toMatchObject({ status: 422, params: { count: 1 } });
  });

  it('lists every declared code in order', () => {
    const codes = errorCodes();
    expect(codes).toEqual(expect.arrayContaining(['common.staleVersion', 'example.absent', 'example.bracketsOpen']));
    expect(codes).toEqual([...codes].sort());
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('refuses one code with two statuses and an undeclared code', () => {
    expect(() => defineErrors('example', { absent: 409 })).toThrow(/declaredTwice/u);
    expect(() => defineErrors('example', { absent: 404 })).not.toThrow();
    expect(() => errorOf('example.unheardOf')).toThrow(/notDeclared/u);
    expect(errorStatus('example.unheardOf')).toBeUndefined();
  });

  it('turns a code into the key of its text', () => {
    expect(messageKey('agenda.bracketsOpen')).toBe('agenda:errors.bracketsOpen');
    expect(messageKey('two-key.hashMoved')).toBe('two-key:errors.hashMoved');
  });

  it('answers the statuses of the HTTP contract', () => {
    const { staleVersion, preconditionNeeded, tooManyRequests, unavailable, idempotencyMismatch, notFound } =
      commonErrors;
    const statuses = [staleVersion, preconditionNeeded, tooManyRequests, unavailable, idempotencyMismatch, notFound];
    expect(statuses.map((error) => error.status)).toEqual([412, 428, 429, 503, 409, 404]);
  });
});
