type Labels = Readonly<Record<string, string>>;

const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Numbers for Prometheus, in its text form. Labels are names of ours only: nothing a caller chose. */
export class Metrics {
  readonly #counters = new Map<string, Map<string, number>>();
  readonly #gauges = new Map<string, () => number>();
  readonly #histograms = new Map<string, Map<string, Histogram>>();

  count(name: string, labels: Labels = {}, by = 1): void {
    const series = of(this.#counters, name);
    const key = written(labels);
    series.set(key, (series.get(key) ?? 0) + by);
  }

  /** A number that is asked for when somebody reads the metrics. */
  gauge(name: string, read: () => number): void {
    this.#gauges.set(name, read);
  }

  observe(name: string, seconds: number, labels: Labels = {}): void {
    const series = of(this.#histograms, name);
    const key = written(labels);
    const histogram = series.get(key) ?? { counts: buckets.map(() => 0).concat(0), sum: 0 };
    const at = buckets.findIndex((limit) => seconds <= limit);
    const index = at < 0 ? buckets.length : at;
    histogram.counts[index] = (histogram.counts[index] ?? 0) + 1;
    histogram.sum += seconds;
    series.set(key, histogram);
  }

  /** @param now - numbers that hold at this moment only, such as lengths of queues */
  text(now: Readonly<Record<string, number>> = {}): string {
    const lines: string[] = [];
    for (const [name, series] of this.#counters) {
      lines.push(`# TYPE ${name} counter`);
      for (const [labels, value] of series) lines.push(`${name}${labels && `{${labels}}`} ${value}`);
    }
    const gauges = [...this.#gauges].map(([name, read]): [string, number] => [name, read()]);
    for (const [name, value] of [...gauges, ...Object.entries(now)])
      lines.push(`# TYPE ${name} gauge`, `${name} ${value}`);
    for (const [name, series] of this.#histograms) {
      lines.push(`# TYPE ${name} histogram`);
      for (const [labels, histogram] of series) lines.push(...histogramLines(name, labels, histogram));
    }
    return `${lines.join('\n')}\n`;
  }
}

interface Histogram {
  readonly counts: number[];
  sum: number;
}

function histogramLines(name: string, labels: string, { counts, sum }: Histogram): readonly string[] {
  const before = labels && `${labels},`;
  const after = labels && `{${labels}}`;
  let total = 0;
  const lines = counts.map((count, index) => {
    total += count;
    return `${name}_bucket{${before}le="${buckets[index] ?? '+Inf'}"} ${total}`;
  });
  return [...lines, `${name}_sum${after} ${sum}`, `${name}_count${after} ${total}`];
}

function of<T>(all: Map<string, Map<string, T>>, name: string): Map<string, T> {
  const series = all.get(name) ?? new Map<string, T>();
  all.set(name, series);
  return series;
}

function written(labels: Labels): string {
  const entries = Object.entries(labels).map(([label, value]) => `${label}="${value.replace(/[\\"\n]/g, '_')}"`);
  return entries.join(',');
}
