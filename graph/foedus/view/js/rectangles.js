// The one look-up: a rectangle of valid time and knowledge time (SQL:2011), its sides half-open.
// What makes a rectangle stands in Python alone.

const SIDES = 5;

/** Rectangles of one thing, none over another: from, until, known from, known until, value. */
export class Rectangles {
  /** `flat` holds numbers of `days` and a value, five a rectangle. */
  constructor(flat, days) {
    this.flat = Int32Array.from(flat, (number, place) => (place % SIDES === SIDES - 1 ? number : days[number]));
  }

  /** The value on a day as known on another; -1 where there is none. */
  at(on, known) {
    const { flat } = this;
    for (let i = 0; i < flat.length; i += SIDES) {
      if (flat[i] <= on && on < flat[i + 1] && flat[i + 2] <= known && known < flat[i + 3]) return flat[i + 4];
    }
    return -1;
  }

  /** Call `see(from, until, value)` for each span of days as known on a day. */
  asKnown(known, see) {
    const { flat } = this;
    for (let i = 0; i < flat.length; i += SIDES) {
      if (flat[i + 2] <= known && known < flat[i + 3]) see(flat[i], flat[i + 1], flat[i + 4]);
    }
  }

  /** Call `see(from, until, value)` for each span of days, each as known on that day. */
  asKnownThen(see) {
    const { flat } = this;
    for (let i = 0; i < flat.length; i += SIDES) {
      const from = Math.max(flat[i], flat[i + 2]);
      const until = Math.min(flat[i + 1], flat[i + 3]);
      if (from < until) see(from, until, flat[i + 4]);
    }
  }
}
