import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { onLeave, onWake } from '../../../src/adapters/web/page-lifecycle.ts';
import { EventScope } from './event-scope.ts';

class Page extends EventScope {
  visibilityState = 'visible';
}

class Scope extends EventScope {
  document = new Page();
}

interface Happening {
  readonly title: string;
  readonly act: (scope: Scope) => void;
}

const show = (state: string): ((scope: Scope) => void) => {
  return ({ document }) => {
    document.visibilityState = state;
    document.fire('visibilitychange');
  };
};
const wakings: readonly Happening[] = [
  { title: 'the page becomes visible', act: show('visible') },
  { title: 'the page is thawed', act: ({ document }) => document.fire('resume') },
  { title: 'the page comes back from the cache', act: (scope) => scope.fire('pageshow', { persisted: true }) },
];
const leavings: readonly Happening[] = [
  { title: 'the page is hidden', act: show('hidden') },
  { title: 'the page is frozen', act: ({ document }) => document.fire('freeze') },
  { title: 'the page is left', act: (scope) => scope.fire('pagehide', { persisted: false }) },
];
const loaded: Happening = {
  title: 'the page has loaded',
  act: (scope) => scope.fire('pageshow', { persisted: false }),
};

const cases = [
  { name: 'onWake', listen: onWake, tells: wakings, silent: [...leavings, loaded] },
  { name: 'onLeave', listen: onLeave, tells: leavings, silent: [...wakings, loaded] },
];

for (const { name, listen, tells, silent } of cases) {
  describe(name, () => {
    const count = (act: Happening['act'], stopFirst = false): number => {
      const scope = new Scope();
      let told = 0;
      const stop = listen(() => (told += 1), scope);
      if (stopFirst) stop();
      act(scope);
      return told;
    };

    for (const { title, act } of tells) {
      it(`tells when ${title}`, () => assert.equal(count(act), 1));
      it(`does not tell, once stopped, when ${title}`, () => assert.equal(count(act, true), 0));
    }
    for (const { title, act } of silent) {
      it(`does not tell when ${title}`, () => assert.equal(count(act), 0));
    }

    it('leaves no listener', () => {
      const scope = new Scope();
      listen(() => undefined, scope)();
      assert.deepEqual([scope.listeners, scope.document.listeners], [0, 0]);
    });

    it('tells a function that listens twice twice, and stops one of the two', () => {
      const scope = new Scope();
      let told = 0;
      const listener = (): void => void (told += 1);
      const stop = listen(listener, scope);
      listen(listener, scope);
      stop();
      tells[1]?.act(scope);
      tells[2]?.act(scope);
      assert.equal(told, 2);
    });

    it('does without a document, as in a worker', () => {
      assert.doesNotThrow(listen(() => undefined, new EventScope()));
    });

    it('does without any page, as in Node', () => {
      assert.doesNotThrow(listen(() => undefined));
    });
  });
}
