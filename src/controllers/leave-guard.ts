import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Lets the browser ask before the page closes while something is not saved. Listens only then: pages stay cacheable. */
export class LeaveGuard implements ReactiveController {
  readonly #hasUnsaved: () => boolean;
  #isOn = false;

  constructor(host: ReactiveControllerHost, hasUnsaved: () => boolean) {
    this.#hasUnsaved = hasUnsaved;
    host.addController(this);
  }

  hostUpdated(): void {
    this.#switch(this.#hasUnsaved());
  }

  hostDisconnected(): void {
    this.#switch(false);
  }

  #switch(isOn: boolean): void {
    if (isOn === this.#isOn) return;
    this.#isOn = isOn;
    if (isOn) addEventListener('beforeunload', ask);
    else removeEventListener('beforeunload', ask);
  }
}

function ask(event: Event): void {
  event.preventDefault();
}
