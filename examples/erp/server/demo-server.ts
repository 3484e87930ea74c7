import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { FolderInUse } from '../../../gateway/src/db/folder-lock.ts';
import type { Log } from '../../../gateway/src/log.ts';
import { listen } from '../../../gateway/src/serve.ts';
import { fileFor } from '../../../tools/serve.mjs';
import { readNewContact } from '../contact-data.ts';
import { openSite } from './site.ts';
import type { Site } from './site.ts';

/** What the demo needs to know. */
export interface DemoOptions {
  /** `0` takes any free one. */
  readonly port: number;
  /** Where the data of a port is kept. */
  readonly dataFolder: (port: number) => string;
  /** Makes the pages; called when the port is ours. */
  readonly pages: () => Promise<string>;
  /** Default: nothing is written. */
  readonly log?: Log;
}

/** The demo, ready. */
export interface RunningDemo {
  readonly origin: string;
  close(): Promise<void>;
}

interface Parts {
  readonly site: Site;
  readonly pages: string;
}

/** Starts pages, gateway and simulated provider on one origin of this machine. */
export async function startDemo({ port, dataFolder, pages, log = () => undefined }: DemoOptions): Promise<RunningDemo> {
  // The port first: whoever finds it taken is told at once, and nobody's data is touched.
  let answer: (request: Request) => Response | Promise<Response> = () => text('Not ready yet', 503);
  const server = await listen({ fetch: (request) => answer(request) }, { port, hostname: '127.0.0.1' });
  let site: Site | null = null;
  const close = async (): Promise<void> => {
    const closed = server.close(1_000);
    await site?.close();
    await closed;
  };
  try {
    const url = `http://127.0.0.1:${server.port}`;
    const folder = dataFolder(server.port);
    // Building the pages runs in a process of its own: both at once are hardly slower than one.
    const built = pages();
    site = await openSite({ folder, url, log });
    const parts = { site, pages: await built };
    answer = (request) => answerTo(request, parts);
    site.simulator.reportAgain();
  } catch (error) {
    await close();
    throw error;
  }
  return { origin: `http://localhost:${server.port}`, close };
}

/** Why the demo could not start, for the person who started it; `null` when it is none of the usual reasons. */
export function adviceFor(error: unknown, port: number): string | null {
  if (error instanceof FolderInUse) return `${error.message}\nIs the demo running already?`;
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  return isTaken ? `Port ${port} is taken. Choose another: PORT=${port === 8081 ? 8082 : 8081} npm start` : null;
}

/** Where the gateway itself answers. */
const gatewayPaths = /^\/(?:v1\/.*|files\/.*|healthz|readyz|metrics)$/;
/** What browsers say of a request by a page of ours, or by nobody's page; what is no browser says nothing. */
const askedFor: ReadonlySet<string> = new Set(['same-origin', 'none']);
const thisMachine: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

function answerTo(request: Request, { site, pages }: Parts): Response | Promise<Response> {
  const { pathname, hostname } = new URL(request.url);
  if (gatewayPaths.test(pathname)) return site.gateway.app.fetch(request);
  const isOurs = /^\/(?:demo|simulator)\//.test(pathname);
  if (!isOurs) return pageAt(pages, pathname);
  // A page of somewhere else could lead its name to this machine; then it would ask under that name.
  if (!thisMachine.has(hostname)) return text('Only on this machine', 403);
  // And one that keeps its own name could still ask without hearing the answer: to empty everything, to fill the disk.
  if (!askedFor.has(request.headers.get('sec-fetch-site') ?? 'none')) return text('Only for pages of this demo', 403);
  if (pathname.startsWith('/demo/')) return demoCall(request, pathname, site);
  const inner = new Request(new URL(request.url.replace('/simulator', '')), request);
  return site.simulator.app.fetch(inner);
}

/** What the ERP's own server does for its page. */
async function demoCall(request: Request, pathname: string, site: Site): Promise<Response> {
  if (pathname === '/demo/contacts') return contactsCall(request, site);
  if (request.method !== 'POST') return text('Only POST', 405);
  if (pathname === '/demo/token') {
    const token = site.mint(await request.text());
    return token === null ? text('Nobody with this id works here', 404) : text(token);
  }
  if (pathname !== '/demo/reset') return text(`Nothing at ${pathname}`, 404);
  await site.reset();
  return new Response(null, { status: 204 });
}

/** The cards that were made here; a new one goes into the ERP's own data and into the gateway's directory. */
async function contactsCall(request: Request, site: Site): Promise<Response> {
  if (request.method === 'GET') return Response.json(site.contacts.all());
  if (request.method !== 'POST') return text('Only GET and POST', 405);
  const contact = readNewContact(await request.json().catch(() => null));
  if (!contact) return text('That is no contact', 422);
  const record = await site.contacts.save(contact, request.headers.get('x-co-worker') ?? '');
  return record ? Response.json(record) : text('Nobody with this id works here', 403);
}

function pageAt(folder: string, path: string): Response {
  const found = fileFor(folder, path);
  if (!found) return text(`Nothing at ${path}`, 404);
  const body = Readable.toWeb(createReadStream(found.file)) as ReadableStream<Uint8Array>;
  return new Response(body, { headers: found.headers });
}

function text(words: string, status = 200): Response {
  return new Response(words, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
