import { html, nothing } from 'lit';
import { Colleagues } from '../../../controllers/colleagues.ts';
import type { Composition } from '../../../controllers/composer-controller.ts';
import { insertMention, suggestCoWorkers } from '../../../domain/mentions.ts';
import type { CoWorker } from '../../../domain/model.ts';
import { type TextTrigger, triggerAt } from '../../../domain/text-triggers.ts';
import { isolatedName, visibleName } from '../../../domain/visible-text.ts';
import { replaceText } from '../../../dom/replace-text.ts';
import { SuggestionList } from './suggestion-list.ts';
import type { ComposerTool, ToolContext } from './tool.ts';

/** Colleagues in notes: `@` and letters at the caret (B13). */
export class Mentions implements ComposerTool {
  readonly #context: ToolContext;
  readonly #colleagues: Colleagues;
  readonly #list: SuggestionList;
  #area: HTMLTextAreaElement | null = null;
  /** Where Escape closed the list: it stays closed for this name. */
  #dismissedAt = -1;

  constructor(context: ToolContext) {
    this.#context = context;
    this.#colleagues = new Colleagues(context.element, () => context.session.session);
    this.#list = new SuggestionList(context);
    context.composer.aids = {
      ...context.composer.aids,
      mentions: (conversationId, note) => this.#colleagues.mentionsIn(conversationId, note),
    };
    context.element.addController({ hostDisconnected: () => this.#list.hide() });
  }

  readonly layers = ({ mode }: Composition): unknown => {
    this.#listen();
    if (mode !== 'note') {
      this.#list.hide();
      return nothing;
    }
    this.#colleagues.load();
    return html`<slot name="suggestions"></slot>`;
  };

  readonly press = (event: KeyboardEvent): boolean => event.target === this.#area && this.#list.press(event);

  /** The text area may be another one after the element was moved. */
  #listen(): void {
    const area = this.#context.textArea.element;
    if (area === this.#area) return;
    this.#area = area;
    area?.addEventListener('input', (event) => {
      if (!(event instanceof InputEvent && event.isComposing)) this.#suggest();
    });
    area?.addEventListener('compositionend', () => this.#suggest());
    for (const type of ['click', 'keyup'] as const)
      area?.addEventListener(type, () => this.#list.isOpen && !this.#trigger && this.#list.hide());
    area?.addEventListener('blur', () => this.#list.hide());
  }

  get #trigger(): TextTrigger | null {
    const area = this.#area;
    const isNote = this.#context.composer.composition?.mode === 'note';
    if (!area || !isNote || area.selectionStart !== area.selectionEnd) return null;
    return triggerAt(area.value, area.selectionEnd, '@');
  }

  #suggest(): void {
    const trigger = this.#trigger;
    const { all, agentId } = this.#colleagues;
    if (trigger?.start !== this.#dismissedAt) this.#dismissedAt = -1;
    const found = trigger && this.#dismissedAt < 0 ? suggestCoWorkers(all, trigger.query, agentId) : [];
    if (!trigger || found.length === 0) {
      this.#list.hide();
      return;
    }
    const { mentions } = this.#context.texts;
    this.#list.show({
      label: mentions.title,
      suggestions: found.map(({ id, name }) => ({
        id,
        content: html`<bdi class="ce-suggestion-text">${visibleName(name)}</bdi>`,
      })),
      startsActive: trigger.query !== '',
      pick: (index) => this.#pick(found[index]),
      dismiss: () => {
        this.#dismissedAt = trigger.start;
        this.#list.hide();
      },
    });
    this.#context.say(mentions.found(found.length));
  }

  #pick(coWorker: CoWorker | undefined): void {
    const [area, trigger] = [this.#area, this.#trigger];
    const { composition } = this.#context.composer;
    this.#list.hide();
    if (!area || !trigger || !coWorker || !composition) return;
    const { insert, caret } = insertMention(area.value, trigger, coWorker);
    replaceText(area, trigger, insert);
    area.setSelectionRange(caret, caret);
    this.#list.hide();
    this.#colleagues.pick(composition.conversation.id, coWorker);
    this.#context.say(this.#context.texts.mentions.added(isolatedName(visibleName(coWorker.name))));
  }
}
