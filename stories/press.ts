import { ref } from 'lit/directives/ref.js';

/** Presses buttons of an element one after the other, by name, each as soon as it is there: a story of what opens. */
export const pressing = (...names: readonly string[]) =>
  ref((element) => {
    const left = [...names];
    const look = (): void => {
      const buttons = element?.shadowRoot?.querySelectorAll<HTMLElement>('button') ?? [];
      const next = [...buttons].find((button) => (button.ariaLabel ?? button.textContent.trim()) === left[0]);
      if (next) {
        next.click();
        left.shift();
      }
      if (left.length > 0 && element?.isConnected) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
