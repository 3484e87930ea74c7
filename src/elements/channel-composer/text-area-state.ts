import type { Composition } from '../../controllers/composer-controller.ts';
import type { TextAreaState } from '../../controllers/light-text-area.ts';
import { mirrorText } from '../../dom/autosize.ts';
import type { SendKey } from './send-key.ts';
import { type ComposerWords, lockSentence, shortName } from './words.ts';

/** How the text area is to be; while no conversation is chosen it is empty and waits. */
export function textAreaState(
  composition: Composition | null,
  words: ComposerWords,
  {
    text,
    isSending,
    isDisabled,
    isChosen,
  }: { readonly text: string; readonly isSending: boolean; readonly isDisabled: boolean; readonly isChosen: boolean },
): TextAreaState {
  const { composer } = words.messages;
  const isNote = composition?.mode === 'note';
  const placeholder = isNote
    ? composer.notePlaceholder
    : composition && composer.placeholder(shortName(composition, words));
  return {
    text,
    label: isNote ? composer.note : composer.message,
    placeholder: placeholder ?? '',
    description: composition ? lockSentence(composition, words) : '',
    // Never disabled meanwhile: that would throw the focus out of it.
    isReadOnly: !isChosen || composition?.obstacle?.type === 'locked' || isSending,
    isDisabled,
  };
}

/** What the Enter key of a keyboard on the screen says, and the height where the browser does not see to that. */
export function dress(
  element: HTMLTextAreaElement | null,
  { sendKey, renderRoot }: { readonly sendKey: SendKey; readonly renderRoot: ParentNode },
): void {
  if (!element) return;
  element.enterKeyHint = sendKey === 'enter' ? 'send' : 'enter';
  const mirror = renderRoot.querySelector<HTMLElement>('.mirror');
  if (mirror) mirrorText(element, mirror);
}
