import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { ServerType } from '@hono/node-server';

/** A server that listens. */
export interface Listening {
  readonly port: number;
  /** Takes no new connections, ends quiet ones, and cuts what is left after a while. */
  close(graceMs?: number): Promise<void>;
}

/** Something that answers requests. */
export interface Answering {
  fetch(request: Request): Response | Promise<Response>;
}

/** Listens for HTTP. @param port - `0` takes any free one */
export function listen(app: Answering, { port, hostname }: { port: number; hostname: string }): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server: ServerType = serve(
      { fetch: (request) => app.fetch(request), port, hostname },
      (info: AddressInfo) => {
        server.off('error', reject);
        resolve({ port: info.port, close: (graceMs = 5_000) => close(server, graceMs) });
      },
    );
    server.once('error', reject);
  });
}

function close(server: ServerType, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      if ('closeAllConnections' in server) server.closeAllConnections();
    }, graceMs);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
}
