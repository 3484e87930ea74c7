import { html, nothing, type TemplateResult } from 'lit';
import type { ApprovedTemplatesController } from '../../../../controllers/approved-templates-controller.ts';
import type { ChannelOption } from '../../../../domain/channel-choice.ts';
import { pickableTemplates, type TemplateGroup } from '../../../../domain/template-picker.ts';
import { isComposing, matchesShortcut } from '../../../../dom/keys.ts';
import type { ToolContext } from '../tool.ts';
import type { DialogWords } from './dialog-words.ts';
import { templateList } from './template-list.ts';

/** The list of templates with its search: arrows choose, Enter picks. */
export class TemplateChooser {
  readonly #context: ToolContext;
  readonly #templates: ApprovedTemplatesController;
  readonly #pick: (group: TemplateGroup) => void;
  #search = '';
  #active = 0;

  constructor(context: ToolContext, templates: ApprovedTemplatesController, pick: (group: TemplateGroup) => void) {
    this.#context = context;
    this.#templates = templates;
    this.#pick = pick;
  }

  /** Everything is there again. */
  reset(): void {
    this.#search = '';
    this.#active = 0;
  }

  /** @param shown - name of the template that is being filled, and the language whose words to show */
  render(
    option: ChannelOption,
    words: DialogWords,
    shown: { readonly chosen: string | null; readonly language: string | null },
  ): TemplateResult {
    const groups = this.#groups(option);
    return templateList({
      ...words,
      ...{ groups, ...shown, search: this.#search, active: Math.min(this.#active, groups.length - 1) },
      accountId: option.target?.accountId ?? null,
      now: this.#context.session.session?.clock.now() ?? 0,
      state: this.#state(groups, option, words),
      type: (search) => this.#type(search, option, words),
      press: (event) => this.#press(event, groups),
      pick: (group) => this.#choose(group, groups),
    });
  }

  #groups({ channel, target }: ChannelOption): readonly TemplateGroup[] {
    const { favourites, lastUsed } = this.#templates;
    const context = { channel, accountId: target?.accountId ?? null, search: this.#search, favourites, lastUsed };
    return pickableTemplates(this.#templates.of(channel) ?? [], context);
  }

  /** What stands there when there is no line, or not the right ones. */
  #state(
    groups: readonly TemplateGroup[],
    { channel }: ChannelOption,
    { texts, messages }: DialogWords,
  ): TemplateResult | typeof nothing {
    const { common } = messages;
    if (this.#templates.hasFailed(channel))
      return html`<div class="panel-state" role="alert">
        <p>${texts.failed}</p>
        <button type="button" class="button" @click=${() => void this.#templates.load(channel)}>${common.retry}</button>
      </div>`;
    if (groups.length > 0) return nothing;
    if (this.#templates.of(channel) === null)
      return html`<p class="panel-state" aria-busy="true">${common.loading}</p>`;
    const search = this.#search.trim();
    return html`<p class="panel-state" role="status">${search === '' ? texts.none : texts.nothingFound(search)}</p>`;
  }

  #type(search: string, option: ChannelOption, { texts }: DialogWords): void {
    this.#search = search;
    this.#active = 0;
    const { length } = this.#groups(option);
    if (length > 0) this.#context.say(texts.found(length));
    this.#context.element.requestUpdate();
  }

  #press(event: KeyboardEvent, groups: readonly TemplateGroup[]): void {
    const group = groups[this.#active];
    if (isComposing(event) || !group) return;
    if (matchesShortcut(event, 'ArrowDown')) this.#move((this.#active + 1) % groups.length);
    else if (matchesShortcut(event, 'ArrowUp')) this.#move((this.#active - 1 + groups.length) % groups.length);
    else if (matchesShortcut(event, 'Enter')) this.#choose(group, groups);
    else return;
    event.preventDefault();
  }

  #move(to: number): void {
    const { element } = this.#context;
    this.#active = to;
    element.requestUpdate();
    void element.updateComplete.then(() =>
      element.renderRoot.querySelector(`#template-${to}`)?.scrollIntoView({ block: 'nearest' }),
    );
  }

  #choose(group: TemplateGroup, groups: readonly TemplateGroup[]): void {
    this.#active = Math.max(0, groups.indexOf(group));
    this.#pick(group);
  }
}
