import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';

/** A NATS server of a test's own, on a port that stays when it is restarted. */
export interface TestNats {
  readonly url: string;
  start(): Promise<void>;
  stop(): Promise<void>;
}

const installed = ['/usr/sbin/nats-server', '/usr/bin/nats-server', '/usr/local/bin/nats-server'];

/** The servers that there are: one of a few lines that speaks NATS's protocol always, the real one where it is installed. */
export function natsServers(): readonly { readonly name: string; readonly make: () => Promise<TestNats> }[] {
  const program = installed.find((path) => existsSync(path));
  const small = { name: 'a small server', make: async () => new SmallNats(await freePort()) };
  if (program === undefined) return [small];
  return [small, { name: 'nats-server', make: async () => new RealNats(program, await freePort()) }];
}

class RealNats implements TestNats {
  readonly url: string;
  readonly #program: string;
  readonly #port: number;
  #process: ChildProcess | null = null;

  constructor(program: string, port: number) {
    this.url = `nats://127.0.0.1:${port}`;
    this.#program = program;
    this.#port = port;
  }

  async start(): Promise<void> {
    this.#process = spawn(this.#program, ['-a', '127.0.0.1', '-p', String(this.#port)], { stdio: 'ignore' });
    while (!(await answers(this.#port))) await new Promise((resolve) => setTimeout(resolve, 50));
  }

  async stop(): Promise<void> {
    const running = this.#process;
    this.#process = null;
    if (!running) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill('SIGKILL');
    await ended;
  }
}

/** What the gateway uses of NATS: INFO, PING, SUB, UNSUB and PUB. */
class SmallNats implements TestNats {
  readonly url: string;
  readonly #port: number;
  readonly #sockets = new Map<Socket, Map<string, string>>();
  #server: Server | null = null;

  constructor(port: number) {
    this.url = `nats://127.0.0.1:${port}`;
    this.#port = port;
  }

  start(): Promise<void> {
    const server = createServer((socket) => this.#serve(socket));
    this.#server = server;
    return new Promise((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    const closed = new Promise((resolve) => (server ? server.close(resolve) : resolve(null)));
    for (const socket of this.#sockets.keys()) socket.destroy();
    await closed;
  }

  #serve(socket: Socket): void {
    this.#sockets.set(socket, new Map());
    socket.on('error', () => undefined).on('close', () => this.#sockets.delete(socket));
    const info = { server_id: 'small', version: '2.9.0', proto: 1, headers: true, max_payload: 1_048_576 };
    socket.write(`INFO ${JSON.stringify({ ...info, host: '127.0.0.1', port: this.#port })}\r\n`);
    let waiting = Buffer.alloc(0);
    socket.on('data', (chunk) => {
      waiting = Buffer.concat([waiting, chunk]);
      for (let used = this.#step(socket, waiting); used > 0; used = this.#step(socket, waiting))
        waiting = waiting.subarray(used);
    });
  }

  /** Reads one command; tells how many bytes it was, 0 = not all of it is there. */
  #step(socket: Socket, bytes: Buffer): number {
    const end = bytes.indexOf('\r\n');
    if (end < 0) return 0;
    const [verb = '', ...words] = bytes.subarray(0, end).toString().split(' ');
    if (verb === 'PUB') {
      const size = Number(words.at(-1));
      if (bytes.length < end + 2 + size + 2) return 0;
      this.#tell(words[0] ?? '', bytes.subarray(end + 2, end + 2 + size));
      return end + 2 + size + 2;
    }
    if (verb === 'PING') socket.write('PONG\r\n');
    if (verb === 'SUB') this.#sockets.get(socket)?.set(words.at(-1) ?? '', words[0] ?? '');
    if (verb === 'UNSUB') this.#sockets.get(socket)?.delete(words[0] ?? '');
    return end + 2;
  }

  #tell(subject: string, body: Buffer): void {
    for (const [socket, subscriptions] of this.#sockets)
      for (const [id, wanted] of subscriptions)
        if (wanted === subject) socket.write(`MSG ${subject} ${id} ${body.length}\r\n${body.toString()}\r\n`);
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
