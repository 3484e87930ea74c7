/** Whether a person can be looking at the page: it is visible and has the focus. */
export function hasAttention(document: Document): boolean {
  return document.visibilityState === 'visible' && document.hasFocus();
}

/** Calls back whenever the page gets or loses attention. Returns what stops it. */
export function onAttention(document: Document, listener: () => void): () => void {
  const view = document.defaultView;
  document.addEventListener('visibilitychange', listener);
  view?.addEventListener('focus', listener);
  view?.addEventListener('blur', listener);
  return () => {
    document.removeEventListener('visibilitychange', listener);
    view?.removeEventListener('focus', listener);
    view?.removeEventListener('blur', listener);
  };
}
