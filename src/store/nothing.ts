/** Does nothing: where a callback is wanted and there is nothing to do, or a failure that somebody else reports. */
export function nothing(): void {
  // On purpose.
}
