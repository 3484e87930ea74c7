/**
 * A short mark of a text, to notice the same text again: two runs of FNV-1a with different seeds. Not a secret and no
 * protection against somebody who looks for another text with the same mark.
 */
export function fingerprint(text: string): string {
  return hash(text, 0x811c9dc5) + hash(text, 0x9747b28c) + text.length.toString(36);
}

function hash(text: string, seed: number): string {
  let state = seed;
  for (let index = 0; index < text.length; index++) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
    state ^= state >>> 15;
  }
  return (state >>> 0).toString(16).padStart(8, '0');
}
