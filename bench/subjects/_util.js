import { hhmm, day, TICK } from '../lib/gen.js';
export { hhmm, day, TICK };
const URL_RE = /(https?:\/\/\S+)/g;
export const hasUrl = (t) => t.includes('https://');
export const splitUrls = (t) => t.split(URL_RE);
export const AVATAR =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><circle cx="20" cy="20" r="20" fill="#789"/></svg>',
  );
// A growing array with cheap prepend is not assumed: every adapter copies like an app would (immutable update).
export const patchIn = (arr, id, patch) => {
  for (let i = arr.length - 1; i >= 0; i--)
    if (arr[i].id === id) {
      const n = arr.slice();
      n[i] = { ...arr[i], ...patch };
      return [n, i];
    }
  return [arr, -1];
};
