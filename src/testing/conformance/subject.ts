import type { ChannelKind } from '../../domain/model.ts';
import type { BackendSession, HostContext, MessagingAdapter } from '../../ports/adapter.ts';

/** What a customer writes, for {@link ConformanceSubject.incoming}. */
export interface IncomingText {
  readonly channel: ChannelKind;
  /** The customer's address, as the conversation's channel has it. */
  readonly address: string;
  readonly text: string;
}

/** What a customer does to what they wrote before, for {@link ConformanceSubject.revise}. */
export interface IncomingRevision {
  readonly channel: ChannelKind;
  readonly address: string;
  /** What it said as it came; no two messages of the kit say the same. */
  readonly before: string;
  /** What it says from now on; `null` takes it back. */
  readonly text: string | null;
}

/** A picture that a customer sends, for {@link ConformanceSubject.incomingPicture}. */
export interface IncomingPicture {
  readonly channel: ChannelKind;
  readonly address: string;
  /** Where it will stand. */
  readonly conversationId: string;
  readonly caption: string;
  /** JPEG, as far as its first bytes tell. */
  readonly bytes: Blob;
}

/**
 * What the kit works on. The backend holds at least three conversations that the agent may see, with different
 * recipients, and one that may be written to now. Everything but `adapter` is optional: the checks that need it are
 * listed as skipped.
 */
export interface ConformanceSubject {
  /** The adapter, not yet connected. */
  readonly adapter: MessagingAdapter;
  /** Another agent or device on the same backend, not yet connected. */
  readonly second?: MessagingAdapter;
  /** What the adapter is given when it connects, where the defaults will not do: mostly the token. */
  readonly host?: Partial<HostContext>;
  /** A customer writes. Resolves when the provider has handed it over, not when it is shown. */
  readonly incoming?: (message: IncomingText) => Promise<void>;
  /** The customer sends a picture. Resolves when the provider has handed it over, not when it is fetched. */
  readonly incomingPicture?: (picture: IncomingPicture) => Promise<void>;
  /** The customer changes or takes back what came by `incoming` or `incomingPicture`. Resolves as those do. */
  readonly revise?: (revision: IncomingRevision) => Promise<void>;
  /** Moves the backend's and the adapter's time; without it the kit waits in real time. */
  readonly advance?: (ms: number) => Promise<void>;
  /** Stops the backend as a crash would and starts it again; gives an adapter for the same agent, not yet connected. */
  readonly restart?: () => Promise<MessagingAdapter>;
  /** Client ids handed to the provider so far, in order and as often as it happened. */
  readonly dispatched?: () => Promise<readonly string[]>;
  /** Ends everything that the setup made. */
  readonly dispose?: () => Promise<void>;
}

/** Options of the kit. */
export interface ConformanceOptions {
  /** Makes the random checks repeatable; absent = another one each time, printed with the report. */
  readonly seed?: number;
  /** Commands of the model check. Default 120. */
  readonly modelSteps?: number;
  /** How long something that must come may take, ms of real time. Default 5000. */
  readonly patienceMs?: number;
  /** How long to listen for something that must not come, ms of real time. Default 50. */
  readonly quietMs?: number;
  /** When a check counts as hanging, ms of real time. Default 60 000. */
  readonly timeoutMs?: number;
}

/** Parts that have checks. */
export type PartNeed =
  | 'directory'
  | 'templates'
  | 'tags'
  | 'teams'
  | 'counts'
  | 'bulk'
  | 'phoneConversion'
  | 'attachments'
  | 'approvedTemplates'
  | 'templateEditing'
  | 'quickReplies'
  | 'schedule'
  | 'presence';

/** What a check can ask for beyond an adapter that answers. */
export type Need =
  | 'searchMessages'
  | 'second'
  | 'incoming'
  | 'incomingPicture'
  | 'revise'
  | 'advance'
  | 'restart'
  | 'dispatched'
  | 'realtime'
  | 'cursor'
  | 'resume-exact'
  | 'resume-reset'
  | 'dense'
  | 'idempotency'
  | 'conflict-check'
  | 'durable'
  | PartNeed
  | keyof BackendSession['capabilities']['can'];

/** Why a need is not met; `null` if it is. */
export function whyMissing(need: Need, subject: ConformanceSubject, session: BackendSession): string | null {
  const { capabilities } = session;
  switch (need) {
    case 'second':
    case 'incoming':
    case 'incomingPicture':
    case 'revise':
    case 'advance':
    case 'restart':
    case 'dispatched':
      return subject[need] ? null : `the setup has no ${need}`;
    case 'realtime':
      return capabilities.realtime === 'none' ? 'realtime is none' : null;
    case 'cursor':
      return session.cursor === null ? 'connect gives no cursor' : null;
    case 'resume-exact':
      return capabilities.resume === 'exact' ? null : 'resume is reset';
    case 'resume-reset':
      return capabilities.resume === 'reset' ? null : 'resume is exact';
    case 'dense':
      return capabilities.sequence === 'dense' ? null : 'sequence is sparse';
    case 'idempotency':
      return capabilities.idempotencyMs > 0 ? null : 'idempotencyMs is 0';
    case 'conflict-check':
      return capabilities.conflictCheck ? null : 'conflictCheck is false';
    case 'durable':
      return capabilities.durable ? null : 'durable is false';
    case 'directory':
    case 'templates':
    case 'tags':
    case 'teams':
    case 'counts':
    case 'bulk':
    case 'phoneConversion':
    case 'attachments':
    case 'approvedTemplates':
    case 'templateEditing':
    case 'quickReplies':
    case 'presence':
    case 'schedule':
      return capabilities.parts.includes(need) ? null : `there is no part ${need}`;
    case 'searchMessages':
      return capabilities.parts.includes('search') ? null : 'there is no part search';
    default:
      return capabilities.can[need] ? null : `can.${need} is false`;
  }
}
