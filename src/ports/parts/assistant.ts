import type { Message } from '../../domain/model.ts';
import type { CallOptions } from '../calls.ts';

/** What an assistant is asked for: an answer, another wording, a translation, or what the conversation is about. */
export type AssistantTask = 'suggest' | 'rewrite' | 'translate' | 'summarise';

/** How a text should sound. */
export type AssistantTone = 'neutral' | 'formal' | 'friendly' | 'shorter' | 'longer';

/** What an assistant is told. Only this leaves the page, and only after somebody pressed a button. */
export interface AssistantRequest {
  readonly task: AssistantTask;
  readonly conversationId: string;
  /** What is in the text field: what to reword or translate; may be empty for the others. */
  readonly text: string;
  /** BCP 47 tag to answer in; `null` = that of the conversation. */
  readonly language: string | null;
  /** `null` = as it is. */
  readonly tone: AssistantTone | null;
  /** The messages that the agent sees, oldest first; notes only where the host allows it. */
  readonly messages: readonly Message[];
}

/** A piece of an answer as it comes. */
export interface AssistantChunk {
  /** Which of several proposals it belongs to, from 0. */
  readonly proposal: number;
  /** To be put behind what came before. Plain text. */
  readonly text: string;
}

/**
 * An assistant, of the backend or of the host (B20). It proposes; it never sends, and nothing of it is shown without
 * being marked as proposed.
 */
export interface AssistantPart {
  /** What it can do; elements show no more. */
  readonly tasks: readonly AssistantTask[];
  /**
   * Begins at once and ends with the answer. Leaving the loop, or aborting the signal, ends it; aborting makes the loop
   * throw `aborted`. Errors are `AdapterError`s, thrown out of the loop.
   */
  ask(request: AssistantRequest, options?: CallOptions): AsyncIterable<AssistantChunk>;
}
