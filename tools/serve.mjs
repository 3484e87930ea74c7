// A static server for pages of ours: loopback only, strict content security policy, nothing cached.
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.pdf': 'application/pdf',
  '.mp4': 'video/mp4',
  '.ogg': 'audio/ogg',
  '.mp3': 'audio/mpeg',
};

/** The policy the elements promise to work under (quality.md, part 2). */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
  "base-uri 'none'",
].join('; ');

function isFile(path) {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** The file that answers a path, and the headers it goes with; `undefined` when there is none inside the folder. */
export function fileFor(folder, pathname, policy = contentSecurityPolicy) {
  const path = normalize(join(folder, decodeURIComponent(pathname)));
  const inside = path === normalize(folder) || path.startsWith(normalize(folder + sep));
  const file = inside ? [path, join(path, 'index.html')].find(isFile) : undefined;
  if (!file) return undefined;
  const headers = {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  };
  return { file, headers };
}

/**
 * Serves `folder` on 127.0.0.1. A path without a file serves its `index.html`.
 *
 * @returns the listening server; its port is free-chosen for `port` 0
 */
export function serveFolder(folder, port = 0, policy = contentSecurityPolicy) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const found = fileFor(folder, pathname, policy);
    if (!found) {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end(`Nothing at ${pathname}\n`);
      return;
    }
    response.writeHead(200, found.headers);
    createReadStream(found.file).pipe(response);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
