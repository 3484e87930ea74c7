import './_bubble.css';
import { html, nothing } from 'lit';
import { hhmm, day, TICK, hasUrl, splitUrls } from './_util.js';
const text = (t) => (hasUrl(t) ? splitUrls(t).map((p) => (p.startsWith('http') ? html`<a href=${p}>${p}</a>` : p)) : t);
export const bubble = (m, prev) =>
  html`${!prev || day(prev.ts) !== day(m.ts) ? html`<div class="day">${day(m.ts)}</div>` : nothing}
    <div class="row ${m.dir}" id=${m.id}>
      <div class="bub">
        <div class="who">${m.author.name}</div>
        ${m.image ? html`<img src=${m.image} width="160" height="120" />` : nothing}
        <div class="txt">${text(m.text)}</div>
        <div class="meta"><time>${hhmm(m.ts)}</time> <span class="st">${m.status ? TICK[m.status] : ''}</span></div>
      </div>
    </div>`;
