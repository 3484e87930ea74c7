import { html, nothing, type TemplateResult } from 'lit';
import { addIcon, downloadIcon, importFileIcon } from '../../styles/icons.ts';
import type { EditorWords } from './words.ts';

/** What can be done with all templates. */
export interface ToolbarContext extends EditorWords {
  readonly canEdit: boolean;
  readonly isReadOnly: boolean;
  readonly mayExport: boolean;
  readonly begin: () => void;
  readonly export: () => void;
  readonly import: (file: File) => void;
}

/** New, import and export; or that nothing can be changed here. */
export function toolbar(context: ToolbarContext): TemplateResult {
  const { own, canEdit, isReadOnly, mayExport } = context;
  return html`<div class="toolbar" part="toolbar">
    ${
      canEdit
        ? html`<button type="button" class="button" @click=${context.begin}>${addIcon()}${own.add}</button>
            <button type="button" class="button quiet" @click=${chooseFile}>
              ${importFileIcon()}${own.exchange.import}
            </button>
            <input
              type="file"
              hidden
              accept=".json,.xlf,.xliff,.xml,application/json,application/x-xliff+xml"
              aria-label=${own.exchange.choose}
              @change=${(event: Event) => takeFile(event, context.import)}
            />`
        : nothing
    }
    ${
      mayExport
        ? html`<button type="button" class="button quiet export" @click=${context.export}>
            ${downloadIcon()}${own.exchange.export}
          </button>`
        : nothing
    }
    ${isReadOnly ? html`<p class="note">${own.readOnly}</p>` : nothing}
  </div>`;
}

function chooseFile(event: Event): void {
  (event.currentTarget as Element).parentElement?.querySelector('input')?.click();
}

function takeFile(event: Event, take: (file: File) => void): void {
  const input = event.target as HTMLInputElement;
  const file = input.files?.[0];
  if (file) take(file);
  // The same file again, mended meanwhile, is a change as well.
  input.value = '';
}
