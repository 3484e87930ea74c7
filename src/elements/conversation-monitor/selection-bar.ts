import { html, nothing, type TemplateResult } from 'lit';
import type { BulkController } from '../../controllers/bulk-controller.ts';
import type { Localization } from '../../controllers/localization.ts';
import type { BulkAction } from '../../domain/bulk.ts';
import type { MonitorTexts } from '../../locales/monitor.ts';
import { clearIcon } from '../../styles/icons.ts';
import type { BulkExceptions } from '../bulk-exceptions.ts';

/** What is chosen, and what can be done with it. */
export interface SelectionBar {
  readonly localization: Localization<MonitorTexts>;
  readonly words: MonitorTexts['monitor'];
  readonly count: number;
  /** Everything that answers the question, loaded or not. */
  readonly isAll: boolean;
  /** Whether there is more than what is chosen, and all of it can be. */
  readonly offersAll: boolean;
  readonly coWorkers: ReadonlyMap<string, string>;
  readonly branches: ReadonlyMap<string, string>;
  /** AG2: whether a co-worker can be given something now. */
  readonly isOffered: (coWorkerId: string) => boolean;
  readonly agentId: string;
  readonly can: { readonly assign: boolean; readonly changeBranch: boolean };
  readonly isRunning: boolean;
  readonly act: (action: BulkAction) => void;
  readonly chooseAll: () => void;
  readonly clear: () => void;
}

/** Assign, move, take over: for one or many (E1, E7). */
export function selectionBar(bar: SelectionBar): TemplateResult {
  const { localization, words, count, isAll, can, agentId, isRunning, act } = bar;
  const { selection } = words;
  return html`<div class="selection" role="group" aria-label=${selection.label}>
    <span class="chosen" role="status">${isAll ? selection.all : selection.chosen(count)}</span>
    ${bar.offersAll ? html`<button type="button" class="link" @click=${bar.chooseAll}>${selection.chooseAll}</button>` : nothing}
    <button type="button" class="link" @click=${bar.clear}>${selection.clear}</button>
    <span class="gap"></span>
    ${
      can.assign
        ? html`<button
              type="button"
              class="button"
              aria-disabled=${isRunning ? 'true' : 'false'}
              @click=${() => isRunning || act({ type: 'assign', coWorkerId: agentId })}
            >
              ${selection.takeOver}</button
            >${giving(
              bar,
              selection.assignTo,
              selection.assign,
              [{ id: '', name: words.missing.coWorker }, ...takers(bar)],
              (id) => act({ type: 'assign', coWorkerId: id || null }),
            )}`
        : nothing
    }
    ${
      can.changeBranch
        ? giving(
            bar,
            selection.moveTo,
            selection.move,
            [...bar.branches].map(([id, name]) => ({ id, name })),
            (id) => act({ type: 'move-branch', branchId: id }),
          )
        : nothing
    }
    ${bar.isRunning ? html`<span class="visually-hidden">${localization.messages.common.loading}</span>` : nothing}
  </div>`;
}

interface Choice {
  readonly id: string;
  readonly name: string;
  readonly isAbsent?: boolean;
}

/** Everybody; who is not there says so. */
function takers({ coWorkers, isOffered, words: { selection } }: SelectionBar): readonly Choice[] {
  return [...coWorkers].map(([id, name]) =>
    isOffered(id) ? { id, name } : { id, name: selection.absent(name), isAbsent: true },
  );
}

/** A choice and the button that carries it out: nothing happens while somebody only looks through the list. */
function giving(
  { isRunning }: SelectionBar,
  label: string,
  verb: string,
  options: readonly Choice[],
  give: (id: string) => void,
): TemplateResult {
  const submit = (event: Event): void => {
    event.preventDefault();
    const { value } = (event.target as HTMLFormElement).elements.namedItem('to') as HTMLSelectElement;
    if (!isRunning && value !== '*') give(value);
  };
  return html`<form class="giving" @submit=${submit}>
    <select class="field" name="to" aria-label=${label}>
      <option value="*">${label}</option>
      ${options.map(({ id, name, isAbsent = false }) => html`<option value=${id} ?disabled=${isAbsent}>${name}</option>`)}
    </select>
    <button type="submit" class="button" aria-disabled=${isRunning ? 'true' : 'false'}>${verb}</button>
  </form>`;
}

interface RunNotice {
  readonly exceptions: BulkExceptions;
  readonly undo: () => void;
}

/** How far an action is, and what became of it; nothing before the first one. */
export function runNotice(
  bulk: BulkController,
  { localization, words, exceptions, undo }: Pick<SelectionBar, 'localization' | 'words'> & RunNotice,
): TemplateResult | typeof nothing {
  if (!bulk.run) return nothing;
  const { run: said } = words;
  const { formats, messages } = localization;
  const { progress, action, isRunning, canUndo, problem } = bulk.run;
  const { total, done, skipped, failed } = progress;
  const passed = done + skipped + failed;
  if (isRunning) {
    const sofar = total === null ? said.starting : said.running(formats.number(passed), formats.number(total));
    return html`<div class="notice" role="status">
      <span>${sofar}</span>
      <progress max=${total ?? 1} .value=${total === null ? 0 : passed} aria-label=${sofar}></progress>
      <button type="button" class="button" @click=${() => bulk.stop()}>${said.stop}</button>
    </div>`;
  }
  const ended = action === 'undo' ? said.undone : passed < (total ?? 0) ? said.stopped : said.finished;
  return html`<div class="notice ${problem === null ? '' : 'caution'}" role="status">
    <span>
      ${problem === null ? ended(done) : html`${said.broken} ${messages.common.errors[problem]}`}
      ${skipped > 0 ? said.skipped(skipped) : nothing} ${failed > 0 ? said.failed(failed) : nothing}
    </span>
    ${canUndo ? html`<button type="button" class="button" @click=${undo}>${said.undo}</button>` : nothing}
    <button
      type="button"
      class="button quiet icon-only"
      aria-label=${messages.common.close}
      title=${messages.common.close}
      @click=${() => bulk.dismiss()}
    >
      ${clearIcon()}
    </button>
    ${exceptions.render(bulk.run, messages, messages)}
  </div>`;
}
