type Labels = Readonly<Record<string, string>>;

const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Numbers for Prometheus, in its text form. Labels are names of ours only: nothing a caller chose. */
export class Metrics {
  readonly #counters = new Map<string, number>();
  readonly #gauges = new Map<string, () => number>();
  readonly #histograms = new Map<string, { readonly counts: number[]; sum: number }>();

  count(name: string, labels: Labels = {}, by = 1): void {
    const key = series(name, labels);
    this.#counters.set(key, (this.#counters.get(key) ?? 0) + by);
  }

  /** A number that is asked for when somebody reads the metrics. */
  gauge(name: string, read: () => number): void {
    this.#gauges.set(name, read);
  }

  observe(name: string, seconds: number): void {
    const histogram = this.#histograms.get(name) ?? { counts: buckets.map(() => 0).concat(0), sum: 0 };
    const at = buckets.findIndex((limit) => seconds <= limit);
    const index = at < 0 ? buckets.length : at;
    histogram.counts[index] = (histogram.counts[index] ?? 0) + 1;
    histogram.sum += seconds;
    this.#histograms.set(name, histogram);
  }

  text(): string {
    const lines = [...this.#counters].map(([key, value]) => `${key} ${value}`);
    for (const [name, read] of this.#gauges) lines.push(`${name} ${read()}`);
    for (const [name, { counts, sum }] of this.#histograms) {
      let total = 0;
      for (const [index, count] of counts.entries()) {
        total += count;
        lines.push(`${name}_bucket{le="${buckets[index] ?? '+Inf'}"} ${total}`);
      }
      lines.push(`${name}_sum ${sum}`, `${name}_count ${total}`);
    }
    return `${lines.join('\n')}\n`;
  }
}

function series(name: string, labels: Labels): string {
  const entries = Object.entries(labels).map(([label, value]) => `${label}="${value.replace(/[\\"\n]/g, '_')}"`);
  return entries.length === 0 ? name : `${name}{${entries.join(',')}}`;
}
