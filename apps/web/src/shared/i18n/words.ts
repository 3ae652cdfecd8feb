import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../api/problem.js';

type Params = Record<string, string | number>;

/** The text of an error code: `agenda.bracketsOpen` is `agenda:errors.bracketsOpen`; an unknown code is shown as it is. */
export function useErrorText(): (code: string, params?: Params) => string {
  const { t, i18n } = useTranslation();
  return useCallback(
    (code, params = {}) => {
      const [namespace = '', ...rest] = code.split('.');
      const key = `${namespace}:errors.${rest.join('.')}`;
      return i18n.exists(key) ? t(key, params) : t('web-errors:unknown', { code });
    },
    [t, i18n],
  );
}

/** What a refused call says: the API's own sentence, else the text of its code. */
export function useProblemText(): (problem: Problem) => string {
  const textOf = useErrorText();
  return useCallback((problem) => problem.detail ?? textOf(problem.code, problem.params), [textOf]);
}
