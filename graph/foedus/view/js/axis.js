// The bent axis of time: few treaties lie before 1815, so its years are short.

import { newYear } from "./days.js";

/** Days and their share of the width, in order. */
export function axis(first, last) {
  const bends = [[first, 0], [newYear(1815), 0.05], [newYear(1900), 0.17], [last, 1]];
  return bends[1][0] > first && last > bends[2][0] ? bends : [[first, 0], [last, 1]];
}

/** The share of the width at which a day stands. */
export function shareOf(day, bends) {
  return between(day, bends, 0, 1);
}

/** The day at a share of the width. */
export function dayAt(share, bends) {
  return Math.round(between(share, bends, 1, 0));
}

function between(value, bends, from, to) {
  const clamped = Math.min(Math.max(value, bends[0][from]), bends.at(-1)[from]);
  const next = Math.max(1, bends.findIndex((bend) => bend[from] >= clamped));
  const [low, high] = [bends[next - 1], bends[next]];
  return low[to] + ((clamped - low[from]) / (high[from] - low[from])) * (high[to] - low[to]);
}
