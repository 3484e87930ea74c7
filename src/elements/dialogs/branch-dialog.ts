import { html, type TemplateResult } from 'lit';
import type { Branch } from '../../domain/model.ts';
import { BaseDialog } from './base-dialog.ts';
import type { Modal } from './modal.ts';

/** What moves, and to where. */
export interface BranchInputs {
  readonly branchId: string | null;
  readonly move: (branchId: string | null) => Promise<unknown>;
}

/** The branch a conversation belongs to (D3). */
export class BranchDialog extends BaseDialog<BranchInputs> {
  #branches: readonly Branch[] = [];
  #chosen: string | null = null;

  protected override begin({ branchId }: BranchInputs): void {
    this.#chosen = branchId;
    this.load(async () => (this.#branches = (await this.context.session.session?.listBranches()) ?? []));
  }

  protected override content({ branchId, move }: BranchInputs): Omit<Modal, 'onClose' | 'closeLabel'> {
    const { texts } = this.context;
    const chosen = this.#chosen;
    return {
      title: texts.branch.title,
      body: html`${this.missing()}
        <fieldset class="options column" aria-label=${texts.branch.title}>
          ${this.#branches.map(({ id, name }) => this.#option(id, name))}
          ${this.#option(null, this.context.localize.messages.common.unassigned)}
        </fieldset>`,
      submit: { label: texts.branch.submit, enabled: chosen !== branchId, run: () => this.act(() => move(chosen)) },
    };
  }

  #option(id: string | null, name: string): TemplateResult {
    return html`<label class="option">
      <input
        type="radio"
        name="branch"
        .checked=${this.#chosen === id}
        @change=${() => {
          this.#chosen = id;
          this.changed();
        }}
      /><bdi>${name}</bdi>
    </label>`;
  }
}
