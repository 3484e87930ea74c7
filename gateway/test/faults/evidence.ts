import type { Conversation, Message } from '../../../src/domain/model.ts';

/** What a co-worker's device asked for, and whether it was told that it is stored. */
export interface Sent {
  readonly clientId: string;
  readonly conversationId: string;
  readonly text: string;
  isAnswered: boolean;
}

/** What a customer wrote; each text stands for one message only. */
export interface Written {
  readonly text: string;
  /** Whether the provider was told that it is taken. */
  isTaken: boolean;
}

/** What one device heard on its stream, and what it believes by that. */
export interface Heard {
  readonly who: string;
  /** Each version of a message, in the order in which they came. */
  readonly versions: readonly Message[];
  /** The newest of each message by id, as a device keeps it. */
  readonly messages: ReadonlyMap<string, Message>;
}

/** Everything as one instance tells it to somebody new, at rest. */
export interface FinalRead {
  readonly who: string;
  readonly conversations: readonly Conversation[];
  readonly messages: readonly Message[];
}

/** Everything that is known about a run: what was asked, what left the building, what was heard, what is there. */
export interface Evidence {
  readonly sent: readonly Sent[];
  readonly written: readonly Written[];
  /** Client ids in the order in which the provider was asked to send. */
  readonly dispatched: readonly string[];
  readonly heard: readonly Heard[];
  readonly final: readonly FinalRead[];
}
