/** The bytes as one character each, so that signatures can be written and compared as text. */
export function latin1(bytes: Uint8Array, start = 0, end = bytes.length): string {
  const pieces: string[] = [];
  // One call per stretch: a call with a million arguments throws.
  for (let at = start; at < Math.min(end, bytes.length); at += 4096)
    pieces.push(String.fromCharCode(...bytes.subarray(at, Math.min(at + 4096, end))));
  return pieces.join('');
}

/** Whether these characters stand at a place. */
export function hasAt(bytes: Uint8Array, at: number, signature: string): boolean {
  if (at + signature.length > bytes.length) return false;
  for (let index = 0; index < signature.length; index += 1)
    if (bytes[at + index] !== signature.charCodeAt(index)) return false;
  return true;
}

/** A number of two bytes, the lower one first. */
export function uint16(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}
