/** How many strokes a waveform has. */
const strokes = 50;
/** Longer recordings are played without one: decoding them takes more memory than a drawing is worth. */
const mostBytes = 8_000_000;

/** The loudness of a recording from beginning to end, each from 0 to 1; `null` where it cannot be read. */
export async function readWave(url: string): Promise<readonly number[] | null> {
  const context = new AudioContext();
  try {
    const response = await fetch(url, { referrerPolicy: 'no-referrer' });
    const bytes = await response.arrayBuffer();
    if (!response.ok || bytes.byteLength > mostBytes) return null;
    const decoded = await context.decodeAudioData(bytes);
    return loudness(decoded.getChannelData(0));
  } catch {
    // Not allowed to be read by scripts, or in a format that only plays: it is played all the same.
    return null;
  } finally {
    void context.close();
  }
}

/** Peaks of equal stretches, the loudest of all being 1. */
export function loudness(samples: Float32Array): readonly number[] {
  const stretch = Math.max(1, Math.floor(samples.length / strokes));
  const peaks = Array.from({ length: strokes }, (_, index) => {
    let peak = 0;
    for (const sample of samples.subarray(index * stretch, (index + 1) * stretch))
      peak = Math.max(peak, Math.abs(sample));
    return peak;
  });
  const loudest = Math.max(...peaks, Number.EPSILON);
  return peaks.map((peak) => peak / loudest);
}

/** A waveform as a path in a box of 100 × 24. */
export function drawWave(wave: readonly number[]): string {
  return wave
    .map((value, index) => {
      const half = Math.max(0.5, value * 11);
      return `M${(index + 0.5) * (100 / wave.length)} ${12 - half}V${12 + half}`;
    })
    .join('');
}
