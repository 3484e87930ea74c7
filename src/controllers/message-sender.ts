import { targetChange, type TargetChange, type TextBasis } from '../domain/composition.ts';
import type { GuardFinding } from '../domain/send-guard.ts';
import type { Content, Mention } from '../domain/model.ts';
import type { AdapterErrorCode } from '../ports/adapter-error.ts';
import { AdapterError } from '../ports/adapter-error.ts';
import type { Draft, OutboxEntry, StorageProblem } from '../ports/storage.ts';
import { StorageError } from '../ports/storage.ts';
import type { MessagingSession } from '../sync/session-api.ts';
import type { EnclosedMessage } from './enclosures.ts';

/** What is about to be sent, complete and frozen. */
export type Sending =
  | {
      readonly command: 'send';
      readonly text: string;
      /** What goes instead of the bare text, e.g. an approved template. */
      readonly content?: Content;
      /** What text and files become, in order; absent for a text alone. */
      readonly messages?: readonly EnclosedMessage[];
      /** The target of now. */
      readonly target: TextBasis;
      /** The target when the text was begun; `null` when nobody knows, as for an invitation. */
      readonly begun: TextBasis | null;
      readonly draft: Draft | null;
      /** What happened since the agent last looked; reviewed before it leaves (B14). */
      readonly news?: readonly GuardFinding[];
      /** Until then it can be taken back, epoch ms of the device. */
      readonly notBefore?: number;
    }
  | {
      readonly command: 'note';
      readonly conversationId: string;
      readonly text: string;
      readonly mentions: readonly Mention[];
      readonly draft: Draft;
    };

/** What the agent decides before a message leaves. */
export type SendQuestion = TargetChange | { readonly type: 'news'; readonly findings: readonly GuardFinding[] };

/** Why a message could not be kept for sending; the text stays in the composer. */
export type SendProblem =
  | { readonly type: 'storage'; readonly problem: StorageProblem }
  | { readonly type: 'backend'; readonly code: AdapterErrorCode }
  | { readonly type: 'unexpected' };

/** Told about what happens to a message. */
export interface SendListener {
  /** Asks the host page; `false` keeps the text. */
  mayLeave(sending: Extract<Sending, { readonly command: 'send' }>): boolean;
  sent(conversationId: string, clientId: string): void;
  /** `clientId` is `null` for what was no draft. */
  failed(conversationId: string, clientId: string | null, reason: string): void;
  changed(): void;
}

/** How sending is doing in one conversation. */
export interface SendState {
  /** From the press of Send until the message is safe. */
  readonly isSending: boolean;
  /** Why the last attempt failed. */
  readonly problem: SendProblem | null;
  /** What the agent must decide before the message leaves. */
  readonly question: SendQuestion | null;
}

const idle: SendState = { isSending: false, problem: null, question: null };

/**
 * Hands messages to the session, one at a time per conversation: whatever is pressed twice goes once (B3). Recipient,
 * channel and sender are those in the `Sending`; if they are not those the text was begun for, it asks first.
 */
export class MessageSender {
  readonly #listener: SendListener;
  readonly #states = new Map<string, SendState>();

  constructor(listener: SendListener) {
    this.#listener = listener;
  }

  /** How sending is doing in a conversation. */
  stateOf(conversationId: string): SendState {
    return this.#states.get(conversationId) ?? idle;
  }

  /** Forgets question and problem: the text or its target was changed. What is under way goes on. */
  forget(conversationId: string): void {
    const { isSending, problem, question } = this.stateOf(conversationId);
    if (question || problem) this.#set(conversationId, { ...idle, isSending });
  }

  /**
   * Sends, unless the target changed since the text was begun and the agent has not agreed.
   *
   * @returns whether the message is safe and on its way
   */
  async send(session: MessagingSession, sending: Sending, agreed?: 'agreed'): Promise<boolean> {
    const id = conversationOf(sending);
    if (this.stateOf(id).isSending) return false;
    const question = agreed || sending.command === 'note' ? null : changeOf(sending);
    this.#set(id, { ...idle, question });
    if (question || (sending.command === 'send' && !this.#listener.mayLeave(sending))) return false;
    this.#set(id, { ...idle, isSending: true });
    const problem = await this.#deliver(session, sending);
    this.#set(id, { ...idle, problem });
    return problem === null;
  }

  async #deliver(session: MessagingSession, sending: Sending): Promise<SendProblem | null> {
    try {
      for (const deliver of deliveries(session, sending)) {
        const { clientId, target } = await deliver();
        this.#listener.sent(target.conversationId, clientId);
      }
      return null;
    } catch (error) {
      const problem = problemOf(error);
      this.#listener.failed(conversationOf(sending), sending.draft?.clientId ?? null, reasonOf(problem));
      return problem;
    }
  }

  #set(conversationId: string, state: SendState): void {
    if (state.isSending || state.problem || state.question) this.#states.set(conversationId, state);
    else this.#states.delete(conversationId);
    this.#listener.changed();
  }
}

function changeOf({ begun, target, news = [] }: Extract<Sending, { readonly command: 'send' }>): SendQuestion | null {
  const change = begun && targetChange(begun, target);
  return change ?? (news.length > 0 ? { type: 'news', findings: news } : null);
}

/** One message after the other: should one not be kept, those behind it are still in the composer. */
function deliveries(session: MessagingSession, sending: Sending): (() => Promise<OutboxEntry>)[] {
  const draft = sending.draft?.key ?? null;
  if (sending.command === 'note') return [() => session.addNote({ ...noteOf(sending), draft })];
  const { conversationId, channel, accountId } = sending.target;
  const content = sending.content ?? { kind: 'text', text: sending.text };
  const messages = sending.messages ?? [{ content, carriesText: true }];
  // A quote without a text goes with the first file.
  const withDraft = Math.max(
    0,
    messages.findIndex(({ carriesText }) => carriesText),
  );
  return messages.map(
    ({ content: part, fileId }, index) =>
      () =>
        session.send({
          conversationId,
          channel,
          accountId,
          content: part,
          replyToId: index === 0 && !sending.content ? (sending.draft?.replyToId ?? null) : null,
          draft: index === withDraft ? draft : null,
          fileId,
          ...(sending.notBefore !== undefined && { notBefore: sending.notBefore }),
        }),
  );
}

function noteOf({ conversationId, text, mentions }: Extract<Sending, { readonly command: 'note' }>) {
  return { conversationId, text, mentions };
}

function conversationOf(sending: Sending): string {
  return sending.command === 'send' ? sending.target.conversationId : sending.conversationId;
}

function problemOf(error: unknown): SendProblem {
  if (error instanceof StorageError) return { type: 'storage', problem: error.problem };
  if (error instanceof AdapterError) return { type: 'backend', code: error.code };
  return { type: 'unexpected' };
}

function reasonOf(problem: SendProblem): string {
  if (problem.type === 'storage') return problem.problem;
  return problem.type === 'backend' ? problem.code : problem.type;
}
