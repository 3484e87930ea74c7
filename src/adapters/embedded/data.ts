import type { ApprovedTemplate } from '../../domain/approved-template.ts';
import type {
  Attachment,
  Branch,
  ChannelAccount,
  Conversation,
  ConversationTemplate,
  CoWorker,
  Message,
  Recipient,
} from '../../domain/model.ts';
import type { QuickReplyGroup } from '../../domain/quick-replies.ts';
import type { TeamHours } from '../../domain/opening-hours.ts';
import type { OutOfOfficeReply } from '../../domain/out-of-office.ts';
import type { RoutingRule } from '../../domain/routing.ts';
import type { Tag, TagSettings } from '../../domain/tags.ts';
import type { Team } from '../../domain/teams.ts';

/** What an embedded backend starts with. Everything absent is empty. */
export interface EmbeddedData {
  readonly coWorkers?: readonly CoWorker[];
  readonly branches?: readonly Branch[];
  /** The own numbers, pages and senders, where an agent may choose between several (B15). */
  readonly accounts?: readonly ChannelAccount[];
  /** Phone numbers may be spelled in any way; they are stored as E.164 where they can be read. */
  readonly recipients?: readonly Recipient[];
  readonly conversations?: readonly Conversation[];
  /** In any order; each belongs to one of `conversations`. */
  readonly messages?: readonly Message[];
  readonly templates?: readonly ConversationTemplate[];
  /** Code of the invitation template and the WhatsApp number for its link. */
  readonly invitation?: { readonly code: string; readonly whatsappNumber: string } | null;
  readonly tags?: readonly Tag[];
  /** Unless given co-workers may make tags, and archiving needs none. */
  readonly tagSettings?: TagSettings;
  readonly teams?: readonly Team[];
  /** Which team answers what; what no rule names goes to the default team. */
  readonly routing?: readonly RoutingRule[];
  /** When each team answers; one that is not named is always there. */
  readonly openingHours?: readonly TeamHours[];
  /** What customers hear on each channel while nobody is there. */
  readonly outOfOffice?: readonly OutOfOfficeReply[];
  /** The host's own phone fields as they are spelled there, for the conversion report. */
  readonly phones?: readonly SeedPhone[];
  /** Templates that are registered with the provider, of every status. */
  readonly approvedTemplates?: readonly ApprovedTemplate[];
  readonly quickReplies?: readonly QuickReplyGroup[];
  /** The bytes of files that messages or quick replies carry, by the id of the attachment. */
  readonly files?: readonly SeedFile[];
}

/** A file that is there from the start. */
export interface SeedFile {
  readonly attachment: Attachment;
  readonly bytes: Blob;
}

/** A phone field of a record of the host. */
export interface SeedPhone {
  readonly recipientId: string;
  readonly value: string;
  /** ISO 3166 code of the country whose national spelling counts for this record. */
  readonly country: string | null;
}
