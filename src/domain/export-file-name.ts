import { visibleName } from './visible-text.ts';

/** What stands in the name of an exported file. */
export interface ExportFileName {
  /** What it is, in the agent's language. */
  readonly word: string;
  readonly recipient: string;
  /** The day of the export, `2026-03-03`. */
  readonly day: string;
  readonly extension: string;
}

/** Names of recipients may be longer than a file system takes. */
const longestRecipient = 60;
/** Letters, their marks, digits, and the few signs that mean nothing to any file system or shell. */
const unsafe = /[^\p{L}\p{M}\p{N} .,'()+&-]+/gu;

/** EX7: `conversation Priya Raman 2026-03-03.pdf`, of characters that every file system takes. */
export function exportFileName({ word, recipient, day, extension }: ExportFileName): string {
  const name = visibleName(recipient.normalize('NFC')).replace(unsafe, ' ').replace(/ +/g, ' ');
  const short = Array.from(name).slice(0, longestRecipient).join('');
  // A dot at an end hides a file, or is taken off by the file system.
  const trimmed = short.replace(/^[ .]+|[ .]+$/g, '');
  return `${[word, trimmed, day].filter((part) => part !== '').join(' ')}.${extension}`;
}
