import { noChange } from 'lit';
import { type ChildPart, directive, Directive, type PartInfo, PartType } from 'lit/directive.js';
import {
  getCommittedValue,
  insertPart,
  removePart,
  setChildPartValue,
  setCommittedValue,
} from 'lit/directive-helpers.js';
import { type RowMemo, rowMemo } from './row-memo.ts';

type KeyOf<T> = (item: T) => string;
type Template<T> = (item: T, index: number, memo: RowMemo) => unknown;

class KeyedRows extends Directive {
  #keys: readonly string[] = [];
  #memos = new Map<string, RowMemo>();

  constructor(partInfo: PartInfo) {
    super(partInfo);
    if (partInfo.type !== PartType.CHILD) throw new Error('keyedRows() stands for children');
  }

  render<T>(items: readonly T[], _keyOf: KeyOf<T>, template: Template<T>): readonly unknown[] {
    return items.map((item, index) => template(item, index, rowMemo()));
  }

  override update<T>(container: ChildPart, [items, keyOf, template]: [readonly T[], KeyOf<T>, Template<T>]): unknown {
    const before: unknown = getCommittedValue(container);
    const keys = items.map(keyOf);
    const isFirst = !Array.isArray(before);
    const memos = new Map(keys.map((key) => [key, (isFirst ? undefined : this.#memos.get(key)) ?? rowMemo()]));
    const rendered = (item: T, index: number): unknown =>
      template(item, index, memos.get(keys[index] ?? '') ?? rowMemo());
    this.#memos = memos;
    if (isFirst) {
      this.#keys = keys;
      return items.map(rendered);
    }
    const wanted = new Set(keys);
    const kept = new Map<string, ChildPart>();
    (before as readonly ChildPart[]).forEach((part, index) => {
      const key = this.#keys[index] ?? '';
      if (wanted.has(key)) kept.set(key, part);
      else {
        removePart(part);
        // lit 3.3.3 leaves it: in a list that is open all day they would become thousands.
        (part.endNode as ChildNode | null)?.remove();
      }
    });
    const inPage = [...kept.values()];
    let next = 0;
    const parts = items.map((item, index) => {
      const known = kept.get(keys[index] ?? '');
      const isInPlace = known !== undefined && known === inPage[next];
      if (isInPlace) next += 1;
      else if (known) inPage.splice(inPage.indexOf(known), 1);
      const part = isInPlace ? known : insertPart(container, inPage[next], known);
      return setChildPartValue(part, rendered(item, index));
    });
    this.#keys = keys;
    setCommittedValue(container, parts);
    return noChange;
  }
}

/**
 * Renders items by key, like lit's `repeat`, but never moves one whose neighbours only came or went: an element that is
 * moved in the page loses the focus, and its media stop. Keys must be unique. With the memo it is given, a template can tell
 * that nothing it shows has changed and say `noChange`.
 */
export const keyedRows = directive(KeyedRows) as <T>(
  items: readonly T[],
  keyOf: KeyOf<T>,
  template: Template<T>,
) => unknown;
