export function deepAt(x, y) {
  let e = document.elementFromPoint(x, y);
  while (e && e.shadowRoot) {
    const n = e.shadowRoot.elementFromPoint(x, y);
    if (!n || n === e) break;
    e = n;
  }
  return e;
}
// ids of the rows under a vertical line through the list, top to bottom
export function idsAt(sc, rowSel, idOf) {
  const r = sc.getBoundingClientRect();
  const out = [];
  const x = r.left + r.width / 2;
  for (let y = Math.max(0, r.top) + 6; y < Math.min(r.bottom, innerHeight); y += 14) {
    const e = deepAt(x, y);
    const row = e && e.closest && e.closest(rowSel);
    if (row) {
      const id = idOf(row);
      if (id && out[out.length - 1] !== id) out.push(id);
    }
  }
  return out;
}
export const tokenId = (row) => {
  const m = /§(\d+)/.exec(row.textContent);
  return m ? 'c' + m[1] : null;
};
export const SORTS = {
  newest: (a, b) => b.ts - a.ts,
  oldest: (a, b) => a.ts - b.ts,
  name: (a, b) => (a.name < b.name ? -1 : 1),
};
