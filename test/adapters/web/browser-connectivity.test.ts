import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { browserConnectivity } from '../../../src/adapters/web/browser-connectivity.ts';
import { EventScope } from './event-scope.ts';

class Network extends EventScope {
  navigator?: { onLine?: boolean };
}

function network(onLine?: boolean): Network {
  return Object.assign(new Network(), { navigator: onLine === undefined ? {} : { onLine } });
}

describe('browser connectivity', () => {
  for (const onLine of [true, false]) {
    it(`says what the browser says: ${onLine}`, () => {
      assert.equal(browserConnectivity(network(onLine)).online, onLine);
    });
  }

  it('is online where the browser does not say', () => {
    assert.equal(browserConnectivity(network()).online, true);
    assert.equal(browserConnectivity(new Network()).online, true);
  });

  it('is online where asking throws', () => {
    const scope = Object.defineProperty(new Network(), 'navigator', {
      get: () => {
        throw new Error('no');
      },
    });
    assert.equal(browserConnectivity(scope).online, true);
  });

  it('tells every listener of each change, until it stops', () => {
    const scope = network(true);
    const connectivity = browserConnectivity(scope);
    const told: string[] = [];
    const stop = connectivity.subscribe(() => told.push('first'));
    connectivity.subscribe(() => told.push('second'));
    scope.fire('offline');
    stop();
    stop();
    scope.fire('online');
    assert.deepEqual(told, ['first', 'second', 'second']);
  });

  it('listens to the browser only while somebody listens to it', () => {
    const scope = network(true);
    const connectivity = browserConnectivity(scope);
    assert.equal(scope.listeners, 0);
    const stops = [connectivity.subscribe(() => undefined), connectivity.subscribe(() => undefined)];
    assert.equal(scope.listeners, 2);
    for (const stop of stops) stop();
    assert.equal(scope.listeners, 0);
    connectivity.subscribe(() => undefined);
    assert.equal(scope.listeners, 2);
  });

  it('works where there is no network to listen to, as in Node', () => {
    const connectivity = browserConnectivity();
    assert.equal(connectivity.online, true);
    assert.doesNotThrow(connectivity.subscribe(() => undefined));
  });
});
