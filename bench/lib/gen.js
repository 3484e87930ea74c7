// Deterministic message and conversation generator. Message i of conversation c is a
// pure function of (seed, c, i), so any range can be produced without its predecessors.
function mulberry32(a) {
  return function () {
    a |= 0;
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
function hash(a, b, c) {
  let h = 0x811c9dc5 ^ a;
  h = Math.imul(h ^ b, 0x01000193);
  h ^= h >>> 15;
  h = Math.imul(h ^ c, 0x85ebca6b);
  h ^= h >>> 13;
  return h | 0;
}
const WORDS =
  'hi hello thanks sure yes no ok the a my your our order account invoice delivery refund number today tomorrow yesterday please could would can help check see look into it this that with for from and but because still not received working update status email phone address card payment charged twice wrong size color item package tracking courier driver window between morning afternoon evening appointment booking room table reservation cancel change confirm agent team manager ticket case reference code link click reset password login app website error page loading screen photo attached picture size large small medium blue black return label print shop store pickup open closed hours weekend holiday price discount voucher gift balance points plan upgrade contract month year bill due date paid bank transfer pending complete issue problem sorry inconvenience great perfect awesome wait moment let me know anything else when where how why what who is was will be been have has had do does did get got send sent'.split(
    ' ',
  );
const EMOJI = ['😀', '😂', '😍', '👍', '🙏', '🎉', '😢', '🤔', '🔥', '❤️', '👋🏽', '👨‍👩‍👧', '🇺🇾', '✅', '🚚', '📦'];
const NAMES = [
  'Ana Pérez',
  'Bruno Silva',
  'Chidi Okafor',
  'Dana Levi',
  'Emre Yılmaz',
  'Fatima Zahra',
  'Greta Müller',
  'Hiro Tanaka',
];
const CUSTOMERS = [
  'Isla Brown',
  'João Costa',
  'Karim Haddad',
  'Lucía Gómez',
  'Mei Chen',
  'Nadia Petrova',
  'Omar Farouk',
  'Priya Nair',
  'Quinn Walsh',
  'Rosa Martins',
  'Sven Larsen',
  'Tomás Rey',
];
// Four 160x120 PNGs, made by lib/build.mjs (__IMAGES__ is replaced at build time).
const IMAGES = typeof __IMAGES__ === 'undefined' ? [] : __IMAGES__;
export const T0 = Date.UTC(2024, 0, 1, 8, 0, 0);
const GAP = 330000; // 5.5 minutes a message on average

function sentence(r, n) {
  let s = '';
  for (let i = 0; i < n; i++) {
    const w = WORDS[(r() * WORDS.length) | 0];
    s += i === 0 ? w[0].toUpperCase() + w.slice(1) : ' ' + w;
    if (i && i % 11 === 10 && i < n - 2) s += r() < 0.5 ? ',' : '.';
  }
  return s;
}

// seq is the global sequence number: token '§seq' is in the text, so a message can be found by text.
export function message(seed, conv, seq) {
  const r = mulberry32(hash(seed, conv, seq));
  // runs of 1-4 messages by one side; 60 % in, 40 % out
  const rr = mulberry32(hash(seed ^ 0x51ed, conv, Math.floor(seq / (1 + (hash(seed, conv, seq >> 2) & 3)))));
  const dir = rr() < 0.6 ? 'in' : 'out';
  const k = r();
  let text, image, imageUrl;
  if (k < 0.55) text = sentence(r, 3 + ((r() * 10) | 0));
  else if (k < 0.75) text = sentence(r, 15 + ((r() * 20) | 0)) + '.';
  else if (k < 0.85) text = sentence(r, 60 + ((r() * 90) | 0)) + '.';
  else if (k < 0.91)
    text = sentence(r, 2 + ((r() * 6) | 0)) + ' ' + EMOJI[(r() * EMOJI.length) | 0] + EMOJI[(r() * EMOJI.length) | 0];
  else if (k < 0.96)
    text = sentence(r, 4 + ((r() * 6) | 0)) + ' https://example.com/orders/' + ((r() * 1e6) | 0) + '?ref=chat';
  else {
    text = 'Photo: ' + sentence(r, 3 + ((r() * 5) | 0));
    const x = (r() * 4) | 0;
    image = IMAGES[x];
    imageUrl = '/img/' + x + '.png';
  }
  const author =
    dir === 'out'
      ? { id: 'agent' + (rr() < 0.8 ? 0 : 1), name: NAMES[(conv + (rr() < 0.8 ? 0 : 1)) % NAMES.length] }
      : { id: 'cust' + conv, name: CUSTOMERS[conv % CUSTOMERS.length] };
  const status = dir === 'out' ? 'read' : undefined;
  return {
    id: 'm' + seq,
    seq,
    ts: T0 + (seq - 1000000) * GAP + ((r() * (GAP - 1000)) | 0),
    dir,
    author,
    text: text + ' §' + seq,
    image,
    imageUrl,
    status,
  };
}
export function messages(seed, conv, from, count) {
  const a = new Array(count);
  for (let i = 0; i < count; i++) a[i] = message(seed, conv, from + i);
  return a;
}
export function conversation(seed, i) {
  const r = mulberry32(hash(seed, 77, i));
  const name =
    CUSTOMERS[(r() * CUSTOMERS.length) | 0].split(' ')[0] + ' ' + CUSTOMERS[(r() * CUSTOMERS.length) | 0].split(' ')[1];
  return {
    id: 'c' + i,
    name: name + ' §' + i + ';',
    last: sentence(r, 3 + ((r() * 14) | 0)),
    ts: T0 + ((r() * 3e10) | 0),
    unread: r() < 0.3 ? 1 + ((r() * 9) | 0) : 0,
    channel: ['sms', 'whatsapp', 'web', 'email'][(r() * 4) | 0],
    agent: NAMES[(r() * NAMES.length) | 0],
  };
}
export function conversations(seed, count) {
  const a = new Array(count);
  for (let i = 0; i < count; i++) a[i] = conversation(seed, i);
  return a;
}
const pad = (n) => (n < 10 ? '0' + n : '' + n);
export function hhmm(ts) {
  const d = new Date(ts);
  return pad(d.getUTCHours()) + ':' + pad(d.getUTCMinutes());
}
export function day(ts) {
  const d = new Date(ts);
  return d.getUTCFullYear() + '-' + pad(d.getUTCMonth() + 1) + '-' + pad(d.getUTCDate());
}
export const TICK = { sent: '✓', delivered: '✓✓', read: '✓✓ read' };
