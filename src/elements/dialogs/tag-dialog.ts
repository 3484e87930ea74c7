import { html, nothing, type TemplateResult } from 'lit';
import { tagChoices, tagKey, tagName, tagProblem } from '../../domain/tags.ts';
import { visibleName } from '../../domain/visible-text.ts';
import { addIcon } from '../../styles/icons.ts';
import { BaseDialog } from './base-dialog.ts';
import type { Modal } from './modal.ts';

/** What gets tags, and what else happens in the same step. */
export interface TagInputs {
  readonly kind: 'tag' | 'archive';
  readonly tags: readonly string[];
  /** For several conversations tags are only added. */
  readonly isMany: boolean;
  /** What it is about, where that is not the one conversation on screen. */
  readonly title?: string;
  /** Gives `'wrote'` instead of archiving where the customer wrote meanwhile and the agent does not know it yet. */
  readonly apply: (change: { readonly add: readonly string[]; readonly remove: readonly string[] }) => Promise<unknown>;
}

/** Tags, none or many, made here where that is allowed (D5); archiving takes them in the same step (D7). */
export class TagDialog extends BaseDialog<TagInputs> {
  #chosen: readonly string[] = [];
  #text = '';
  #hasWritten = false;

  protected override begin({ tags, isMany }: TagInputs): void {
    this.#hasWritten = false;
    this.#chosen = isMany ? [] : tags;
    this.#text = '';
    this.load(async () => {
      const { parts } = this.context;
      await parts.load();
      if (parts.tagsProblem) throw parts.tagsProblem;
    });
  }

  protected override content(inputs: TagInputs): Omit<Modal, 'onClose' | 'closeLabel'> {
    const { texts, parts } = this.context;
    const isArchive = inputs.kind === 'archive';
    const lacksTag = isArchive && parts.tagSettings.isRequiredToArchive && this.#chosen.length === 0 && !inputs.isMany;
    return {
      title: inputs.title ?? (isArchive ? texts.tags.archiveTitle : texts.tags.title),
      body: this.#body(lacksTag, isArchive),
      submit: {
        label: this.#hasWritten ? texts.tags.archiveAnyway : isArchive ? texts.tags.archive : texts.tags.save,
        enabled: !lacksTag,
        run: () => this.#submit(inputs),
      },
    };
  }

  #submit({ tags, isMany, apply }: TagInputs): void {
    const before = new Set((isMany ? [] : tags).map(tagKey));
    const after = new Set(this.#chosen.map(tagKey));
    const add = this.#chosen.filter((tag) => !before.has(tagKey(tag)));
    const remove = isMany ? [] : tags.filter((tag) => !after.has(tagKey(tag)));
    this.act(async () => {
      if ((await apply({ add, remove })) !== 'wrote') return undefined;
      this.#hasWritten = true;
      return 'stay';
    });
  }

  #body(lacksTag: boolean, isArchive: boolean): TemplateResult {
    const { texts, parts, session } = this.context;
    const hasPart = session.status?.backend?.capabilities.parts.includes('tags') ?? false;
    const known = parts.tags.map(({ name }) => name);
    // Without a part that keeps tags every name is as good as another.
    const settings = hasPart ? parts.tagSettings : { ...parts.tagSettings, mayCreate: true };
    const { matches, create } = tagChoices(this.#text, { known, chosen: this.#chosen, settings });
    return html`${isArchive ? html`<p class="hint">${texts.tags.archiveHint}</p>` : nothing}
      ${lacksTag ? html`<p class="lacking" role="status">${texts.tags.required}</p>` : nothing}
      <input
        class="field"
        type="search"
        inputmode="search"
        enterkeyhint="search"
        autocapitalize="none"
        dir="auto"
        maxlength="60"
        data-focus
        aria-label=${texts.tags.find}
        placeholder=${settings.mayCreate ? texts.tags.findOrMake : texts.tags.find}
        .value=${this.#text}
        @input=${(event: Event) => this.#type((event.target as HTMLInputElement).value)}
        @keydown=${(event: KeyboardEvent) => this.#press(event, matches, create)}
      />
      <fieldset class="options column" aria-label=${texts.tags.title}>
        ${matches.map(({ name, isChosen }) => this.#option(name, isChosen))}
      </fieldset>
      ${
        create === null
          ? nothing
          : html`<button type="button" class="button" @click=${() => void this.#make(create)}>
              ${addIcon()}<bdi>${texts.tags.make(visibleName(create))}</bdi>
            </button>`
      }
      ${this.missing()}
      ${
        matches.length === 0 && create === null && !this.isMissing
          ? html`<p class="hint">${this.#nothing(known)}</p>`
          : nothing
      }
      <p class="lacking" role="alert" ?hidden=${!this.#hasWritten}>${this.#hasWritten ? texts.tags.wrote : ''}</p>`;
  }

  #nothing(known: readonly string[]): string {
    const { texts } = this.context;
    if (this.#text !== '' && tagProblem(this.#text, known) === 'too-long') return texts.tags.tooLong;
    return this.#text === '' ? texts.tags.none : texts.tags.notFound(this.#text);
  }

  #option(name: string, isChosen: boolean): TemplateResult {
    return html`<label class="option">
      <input type="checkbox" .checked=${isChosen} @change=${() => this.#toggle(name)} />
      <bdi>#${visibleName(name)}</bdi>
    </label>`;
  }

  #type(text: string): void {
    this.#text = text;
    this.changed();
  }

  #press(event: KeyboardEvent, matches: readonly { readonly name: string }[], create: string | null): void {
    if (event.key !== 'Enter' || this.#text.trim() === '') return;
    event.preventDefault();
    const exact =
      matches.find(({ name }) => tagKey(name) === tagKey(this.#text)) ?? (create === null ? matches[0] : null);
    if (exact) {
      this.#toggle(exact.name);
      this.#type('');
    } else if (create !== null) void this.#make(create);
  }

  #toggle(name: string): void {
    const key = tagKey(name);
    const isChosen = this.#chosen.some((tag) => tagKey(tag) === key);
    this.#chosen = isChosen ? this.#chosen.filter((tag) => tagKey(tag) !== key) : [...this.#chosen, name];
    this.changed();
  }

  async #make(text: string): Promise<void> {
    const name = await this.context.parts.createTag(tagName(text)).catch(() => null);
    if (name === null) return;
    this.#text = '';
    if (!this.#chosen.some((tag) => tagKey(tag) === tagKey(name))) this.#chosen = [...this.#chosen, name];
    this.changed();
  }
}
