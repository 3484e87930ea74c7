import type { ChannelKind } from '../../../src/domain/model.ts';
import type { EndingChoice } from './endings.ts';

/** A message as the phone shows it. */
export interface PhoneMessage {
  readonly id: string;
  readonly channel: ChannelKind | null;
  /** Whether the phone's owner wrote it. */
  readonly isMine: boolean;
  /** Epoch ms. */
  readonly at: number;
  readonly text: string;
  /** Whether it got here. */
  readonly arrived: boolean;
}

/** A stretch of what was exchanged with a number, oldest first. */
export interface PhonePage {
  readonly messages: readonly PhoneMessage[];
  /** Ask with this for what was before; `null` = that is all. */
  readonly older: string | null;
}

/** What the phone's owner writes. */
export interface PhoneReply {
  readonly channel: 'sms' | 'whatsapp';
  /** E.164. */
  readonly from: string;
  readonly fromName: string | null;
  readonly to: string;
  /** Epoch ms. */
  readonly at: number;
  readonly text: string;
}

/** What the line tells the page. */
export interface PhoneLineEvents {
  /** Something was sent, received or reported. */
  changed(): void;
  /** Everything there was is gone. */
  reset(): void;
}

/** The phone's connection to the network: what arrives, what is written, how messages end. */
export interface PhoneLine {
  start(events: PhoneLineEvents): Promise<void>;
  /** Numbers that wrote or were written to, the latest first, E.164. */
  readonly lately: readonly string[];
  /** What was exchanged with a number; the newest page unless `older` says otherwise. */
  page(number: string, older?: string): Promise<PhonePage>;
  /** Hands over what the phone's owner writes. */
  write(reply: PhoneReply): Promise<void>;
  /** How messages end now. */
  choice(): Promise<EndingChoice>;
  /** Messages from now on end like this. */
  choose(choice: EndingChoice): Promise<void>;
}
