/** What is no longer and has no more lines is shown whole: nobody should press a button for two more words. */
const mostCharacters = 1500;
const mostLines = 25;
/** What is shown of anything else. In a column of 320 px that is a screen, on a wide one a third of it. */
const shownCharacters = 1000;
const shownLines = 20;
/** So far back a space is looked for, to end with a whole word. */
const longestWord = 60;

/** Where a text is cut until somebody wants to read on: by characters and by lines, after a whole word; its length = nowhere. */
export function shortTextEnd(text: string): number {
  if (text.length <= mostCharacters && endOfLines(text, mostLines) === text.length) return text.length;
  const end = Math.min(endOfLines(text, shownLines), endOfWords(text, shownCharacters));
  return text.slice(0, end).trimEnd().length;
}

/** A length at which no surrogate pair is cut in two. */
export function wholeEnd(text: string, length: number): number {
  const code = text.charCodeAt(length - 1);
  return code >= 0xd800 && code <= 0xdbff ? length - 1 : length;
}

function endOfLines(text: string, count: number): number {
  let at = -1;
  for (let line = 0; line < count; line += 1) {
    at = text.indexOf('\n', at + 1);
    if (at < 0) return text.length;
  }
  return at;
}

function endOfWords(text: string, length: number): number {
  if (text.length <= length) return text.length;
  const space = text.lastIndexOf(' ', length);
  return space > length - longestWord ? space : wholeEnd(text, length);
}
