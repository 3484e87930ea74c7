import type { Composition } from '../../controllers/composer-controller.ts';
import type { TextAreaState } from '../../controllers/light-text-area.ts';
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
