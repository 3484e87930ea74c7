import { AdapterError } from '../../ports/adapter-error.ts';

/** The most rows of any page. */
export const maxPageSize = 200;

/** The size of a page that was asked for, within the limits. */
export function pageSize(limit: number | undefined, usual = 50): number {
  if (limit === undefined) return usual;
  if (Number.isInteger(limit) && limit >= 1) return Math.min(limit, maxPageSize);
  throw new AdapterError('invalid', 'limit is a whole number above zero', { path: 'limit' });
}
