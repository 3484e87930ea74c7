import { AdapterError } from '../../ports/adapter-error.ts';
import { historyKey } from './rows.ts';
import type { Place } from './cursors.ts';
import type { Message } from '../../domain/model.ts';
import type { MessagePageRequest } from '../../ports/adapter.ts';

/** The shape of a place in a history: time, position, id. */
export const messagePlace = ['number', 'number', 'string'] as const;

/** The place of a message in any of its histories. */
export function placeOf(message: Message): Place {
  return historyKey('', message).slice(1) as unknown as Place;
}

/** A page has a cursor or a centre, not both. */
export function mustBeOneOf({ around, cursor }: MessagePageRequest): void {
  if (around === undefined || cursor === undefined) return;
  throw new AdapterError('invalid', 'a page has a cursor or a centre, not both', { path: 'around' });
}
