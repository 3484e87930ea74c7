import type { TemplateCategory } from './approved-template.ts';
import type { ChannelKind, Conversation, ConversationChannel } from './model.ts';

type Consent = ConversationChannel['consent'];

/**
 * Whether a person agreed to be written to on a channel at an address (CS1). Asked of the person, not of the own number:
 * a refusal to one number counts for all; between the rest, a yes wins over not knowing.
 */
export function consentOf(
  { channels }: Pick<Conversation, 'channels'>,
  channel: ChannelKind,
  address: string,
): Consent {
  const said = channels.filter((used) => used.channel === channel && used.address === address);
  if (said.some(({ consent }) => consent === 'denied')) return 'denied';
  return said.some(({ consent }) => consent === 'granted') ? 'granted' : 'unknown';
}

/** What is to be sent, as far as consent goes: an answer, or an approved template of a category. */
export type SendPurpose = 'answer' | TemplateCategory;

/**
 * Whether it may go (CS2, CS3): never after a refusal; marketing only after a yes, and while nobody knows, the agent is
 * asked to confirm one. An answer needs none: the customer wrote.
 */
export function consentVerdict(consent: Consent, purpose: SendPurpose): 'allowed' | 'confirm' | 'denied' {
  if (consent === 'denied') return 'denied';
  return purpose === 'marketing' && consent === 'unknown' ? 'confirm' : 'allowed';
}
