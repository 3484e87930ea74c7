import { connect } from '@nats-io/transport-node';
import type { NatsConnection, NodeConnectionOptions } from '@nats-io/transport-node';
import { errorFields } from '../log.ts';
import type { Log } from '../log.ts';
import type { Bus } from './bus.ts';

const subject = 'conversation-gateway.wake';
const reconnectMs = 500;

/** A bus that is let go of at the end. */
export interface ClosableBus extends Bus {
  close(): Promise<void>;
}

/**
 * Opens NATS. The gateway starts and works without it too, only slower: it is tried for ever, in the background.
 *
 * @param url - `nats://user:password@one:4222,two:4222`, or `tls://…`
 */
export function openNatsBus(url: string, log: Log): ClosableBus {
  const connecting = connect({ ...optionsFrom(url), waitOnFirstConnect: true });
  return new NatsBus(connecting, log);
}

class NatsBus implements ClosableBus {
  readonly #connecting: Promise<NatsConnection>;
  readonly #log: Log;
  #connection: NatsConnection | null = null;
  #isClosed = false;

  constructor(connecting: Promise<NatsConnection>, log: Log) {
    this.#connecting = connecting;
    this.#log = log;
    connecting.then(
      (connection) => this.#opened(connection),
      (error: unknown) => log('warn', 'bus-failed', errorFields(error)),
    );
  }

  /** Before there is a connection nobody can hear it; they look by themselves. */
  notify(feed: string): Promise<void> {
    this.#connection?.publish(subject, feed);
    return Promise.resolve();
  }

  listen(heard: (feed: string) => void): Promise<() => Promise<void>> {
    let end = (): void => undefined;
    let isEnded = false;
    void this.#connecting
      .then((connection) => {
        if (isEnded) return;
        const subscription = connection.subscribe(subject, {
          callback: (error, message) => {
            if (!error) heard(message.string());
          },
        });
        end = () => subscription.unsubscribe();
      })
      .catch(() => undefined);
    return Promise.resolve(() => {
      isEnded = true;
      end();
      return Promise.resolve();
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#connection?.close();
  }

  #opened(connection: NatsConnection): void {
    this.#connection = connection;
    this.#log('info', 'bus-ready');
    if (this.#isClosed) void connection.close();
    void connection.closed().then((error) => {
      if (error) this.#log('warn', 'bus-closed', errorFields(error));
    });
  }
}

function optionsFrom(url: string): NodeConnectionOptions {
  const match = /^(nats|tls):\/\/(?:([^:@/]*)(?::([^@/]*))?@)?([^/]+)\/?$/i.exec(url);
  if (!match) throw new Error('NATS_URL must be like nats://user:password@one:4222,two:4222');
  const [, scheme = '', user, password, hosts = ''] = match;
  return {
    servers: hosts.split(','),
    name: 'conversation-gateway',
    maxReconnectAttempts: -1,
    reconnectTimeWait: reconnectMs,
    ignoreClusterUpdates: false,
    ...(user !== undefined && { user: decodeURIComponent(user) }),
    ...(password !== undefined && { pass: decodeURIComponent(password) }),
    ...(scheme.toLowerCase() === 'tls' && { tls: {} }),
  };
}
