import { html, nothing, type TemplateResult } from 'lit';
import type { Localization, Messages } from '../../../controllers/localization.ts';
import type { SessionStatus } from '../../../controllers/session-controller.ts';
import type { AdapterErrorCode } from '../../../ports/adapter-error.ts';
import type { ViewSoonTexts } from '../../../locales/view-soon.ts';
import { cautionIcon, clearIcon, failedIcon, offlineIcon, signInIcon, storageIcon } from '../../../styles/icons.ts';

/** One notice. */
interface Banner {
  readonly kind: 'critical' | 'caution' | 'note';
  readonly icon: TemplateResult;
  readonly text: string;
}

/** What the notices depend on. */
export interface BannerInputs {
  readonly status: SessionStatus | null;
  readonly localization: Localization<ViewSoonTexts>;
  /** Who was quicker with an assignment, by name; `''` when nobody has the conversation; `null` when nobody was. */
  readonly taken: string | null;
  /** Why the last action failed; `null` when it did not. */
  readonly problem: AdapterErrorCode | null;
  readonly onCloseProblem: () => void;
}

/** What the note depends on. */
export interface NoteInputs extends Pick<BannerInputs, 'status' | 'localization'> {
  /** Whether the agent has closed it. */
  readonly noteIsClosed: boolean;
  readonly onCloseNote: () => void;
}

/** What is not as it should be: start, sign-in, connection, storage, the last action. The most urgent first (I4). */
export function viewBanners(inputs: BannerInputs): TemplateResult {
  const { status, localization, problem } = inputs;
  const storage = status && storageBanner(status, localization.messages);
  return html`<div role="status">
      ${status ? connectionBanner(status, localization) : nothing}
      ${storage?.kind === 'caution' ? banner(storage) : nothing}
    </div>
    <div role="alert">
      ${problem ? problemBanner(problem, inputs) : nothing}
      ${inputs.taken === null ? nothing : takenBanner(inputs.taken, inputs)}
    </div>`;
}

/** What is good to know and changes nothing: below the panes, so that nothing moves under the hand as it comes and goes. */
export function viewNote({ status, localization, noteIsClosed, onCloseNote }: NoteInputs): TemplateResult {
  const { messages } = localization;
  const storage = status && storageBanner(status, messages);
  return html`<div role="status">
    ${
      storage?.kind === 'note' && !noteIsClosed
        ? banner(
            storage,
            html`<button
              type="button"
              class="button quiet icon-only"
              aria-label=${messages.common.close}
              title=${messages.common.close}
              @click=${onCloseNote}
            >
              ${clearIcon()}
            </button>`,
          )
        : nothing
    }
  </div>`;
}

function problemBanner(problem: AdapterErrorCode, inputs: BannerInputs): TemplateResult {
  const { banners, common } = inputs.localization.messages;
  const text = `${banners.lastFailed} ${common.errors[problem]}`;
  const close = html`<button type="button" class="link" @click=${inputs.onCloseProblem}>${common.close}</button>`;
  return banner({ kind: 'critical', icon: failedIcon(), text }, close);
}

/** D1: two pressed together. The text that is being written stays. */
function takenBanner(name: string, inputs: BannerInputs): TemplateResult {
  const { banners, common } = inputs.localization.messages;
  const text = name === '' ? banners.givenBack : banners.takenBy(name);
  const close = html`<button type="button" class="link" @click=${inputs.onCloseProblem}>${common.close}</button>`;
  return banner({ kind: 'caution', icon: cautionIcon(), text }, close);
}

function connectionBanner(
  status: SessionStatus,
  localization: Localization<ViewSoonTexts>,
): TemplateResult | typeof nothing {
  const { banners } = localization.messages;
  const { phase, error, needsSignIn, offlineSince, outbox } = status;
  if (needsSignIn)
    return banner({
      kind: 'caution',
      icon: signInIcon(),
      text: withQueue(banners.signIn, banners.queuedForSignIn, outbox),
    });
  if (phase === 'starting')
    return error ? banner({ kind: 'caution', icon: offlineIcon(), text: banners.starting }) : nothing;
  if (offlineSince === null) return nothing;
  const since = banners.offlineSince(localization.formats.time(offlineSince));
  return banner({ kind: 'caution', icon: offlineIcon(), text: withQueue(since, banners.queued, outbox) });
}

function storageBanner({ phase, storage }: SessionStatus, { banners }: Messages<ViewSoonTexts>): Banner | null {
  if (phase !== 'ready' || storage.mode === 'durable') return null;
  const { mode, problem } = storage;
  if (problem === 'not-loaded') return { kind: 'caution', icon: storageIcon(), text: banners.notLoaded };
  const why =
    problem === 'blocked'
      ? banners.storageBlocked
      : problem === 'newer-version'
        ? banners.storageNewer
        : problem === 'quota'
          ? banners.storageQuota
          : '';
  const kind = mode === 'none' || why !== '' ? 'caution' : 'note';
  return { kind, icon: storageIcon(), text: `${why} ${banners.storage[mode]}`.trim() };
}

function withQueue(sentence: string, queued: (count: number) => string, { pending }: SessionStatus['outbox']): string {
  return pending > 0 ? `${sentence} ${queued(pending)}` : sentence;
}

function banner({ kind, icon, text }: Banner, action: TemplateResult | typeof nothing = nothing): TemplateResult {
  return html`<div class="banner ${kind}" part="banner">${icon}<span>${text}</span>${action}</div>`;
}
