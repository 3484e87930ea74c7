import type { MessagingAdapter } from './adapter.ts';
import type { ValidationOptions } from './validate-adapter.ts';
import { ValidatedReading } from './validate-adapter.ts';
import { guardedPart } from './validate-parts.ts';
import { guardedWriting } from './validate-writing.ts';

/** A validated adapter with all its calls and the guards of its parts at hand, for whoever does not mind what that weighs. */
export function validated(
  adapter: MessagingAdapter,
  options: Omit<ValidationOptions, 'guards'> = {},
): MessagingAdapter {
  const reading = new ValidatedReading(adapter, { ...options, guards: guardedPart });
  return Object.assign(reading, guardedWriting(adapter, reading.guard));
}
