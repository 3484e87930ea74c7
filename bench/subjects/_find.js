// Finds a rendered message by its text token (§seq) for components that put no id on the element.
export function tokenFinder(items) {
  const cache = new Map();
  return (id) => {
    const tok = '§' + id.slice(1);
    const has = (e) => {
      const t = e.textContent || '';
      const i = t.indexOf(tok);
      return i >= 0 && !/\d/.test(t[i + tok.length] || '');
    };
    const c = cache.get(id);
    if (c && c.isConnected && has(c)) return c;
    const l = items();
    const n = l.length;
    for (let k = 0; k < n && k < 160; k++) {
      // the ends first: new messages are there
      const a = l[n - 1 - k];
      if (has(a)) {
        cache.set(id, a);
        return a;
      }
      const b = l[k];
      if (has(b)) {
        cache.set(id, b);
        return b;
      }
    }
    return null;
  };
}
