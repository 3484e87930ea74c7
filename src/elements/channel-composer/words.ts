import type { Messages } from '../../controllers/localization.ts';
import type { Formats } from '../../controllers/formats.ts';
import type { ComposerController, Composition, Obstacle, SendProblem } from '../../controllers/composer-controller.ts';
import type { ChannelOptionId } from '../../domain/channel-choice.ts';
import type { TargetChange } from '../../domain/composition.ts';
import { isolatedName, readableNumber, visibleName } from '../../domain/visible-text.ts';
import type { ComposerTexts } from '../../locales/composer.ts';
import { recipientName } from '../recipient.ts';

/** What the sentences of a composer are made from. */
export interface ComposerWords {
  readonly messages: Messages<ComposerTexts>;
  readonly formats: Formats;
}

/** The recipient's name where a long one would be in the way. */
export function shortName({ conversation }: Composition, { messages }: ComposerWords): string {
  const name = visibleName(recipientName(conversation, messages));
  return isolatedName(name.length > 40 ? `${name.slice(0, 39).trimEnd()}…` : name);
}

/** What the channel options are called. */
export function channelName(id: ChannelOptionId, { messages }: ComposerWords): string {
  return messages.channels[id];
}

/** The address a message goes to, readable; empty when there is none. */
export function addressOf({ option }: Composition): string {
  return option.target ? readableNumber(visibleName(option.target.address)) : '';
}

/** The accessible name of the Send button: what it does, for whom, and by which channel (B13). */
export function sendName(composition: Composition, words: ComposerWords): string {
  const { composer } = words.messages;
  const { conversation, option, mode } = composition;
  const name = visibleName(recipientName(conversation, words.messages));
  if (mode === 'note') return composer.addNoteTo(name);
  const address = addressOf(composition);
  if (option.id === 'whatsapp-invitation') return composer.sendInvitation(name, address);
  return composer.sendTo(name, address, channelName(option.id, words));
}

/** Why nothing can be typed or sent by the selected channel; empty when it is not locked. */
export function lockSentence({ conversation, option, mode }: Composition, words: ComposerWords): string {
  if (mode === 'note' || option.reason === null) return '';
  const name = isolatedName(recipientName(conversation, words.messages));
  return words.messages.composer.locks[option.reason](name, channelName(option.channel, words));
}

/** Why Send is disabled. */
export function obstacleSentence(obstacle: Obstacle | null, composition: Composition, words: ComposerWords): string {
  const { obstacles } = words.messages.composer;
  switch (obstacle?.type) {
    case undefined:
    case 'measuring':
      return '';
    case 'empty':
      return composition.mode === 'note' ? obstacles.emptyNote : obstacles.empty;
    case 'files':
      return obstacle.reason;
    case 'locked':
      return lockSentence(composition, words);
    case 'missing-values':
      return obstacles.missing(obstacle.names.map(isolatedName).join(', '));
    case 'too-long': {
      const { number } = { number: (value: number) => words.formats.number(value) };
      return obstacles.tooLong[obstacle.unit](number(obstacle.used), number(obstacle.limit));
    }
  }
}

/** What changed about the target since the text was begun. */
export function changeSentence(change: TargetChange, composition: Composition, words: ComposerWords): string {
  const { changes } = words.messages.composer;
  const name = isolatedName(recipientName(composition.conversation, words.messages));
  switch (change.type) {
    case 'recipient':
      return changes.recipient(name);
    case 'account':
      return changes.account;
    case 'address':
      return changes.address(isolatedName(readableNumber(change.address ?? '')));
    case 'customer-channel':
      return changes['customer-channel'](name, channelName(change.channel, words));
  }
}

/** Why a message could not be kept for sending. */
export function problemSentence(problem: SendProblem, { messages }: ComposerWords): string {
  switch (problem.type) {
    case 'storage':
      return messages.composer.storage[problem.problem];
    case 'backend':
      return messages.common.errors[problem.code];
    case 'unexpected':
      return messages.composer.unexpected;
  }
}

/** Why a press of Send sent nothing; empty where what shows it says so itself. */
export function refusalSentence(
  { question, problem, composition }: Pick<ComposerController, 'question' | 'problem' | 'composition'>,
  before: Composition | null,
  words: ComposerWords,
): string {
  if (!before) return words.messages.composer.obstacles.loading;
  if (question) return question.type === 'news' ? '' : changeSentence(question, before, words);
  if (problem) return problemSentence(problem, words);
  return obstacleSentence((composition ?? before).obstacle, before, words);
}
