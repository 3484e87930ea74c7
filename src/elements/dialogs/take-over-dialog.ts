import { html } from 'lit';
import { visibleName } from '../../domain/visible-text.ts';
import { BaseDialog } from './base-dialog.ts';
import type { Modal } from './modal.ts';

/** What is to be taken, and from whom. */
export interface TakeOverInputs {
  /** Names of the colleagues who may be at work in them; empty where nobody knows who they are. */
  readonly owners: readonly string[];
  readonly isMany: boolean;
  readonly take: () => Promise<unknown>;
}

/** AG5: asks before a conversation is taken from a colleague who may be writing in it, and says who that is. */
export class TakeOverDialog extends BaseDialog<TakeOverInputs> {
  protected override begin(): void {
    // All of it is in what it is opened with.
  }

  protected override content({ owners, isMany, take }: TakeOverInputs): Omit<Modal, 'onClose' | 'closeLabel'> {
    const { texts, localize } = this.context;
    const { takeOver } = texts;
    const list = new Intl.ListFormat(localize.value.locale, { type: 'conjunction' });
    const names = list.format(owners.map(visibleName));
    const whose = owners.length === 0 ? takeOver.someone : isMany ? takeOver.some(names) : takeOver.one(names);
    return {
      title: isMany ? takeOver.titleMany : takeOver.title,
      body: html`<p>${whose}</p>
        <p class="hint">${takeOver.hint}</p>`,
      submit: { label: takeOver.submit, enabled: true, run: () => this.act(take) },
    };
  }
}
