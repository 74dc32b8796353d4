// The strip of time: area, ticks of events, one handle; a second only for 'as known on…'.

import { axis, shareOf } from "./axis.js";
import { overTime } from "./counts.js";
import { newYear, yearOf } from "./days.js";
import { byId, el, fill } from "./dom.js";
import { FAMILIES } from "./duties.js";
import { Handles } from "./handles.js";

const TALL = 32;
const YEARS = [1373, 1815, 1850, 1900, 1914, 1939, 1950, 1975, 2000];

export class Strip {
  /** `moved(change)` is told which day was chosen; `steps` counts what the area shows. */
  constructor(data, moved, steps = overTime) {
    this.data = data;
    this.steps = steps;
    this.element = byId("strip");
    this.bends = axis(data.firstDay, data.edition);
    this.handles = new Handles(this.element, this.bends, { first: data.firstDay, last: data.edition }, moved);
    this.drawn = null;
    new ResizeObserver(() => this.labels()).observe(this.element);
  }

  show(view, known) {
    this.shownDay = view.on;
    this.handles.show(view, known);
    const key = `${[...view.duties].join()} ${view.clock === "then" ? "then" : known}`;
    if (key !== this.drawn) this.draw(view, view.clock === "then" ? null : known);
    this.drawn = key;
  }

  draw(view, known) {
    const shows = (of) => view.duties.has(FAMILIES[of.family].key);
    const steps = this.steps(this.data, shows, known);
    const most = Math.max(1, ...steps.map(([, number]) => number));
    let path = `M0 ${TALL}`;
    for (const [day, number] of steps) {
      if (day <= this.data.edition) path += `H${this.x(day)}V${Math.round((1 - number / most) * (TALL - 4)) + 4}`;
    }
    byId("area").setAttribute("d", `${path}H1000V${TALL}Z`);
    const days = new Set(this.eventDays(shows, known).map((day) => this.x(day)));
    byId("ticks").setAttribute("d", [...days].map((x) => `M${x} 0V8`).join(""));
    const families = FAMILIES.filter((family) => view.duties.has(family.key));
    byId("area-words").textContent = `${families.length === 1 ? `${families[0].clause} ` : ""}clauses in force`;
  }

  x(day) {
    return Math.round(shareOf(day, this.bends) * 10000) / 10;
  }

  /** The days of events known on a day; with null, the days on which events became known. */
  eventDays(shows, known) {
    return this.data.events
      .filter((event) => shows(event.case) && (known === null || event.known <= known))
      .map((event) => (known === null ? Math.max(event.first, event.known) : event.first));
  }

  /** The next event after a day (way 1) or the last before it (-1); null if there is none. */
  neighbour(view, known, way) {
    const shows = (of) => view.duties.has(FAMILIES[of.family].key);
    const days = this.eventDays(shows, view.clock === "then" ? null : known).filter((day) => (day - view.on) * way > 0);
    return days.length ? (way > 0 ? Math.min(...days) : Math.max(...days)) : null;
  }

  labels() {
    const { width } = this.element.getBoundingClientRect();
    let free = this.data.firstDay > newYear(1900) ? 14 : -20;
    const last = yearOf(this.data.edition);
    const end = width - 34;
    const wanted = this.data.firstDay > newYear(1900) ? lately(yearOf(this.data.firstDay), last) : width < 500 ? [1815, 1900, 1950, 2000] : YEARS;
    const labels = wanted.flatMap((year) => {
      const x = shareOf(newYear(year), this.bends) * width;
      if (x < free || x > end - 40 || newYear(year) < this.data.firstDay - 366) return [];
      free = x + 38;
      return [this.label(String(year), x / width)];
    });
    fill(byId("years"), ...labels, this.label(String(last), 1));
  }

  label(text, share) {
    const made = el("span", {}, text);
    made.style.left = `${share * 100}%`;
    if (share === 1) made.className = "last";
    return made;
  }
}

/** Round years of a short span, at most a dozen. */
function lately(first, last) {
  const step = [1, 2, 5, 10].find((years) => (last - first) / years <= 12) ?? 20;
  return Array.from({ length: 14 }, (_, i) => (Math.ceil(first / step) + i) * step).filter((year) => year < last);
}
