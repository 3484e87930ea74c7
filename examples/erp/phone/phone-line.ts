import type { CmIncomingDraft } from '../../../src/domain/cm-messages.ts';
import type { Attachment, ChannelKind, Content } from '../../../src/domain/model.ts';
import type { RevisionType } from '../../../src/domain/revisions.ts';
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
  readonly content: Content;
  /** What the provider knows it by; `null` for what the phone's owner wrote. */
  readonly reference: string | null;
  /** The id of the message that it answers. */
  readonly answersId: string | null;
  /** How somebody reacted to it. */
  readonly reactions: readonly string[];
  /** Whether it got here. */
  readonly arrived: boolean;
  /** Whether its writer changed it. */
  readonly edited?: boolean;
  /** Whether its writer can change it or take it back. */
  readonly revisable?: boolean;
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
  readonly content: CmIncomingDraft['content'];
  /** The message that it answers, as the provider knows it; the own message that it changes, by its id. */
  readonly answers: string | null;
  /** What is done to that own message. */
  readonly revision?: RevisionType;
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
  /** Where a file of a message can be seen; `null` where it cannot. */
  fileUrl(attachmentId: string): Promise<string | null>;
  /** Puts a file where the other side can fetch it. `null` where it has no place yet. */
  keepFile(number: string, file: File): Promise<Attachment | null>;
  /** How messages end now. */
  choice(): Promise<EndingChoice>;
  /** Messages from now on end like this. */
  choose(choice: EndingChoice): Promise<void>;
}
