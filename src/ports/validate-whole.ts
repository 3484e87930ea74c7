import type { MessagingAdapter } from './adapter.ts';
import type { ValidationOptions } from './validate-adapter.ts';
import { validated as validatedLater } from './validate-adapter.ts';
import { guardedPart } from './validate-parts.ts';

/** `validated` with the guards of the parts at hand, for whoever does not mind what that weighs. */
export function validated(
  adapter: MessagingAdapter,
  options: Omit<ValidationOptions, 'guards'> = {},
): MessagingAdapter {
  return validatedLater(adapter, { ...options, guards: guardedPart });
}
