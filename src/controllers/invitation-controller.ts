import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { buildInvitation, Invitation } from '../domain/invitation.ts';
import type { ConversationTemplate, RecipientSummary } from '../domain/model.ts';
import type { MessagingSession } from '../sync/session-api.ts';

interface InvitationSettings {
  readonly code: string;
  readonly whatsappNumber: string;
  readonly templates: readonly ConversationTemplate[];
}

/** Settings change seldom: one question per session, whatever the number of composers. Failures are not kept. */
const asked = new WeakMap<MessagingSession, Promise<InvitationSettings | null>>();
/** Those on the page: they ask again when somebody changes the settings there. */
const shown = new Set<InvitationController>();
/** What makes invitations is a chunk of its own: most conversations need none. */
let build: typeof buildInvitation | null = null;

function settingsOf(session: MessagingSession): Promise<InvitationSettings | null> {
  const known = asked.get(session);
  if (known) return known;
  const asking = Promise.all([session.getInvitation(), session.listConversationTemplates()]).then(
    ([invitation, templates]) => invitation && { ...invitation, templates },
  );
  asked.set(session, asking);
  asking.catch(() => asked.delete(session));
  return asking;
}

/** Templates or the setting that names the invitation were changed on this page: composers ask again. */
export function invitationChanged(session: MessagingSession): void {
  asked.delete(session);
  for (const controller of shown) controller.refresh(session);
}

/** Makes WhatsApp invitations (B2) from the backend's templates and the setting that names one. */
export class InvitationController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #session: MessagingSession | null = null;
  #settings: InvitationSettings | null = null;
  #isLoading = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    shown.add(this);
    // The settings may have been changed while nobody told this one.
    this.#ask();
  }

  hostDisconnected(): void {
    shown.delete(this);
  }

  /** Whether an invitation is set up at all. */
  get isConfigured(): boolean {
    return this.#settings !== null;
  }

  /** Call from `willUpdate` with the session once it is ready. */
  sync(session: MessagingSession | null): void {
    if (session === this.#session) return;
    this.#session = session;
    this.#settings = null;
    this.#ask();
  }

  /** Asks again if the settings of this session are in use here; the old ones stand until the answer is there. */
  refresh(session: MessagingSession): void {
    if (session === this.#session) this.#ask();
  }

  /** The invitation for a recipient; `null` while none is set up, or what makes it is still loading. */
  for(recipient: RecipientSummary): Invitation | null {
    if (!build) this.#load();
    return build && this.#settings && build({ ...this.#settings, recipient });
  }

  #ask(): void {
    const session = this.#session;
    if (!session) return;
    settingsOf(session).then(
      (settings) => {
        if (session !== this.#session) return;
        this.#settings = settings;
        this.#host.requestUpdate();
      },
      () => {
        // The option stays hidden, as without a setting; the next composer asks again.
      },
    );
  }

  #load(): void {
    if (this.#isLoading) return;
    this.#isLoading = true;
    import('../domain/invitation.ts')
      .then(({ buildInvitation }) => {
        build = buildInvitation;
        this.#host.requestUpdate();
      })
      .catch(() => {
        // The next render asks for it again.
        this.#isLoading = false;
      });
  }
}
