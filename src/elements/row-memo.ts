/** What something was last drawn from, kept while it is in the page. */
export interface RowMemo {
  /** Whether it was drawn from the same facts before; remembers them. */
  readonly holds: (facts: readonly unknown[]) => boolean;
}

/** Has been drawn from nothing yet. */
export function rowMemo(): RowMemo {
  let known: readonly unknown[] | null = null;
  return {
    holds: (facts) => {
      const before = known;
      known = facts;
      return before?.length === facts.length && facts.every((fact, index) => fact === before[index]);
    },
  };
}
