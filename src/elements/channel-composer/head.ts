import { html, nothing, type TemplateResult } from 'lit';
import { type ChannelOption, type Composition, windowLeft } from '../../controllers/composer-controller.ts';
import type { ChannelKind } from '../../domain/model.ts';
import { visibleName } from '../../domain/visible-text.ts';
import type { ComposerMode } from '../../ports/storage.ts';
import { inviteIcon, noteIcon, replyIcon } from '../../styles/icons.ts';
import { channelIcon, recipientName } from '../recipient.ts';
import { type Choice, choiceRow } from './choices.ts';
import { addressOf, channelName, type ComposerWords } from './words.ts';

/** What the top line needs to know besides the composition. */
export interface HeadContext extends ComposerWords {
  readonly hasNotes: boolean;
  readonly hasDraft: (mode: ComposerMode, channel: ChannelKind | null) => boolean;
  readonly chooseChannel: (id: ChannelOption['id']) => void;
  readonly chooseMode: (mode: ComposerMode) => void;
  /** The own number it goes from, where there is a choice. */
  readonly sender: unknown;
}

/** Channel, recipient and kind of message, above the text. */
export function composerHead(composition: Composition, context: HeadContext): TemplateResult {
  const { mode } = composition;
  return html`${mode === 'reply' ? channelChoices(composition, context) : nothing}
    <div class="aim">
      ${
        mode === 'reply'
          ? html`<div class="ends">${recipientLine(composition, context)}${context.sender}</div>`
          : html`<span class="to">${context.messages.composer.noteHint}</span>`
      }
      ${context.hasNotes ? modeChoices(composition, context) : nothing}
    </div>`;
}

function channelChoices({ options, option, now }: Composition, context: HeadContext): TemplateResult {
  const { composer } = context.messages;
  return choiceRow({
    name: composer.channel,
    part: 'channel',
    selected: option.id,
    choose: (id) => {
      const chosen = options.find((candidate) => candidate.id === id);
      if (chosen) context.chooseChannel(chosen.id);
    },
    choices: options.map((candidate) => channelChoice(candidate, candidate.id === option.id, now, context)),
  });
}

function channelChoice(option: ChannelOption, isSelected: boolean, now: number, context: HeadContext): Choice {
  const { composer } = context.messages;
  const isInvitation = option.id === 'whatsapp-invitation';
  const left = isInvitation ? null : windowLeft(option.window, now);
  const isClosed = !isInvitation && option.window.state !== 'open' && option.target?.lastIncomingAt != null;
  const hasDraft = !isSelected && !isInvitation && context.hasDraft('reply', option.channel);
  return {
    id: option.id,
    name: channelName(option.id, context),
    icon: isInvitation ? inviteIcon() : channelIcon(option.channel),
    note: left ? composer.left(context.formats.duration(left.leftMs)) : isClosed ? composer.closed : '',
    tone: !left ? 'muted' : left.urgency === 'open' ? 'plain' : 'caution',
    draft: hasDraft ? composer.draft : '',
  };
}

function recipientLine(composition: Composition, context: HeadContext): TemplateResult {
  const address = addressOf(composition);
  const name = visibleName(recipientName(composition.conversation, context.messages));
  return html`<span class="to" part="recipient"
    >${context.messages.composer.to} <bdi class="name">${name}</bdi>${
      address === '' || address === name ? nothing : html` · <bdi class="address">${address}</bdi>`
    }</span
  >`;
}

function modeChoices({ mode, option }: Composition, context: HeadContext): TemplateResult {
  const { composer } = context.messages;
  const draft = (of: ComposerMode): string => {
    if (of === mode) return '';
    return context.hasDraft(of, of === 'note' ? null : option.channel) ? composer.draft : '';
  };
  const choice = (id: ComposerMode, icon: TemplateResult): Choice => ({
    id,
    name: composer.modes[id],
    icon,
    note: '',
    tone: 'plain',
    draft: draft(id),
  });
  return choiceRow({
    name: composer.mode,
    part: 'mode',
    selected: mode,
    choose: (id) => context.chooseMode(id === 'note' ? 'note' : 'reply'),
    choices: [choice('reply', replyIcon()), choice('note', noteIcon())],
  });
}
