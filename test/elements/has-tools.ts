/** Whether the tools of a list have loaded: with them comes how they look, and nothing else that can be seen. */
export const hasTools = ({ shadowRoot }: Element): boolean =>
  (shadowRoot?.adoptedStyleSheets ?? []).some(({ cssRules }) =>
    [...cssRules].some(({ cssText }) => cssText.startsWith('.bulk')),
  );
