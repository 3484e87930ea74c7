import { latin1 } from './bytes.ts';

/** Elements of WebM that hold others; everything else is skipped or read. */
const containers: ReadonlySet<number> = new Set([0x18538067, 0x1654ae6b, 0xae, 0x1f43b675, 0xa0]);
const codecPrivate = 0x63a2;
const blocks: ReadonlySet<number> = new Set([0xa3, 0xa1]);
const samplesPerMs = 48;
/** A page of Ogg has at most 255 pieces; a second of speech fits. */
const mostPieces = 250;
const serial = 1;

/** What a recording holds: how to decode it, and the sound piece by piece. */
interface Sound {
  readonly head: Uint8Array;
  readonly packets: readonly Uint8Array[];
}

/**
 * The sound of a WebM recording in the container that messaging channels take (AT11): nothing is encoded anew. `null` when
 * it is no recording of Opus as browsers make it.
 */
export function oggOfWebm(webm: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const sound = soundOf(webm);
  if (!sound || sound.packets.length === 0) return null;
  const tags = new Uint8Array(8 + 4 + 4);
  tags.set([0x4f, 0x70, 0x75, 0x73, 0x54, 0x61, 0x67, 0x73]); // OpusTags
  const pages = [
    page([sound.head], { type: 2, sequence: 0, samples: 0 }),
    page([tags], { type: 0, sequence: 1, samples: 0 }),
  ];
  let samples = 0;
  const groups = grouped(sound.packets);
  groups.forEach((packets, index) => {
    samples += packets.reduce((sum, packet) => sum + samplesOf(packet), 0);
    pages.push(page(packets, { type: index === groups.length - 1 ? 4 : 0, sequence: index + 2, samples }));
  });
  return joined(pages);
}

function soundOf(bytes: Uint8Array): Sound | null {
  let head: Uint8Array | null = null;
  const packets: Uint8Array[] = [];
  for (let at = 0; at < bytes.length;) {
    const id = numberAt(bytes, at, 'id');
    const size = id && numberAt(bytes, at + id.length, 'size');
    if (!id || !size) break;
    const start = at + id.length + size.length;
    at = start;
    if (containers.has(id.value)) continue;
    const data = bytes.subarray(start, start + size.value);
    at += size.value;
    if (id.value === codecPrivate) head = data;
    else if (blocks.has(id.value)) {
      const track = numberAt(data, 0, 'size');
      const flags = track && data[track.length + 2];
      // Several pieces in one block are another format; browsers do not make it.
      if (!track || typeof flags !== 'number' || (flags & 0x06) !== 0) return null;
      packets.push(data.subarray(track.length + 3));
    }
  }
  return head && latin1(head, 0, 8) === 'OpusHead' ? { head, packets } : null;
}

/** A number of variable length: its leading zeros say how long. Of an id the mark of the length is part of it. */
function numberAt(
  bytes: Uint8Array,
  at: number,
  kind: 'id' | 'size',
): { readonly value: number; readonly length: number } | null {
  const first = bytes[at];
  if (first === undefined || first === 0) return null;
  const length = Math.clz32(first) - 23;
  if (at + length > bytes.length) return null;
  let value = kind === 'id' ? first : first & (0xff >> length);
  for (let index = 1; index < length; index += 1) value = value * 256 + (bytes[at + index] ?? 0);
  return { value, length };
}

/** How long a packet of Opus plays: its first bytes tell (RFC 6716, 3.1). */
function samplesOf(packet: Uint8Array): number {
  const [first = 0, second = 0] = packet;
  const config = first >> 3;
  const lengths = config < 12 ? [10, 20, 40, 60] : config < 16 ? [10, 20, 10, 20] : [2.5, 5, 10, 20];
  const code = first & 3;
  const count = code === 0 ? 1 : code === 3 ? second & 0x3f : 2;
  return (lengths[config & 3] ?? 20) * samplesPerMs * count;
}

function grouped(packets: readonly Uint8Array[]): Uint8Array[][] {
  const groups: Uint8Array[][] = [[]];
  let pieces = 0;
  for (const packet of packets) {
    const own = Math.floor(packet.length / 255) + 1;
    if (pieces + own > mostPieces) {
      groups.push([]);
      pieces = 0;
    }
    groups.at(-1)?.push(packet);
    pieces += own;
  }
  return groups;
}

/** One page (RFC 3533, 6). */
function page(
  packets: readonly Uint8Array[],
  { type, sequence, samples }: { readonly type: number; readonly sequence: number; readonly samples: number },
): Uint8Array {
  const lacing = packets.flatMap(({ length }) => [
    ...new Array<number>(Math.floor(length / 255)).fill(255),
    length % 255,
  ]);
  const header = new Uint8Array(27 + lacing.length);
  const view = new DataView(header.buffer);
  header.set([0x4f, 0x67, 0x67, 0x53, 0, type]);
  view.setBigUint64(6, BigInt(Math.round(samples)), true);
  view.setUint32(14, serial, true);
  view.setUint32(18, sequence, true);
  header[26] = lacing.length;
  header.set(lacing, 27);
  const whole = joined([header, ...packets]);
  new DataView(whole.buffer).setUint32(22, checksum(whole), true);
  return whole;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function checksum(bytes: Uint8Array): number {
  let sum = 0;
  for (const byte of bytes) {
    sum ^= byte << 24;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
  }
  return sum >>> 0;
}
