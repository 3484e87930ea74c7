const prefix = 'conversation-elements:';

/** What this browser remembered under a name: small preferences of the screen, never content. `null` when nothing. */
export function recall(name: string): unknown {
  try {
    const text = localStorage.getItem(prefix + name);
    return text === null ? null : JSON.parse(text);
  } catch {
    return null; // no storage here, as in a sandboxed frame, or somebody else's value
  }
}

/** Remembers a preference; where there is no storage it lasts as long as the page. */
export function remember(name: string, value: unknown): void {
  try {
    localStorage.setItem(prefix + name, JSON.stringify(value));
  } catch {
    // no storage here: the preference is worth nothing more than trying
  }
}
