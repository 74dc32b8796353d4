// Spans of time with one value, from rectangles as known on a day: looked up, clipped to the axis, joined where equal.

/** `valueOf(number)` gives {key, text} of a rectangle's value, or null to leave it out. Sorted, none over another. */
export function spansOf(rectangles, known, bounds, valueOf) {
  const found = [];
  rectangles.asKnown(known, (from, until, number) => {
    const value = valueOf(number);
    const [start, end] = [Math.max(from, bounds.first), Math.min(until, bounds.last + 1)];
    if (value && start < end) found.push({ from: start, until: end, ...value });
  });
  found.sort((one, other) => one.from - other.from);
  return found.reduce((joined, span) => {
    const before = joined.at(-1);
    if (before && before.key === span.key && before.until === span.from) before.until = span.until;
    else joined.push(span);
    return joined;
  }, []);
}

/** The days that are in a span of both. */
export function overlap(some, others) {
  return some.flatMap((one) => others
    .map((other) => ({ from: Math.max(one.from, other.from), until: Math.min(one.until, other.until) }))
    .filter(({ from, until }) => from < until));
}
