import { matchesShortcut } from '../../dom/keys.ts';

/** Which key sends: Enter, or only Control+Enter. */
export type SendKey = 'enter' | 'ctrl-enter';

/** Whether a key press in the text area sends. */
export function isSendKey(event: KeyboardEvent, sendKey: SendKey): boolean {
  if (matchesShortcut(event, 'Control+Enter') || matchesShortcut(event, 'Meta+Enter')) return true;
  return sendKey === 'enter' && matchesShortcut(event, 'Enter');
}
