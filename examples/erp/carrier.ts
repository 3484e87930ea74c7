const key = 'erp-demo-carrier';
const kept = 500;

/**
 * What the provider has taken, by reference. Written at once and synchronously: a provider that was called has the
 * message, also when the tab that called it is gone before the answer.
 */
export function takeIntoCarrier(reference: string): void {
  localStorage.setItem(key, JSON.stringify([...taken(), reference].slice(-kept)));
}

/** Whether the provider has the message with this reference. */
export function isInCarrier(reference: string): boolean {
  return taken().includes(reference);
}

/** Calls back when another tab handed something over. */
export function onCarrierChange(listener: () => void): void {
  addEventListener('storage', (event) => {
    if (event.key === key) listener();
  });
}

function taken(): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(stored) ? (stored as string[]) : [];
  } catch {
    return [];
  }
}
