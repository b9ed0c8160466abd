/** Hours from `from` on, until just before `until` (Infinity: without end). */
export interface Span {
  readonly from: number;
  readonly until: number;
}

/** The hours that any of the spans has, as spans that are ascending and apart. */
export function cover(spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const span of spans.slice().sort((a, b) => a.from - b.from)) {
    const last = out.at(-1);
    if (!last || span.from > last.until) out.push(span);
    else if (span.until > last.until) out[out.length - 1] = { from: last.from, until: span.until };
  }
  return out;
}

/** The hours that both have; both are ascending and apart. */
export function within(a: readonly Span[], b: readonly Span[]): Span[] {
  const out: Span[] = [];
  let [i, j] = [0, 0];
  // Invariant: no span before a[i] or b[j] shares an hour with what is still to come.
  while (i < a.length && j < b.length) {
    const from = Math.max(a[i].from, b[j].from);
    const until = Math.min(a[i].until, b[j].until);
    if (from < until) out.push({ from, until });
    if (a[i].until < b[j].until) i++;
    else j++;
  }
  return out;
}
