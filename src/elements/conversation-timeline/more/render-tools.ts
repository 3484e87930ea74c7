import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { TimelineEntry } from '../../../controllers/timeline-controller.ts';
import { textOf } from '../../../domain/preview.ts';
import type { ShortcutCommand } from '../../../domain/shortcuts.ts';
import { canQuote } from '../../../domain/quoting.ts';
import {
  copyIcon,
  failedIcon,
  markUnreadIcon,
  moreIcon,
  pendingIcon,
  replyIcon,
  sentIcon,
} from '../../../styles/icons.ts';
import type { RowContext } from '../row-context.ts';
import { takeKey } from '../../../dom/take-key.ts';

/** What can be done with any message; shown beside the one in use. */
export function renderTools(entry: TimelineEntry, context: RowContext): TemplateResult | typeof nothing {
  const { more, desk, state, showsDetails } = context;
  const { message, key } = entry;
  if (!more) return nothing;
  const { tools } = more.texts;
  const isCopied = state === 'copied';
  return html`<div class="tools" role="group" aria-label=${tools.label} @keydown=${closeByKey}>
    <button
      type="button"
      class="button quiet icon-only opener"
      tabindex=${context.tabIndex}
      aria-label=${tools.open}
      title=${tools.open}
      aria-expanded="false"
      @click=${toggle}
    >
      ${moreIcon()}
    </button>
    ${
      desk.mayReply(message, canQuote)
        ? tool(context, { label: tools.reply, icon: replyIcon(), press: () => desk.reply(message) })
        : nothing
    }
    ${
      textOf(message.content) === ''
        ? nothing
        : tool(context, {
            label: isCopied ? tools.copied : tools.copy,
            icon: isCopied ? sentIcon() : copyIcon(),
            press: () => desk.act('copy', entry),
          })
    }
    ${
      desk.mayMarkUnread(message)
        ? tool(context, {
            label: tools.markUnread,
            icon: markUnreadIcon(),
            press: () => desk.act('mark-unread', entry),
            command: 'mark-unread',
          })
        : nothing
    }
    ${state === 'failed' ? html`<span class="failure">${failedIcon()}${more.texts.trouble.actionFailed}</span>` : nothing}
    ${tool(context, {
      label: tools.details,
      icon: pendingIcon(),
      press: () => desk.toggleDetails(key),
      isExpanded: showsDetails,
    })}
  </div>`;
}

interface Tool {
  readonly label: string;
  readonly icon: TemplateResult;
  readonly press: () => void;
  readonly isExpanded?: boolean;
  /** The command whose keys press it while its message has the focus. */
  readonly command?: ShortcutCommand;
}

function tool({ tabIndex }: RowContext, { label, icon, press, isExpanded, command }: Tool): TemplateResult {
  return html`<button
    type="button"
    class="button quiet icon-only"
    tabindex=${tabIndex}
    aria-label=${label}
    title=${label}
    aria-expanded=${ifDefined(isExpanded)}
    data-command=${ifDefined(command)}
    @click=${press}
  >
    ${icon}
  </button>`;
}

/** Beside narrow messages there is room for one button only: it opens the others until the message is left. */
function toggle({ currentTarget }: Event): void {
  if (currentTarget instanceof HTMLElement) setOpen(currentTarget, currentTarget.ariaExpanded === 'false');
}

function closeByKey(event: KeyboardEvent): void {
  const { currentTarget, key } = event;
  if (key !== 'Escape' || !(currentTarget instanceof HTMLElement)) return;
  const opener = currentTarget.querySelector<HTMLElement>('.opener');
  // Where there is room for all of them none is to be closed, and Escape leads to the message.
  if (!opener?.checkVisibility() || opener.ariaExpanded === 'false') return;
  takeKey(event);
  setOpen(opener, false);
  opener.focus();
}

function setOpen(opener: HTMLElement, isOpen: boolean): void {
  opener.ariaExpanded = String(isOpen);
  opener.parentElement?.classList.toggle('open', isOpen);
}
