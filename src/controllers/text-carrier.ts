import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ChannelOption } from '../domain/channel-choice.ts';
import { basisOf } from '../domain/composition.ts';
import type { ComposerController } from './composer-controller.ts';
import { type ComposeRequest, type Composition, keyOf } from './composition.ts';
import type { DraftKey } from '../ports/storage.ts';

type Host = ReactiveControllerHost & { readonly conversationId: string | null };

/** Puts texts into the drafts of a composer, and takes them from one channel to another. */
export class TextCarrier {
  readonly #host: Host;
  readonly #composer: ComposerController;

  constructor(host: Host, composer: ComposerController) {
    this.#host = host;
    this.#composer = composer;
  }

  /** Goes on by another channel and takes the text along, unless something is typed there already. */
  continueBy(option: ChannelOption): void {
    const { composition } = this.#composer;
    if (!composition) return;
    if (composition.mode === 'reply' && option.id !== 'whatsapp-invitation') this.#carry(composition, option);
    this.#composer.chooseChannel(option.id);
  }

  /**
   * Takes up a request to write a text anew, or to answer a message, as soon as the conversation is there.
   *
   * @returns `false` when another conversation is open
   */
  async takeUp({ conversationId, channel, by, text, file, replyToId }: ComposeRequest): Promise<boolean> {
    const composition = await this.#loaded(conversationId);
    if (!composition) return false;
    const { options } = composition;
    const from = options.find(({ id }) => id === channel) ?? composition.option;
    const other = options.find(({ id, enabled }) => enabled && id !== channel && id !== 'whatsapp-invitation');
    const to = by === 'other-channel' ? (other ?? from) : from;
    if (text !== null) this.#append(composition, to, text);
    else if (to !== from) this.#carry({ ...composition, mode: 'reply', option: from }, to, 'append');
    this.#composer.chooseMode('reply');
    this.#composer.chooseChannel(to.id);
    const key = keyOf({ ...composition, mode: 'reply', option: to });
    if (key && file) await this.#composer.enclosures?.bringBack(key, file.attachment, file.caption);
    if (key && replyToId !== undefined && to.id === channel) this.#composer.drafts.setReplyTo(key, replyToId);
    return true;
  }

  /** Quotes no message any more. */
  unquote(): void {
    const { composition, drafts } = this.#composer;
    const key = composition && keyOf(composition);
    if (key) drafts.setReplyTo(key, null);
  }

  async #loaded(conversationId: string): Promise<Composition | null> {
    while (this.#host.conversationId === conversationId) {
      const { composition } = this.#composer;
      if (composition?.conversation.id === conversationId) return composition;
      await nextUpdate(this.#host);
    }
    return null;
  }

  #carry(from: Composition, to: ChannelOption, existing: 'keep' | 'append' = 'keep'): void {
    const { drafts, enclosures } = this.#composer;
    const source = keyOf(from);
    const target = keyOf({ ...from, mode: 'reply', option: to });
    if (!source || !target) return;
    const text = drafts.get(source)?.text ?? '';
    const isTaken = this.#isTaken(target);
    if (!isTaken) enclosures?.move(source, target);
    if (text === '' || (existing === 'keep' && isTaken)) return;
    this.#append(from, to, text);
    drafts.setText(source, '');
  }

  #isTaken(key: DraftKey): boolean {
    const { drafts, enclosures } = this.#composer;
    return (drafts.get(key)?.text ?? '') !== '' || (enclosures?.has(key) ?? false);
  }

  #append(composition: Composition, option: ChannelOption, text: string): void {
    const key = keyOf({ ...composition, mode: 'reply', option });
    const { drafts } = this.#composer;
    if (!key) return;
    const typed = drafts.get(key)?.text ?? '';
    drafts.setText(key, typed === '' ? text : `${typed}\n${text}`, basisOf(composition.conversation, option));
  }
}

function nextUpdate(host: ReactiveControllerHost): Promise<void> {
  return new Promise((resolve) => {
    const once: ReactiveController = {
      hostUpdated: () => {
        host.removeController(once);
        resolve();
      },
    };
    host.addController(once);
  });
}
