// Static server for dist/, cross-origin isolated (finer timers), no caching.
import http from 'node:http';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from './subjects.mjs';
const TYPES = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.map': 'application/json',
};
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>bench</title><link rel="icon" href="data:,"><style>html,body{margin:0;height:100%;overflow:hidden}#host{position:absolute;left:0;top:0;width:800px;height:700px;overflow:hidden}#probe{position:absolute;left:8px;top:720px;width:300px}</style><body><div id="host"></div><input id="probe" aria-label="probe"><script src="/harness.js"></script></body></html>`;
export async function serve() {
  const server = http.createServer(async (req, res) => {
    const u = new URL(req.url, 'http://x');
    const h = {
      'cache-control': 'no-store',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'same-origin',
    };
    if (u.pathname === '/page') {
      res.writeHead(200, { ...h, 'content-type': 'text/html' });
      return res.end(PAGE);
    }
    const f = path.join(ROOT, 'dist', path.normalize(u.pathname));
    if (!f.startsWith(path.join(ROOT, 'dist'))) {
      res.writeHead(403, h);
      return res.end();
    }
    try {
      const b = await readFile(f);
      res.writeHead(200, { ...h, 'content-type': TYPES[path.extname(f)] || 'application/octet-stream' });
      res.end(b);
    } catch {
      res.writeHead(404, h);
      res.end();
    }
  });
  await new Promise((r) => server.listen(0, '127.0.0.1', r));
  return { url: 'http://127.0.0.1:' + server.address().port, close: () => server.close() };
}
