// node tools/wheel-prepend.mjs NAME...  Reaches the top of 200 messages with real wheel input, then prepends 50:
// the top of the first visible message before (y0) and 2.5 s after (y1). run.mjs jumps to the top by scrollTop instead.
import { chromium } from 'playwright-core';
import { serve } from '../lib/server.mjs';
import { existsSync } from 'node:fs';
import { ROOT } from '../lib/subjects.mjs';
const s = await serve();
const b = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  headless: true,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
for (const name of process.argv.slice(2)) {
  const p = await b.newPage({ viewport: { width: 1000, height: 800 } });
  await p.goto(s.url + '/page');
  await p.evaluate(() => __B.prepare({ n: 200 }));
  await p.evaluate((a) => __B.load(a), {
    js: `/${name}/app.js`,
    css: existsSync(`${ROOT}/dist/${name}/app.css`) ? `/${name}/app.css` : null,
  });
  await p.evaluate(() => __B.mount());
  await p.mouse.move(400, 300);
  for (let i = 0; i < 200; i++) {
    await p.mouse.wheel(0, -400);
    await p.waitForTimeout(40);
    if (await p.evaluate(() => bench.scroller().scrollTop <= 0)) break;
  }
  await p.waitForTimeout(1200);
  const r = await p.evaluate(async () => {
    const v = bench.scroller().getBoundingClientRect();
    let id, y0;
    for (let k = 0; k < 60; k++) {
      const e = bench.find('m' + (1000000 + k));
      if (e) {
        const r = e.getBoundingClientRect();
        if (r.bottom > v.top + 10) {
          id = 'm' + (1000000 + k);
          y0 = r.top;
          break;
        }
      }
    }
    const st0 = bench.scroller().scrollTop,
      h0 = bench.scroller().scrollHeight;
    const ms = __S.data.slice(0, 50).map((m, i) => ({
      ...m,
      id: 'm' + (999950 + i),
      seq: 999950 + i,
      text: m.text.replace(/§\d+/, '§' + (999950 + i)),
      ts: __S.data[0].ts - (50 - i) * 300000,
    }));
    bench.prepend(ms);
    await new Promise((r) => setTimeout(r, 2500));
    const e = bench.find(id);
    return {
      id,
      y0,
      y1: e && e.getBoundingClientRect().top,
      st0,
      st1: bench.scroller().scrollTop,
      h0,
      h1: bench.scroller().scrollHeight,
    };
  });
  console.log(name, JSON.stringify(r));
  await p.close();
}
await b.close();
s.close();
