import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { runTold } from '../../dom/run-told.ts';
import type { ViewCommand } from '../events.ts';

/** A command that does nothing while it is not enabled. */
export function command(id: string, label: string, enabled: boolean, work: () => unknown): ViewCommand {
  return {
    id,
    label,
    enabled,
    run: async () => {
      if (enabled) await work();
    },
  };
}

/** How the button of a command differs from others. */
export interface CommandButtonLook {
  /** Only where there is room for many. */
  readonly isRoomy?: boolean;
  /** For one that opens and closes something. */
  readonly isExpanded?: boolean;
}

/** The button of a command, by its sign; nothing where there is no such command. */
export function commandButton(
  commands: readonly ViewCommand[],
  id: string,
  icon: TemplateResult,
  { isRoomy = false, isExpanded }: CommandButtonLook = {},
): TemplateResult | typeof nothing {
  const found = commands.find((one) => one.id === id);
  if (!found) return nothing;
  return html`<button
    type="button"
    class="button quiet icon-only ${isRoomy ? 'roomy' : ''}"
    data-command=${id}
    aria-label=${found.label}
    title=${found.label}
    aria-disabled=${found.enabled ? 'false' : 'true'}
    aria-expanded=${ifDefined(isExpanded === undefined ? undefined : isExpanded ? 'true' : 'false')}
    @click=${() => runTold(found)}
  >
    ${icon}
  </button>`;
}
