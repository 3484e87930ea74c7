import type { Branch, Conversation, ConversationTemplate, CoWorker, Message, Recipient } from '../../domain/model.ts';

/** What an embedded backend starts with. Everything absent is empty. */
export interface EmbeddedData {
  readonly coWorkers?: readonly CoWorker[];
  readonly branches?: readonly Branch[];
  /** Phone numbers may be spelled in any way; they are stored as E.164 where they can be read. */
  readonly recipients?: readonly Recipient[];
  readonly conversations?: readonly Conversation[];
  /** In any order; each belongs to one of `conversations`. */
  readonly messages?: readonly Message[];
  readonly templates?: readonly ConversationTemplate[];
  /** Code of the invitation template and the WhatsApp number for its link. */
  readonly invitation?: { readonly code: string; readonly whatsappNumber: string } | null;
}
