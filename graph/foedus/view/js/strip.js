// The strip of time: area, ticks of events, one handle; a second only for 'as known on…'.

import { axis, dayAt, shareOf } from "./axis.js";
import { overTime } from "./counts.js";
import { long, monthsAway, newYear, yearOf } from "./days.js";
import { byId, el, fill } from "./dom.js";
import { FAMILIES } from "./duties.js";

const TALL = 32;
const YEARS = [1373, 1815, 1850, 1900, 1914, 1939, 1950, 1975, 2000];

export class Strip {
  /** `moved(change)` is told which day was chosen. */
  constructor(data, moved) {
    this.data = data;
    this.moved = moved;
    this.element = byId("strip");
    this.bends = axis(data.firstDay, data.edition);
    this.handle = byId("handle");
    this.second = byId("second");
    this.drag(this.handle, "on");
    this.drag(this.second, "asOf");
    this.element.addEventListener("pointerdown", (event) => this.press(event));
    this.drawn = null;
    new ResizeObserver(() => this.labels()).observe(this.element);
  }

  day(event) {
    const { left, width } = this.element.getBoundingClientRect();
    return dayAt((event.clientX - left) / width, this.bends);
  }

  press(event) {
    if (event.target === this.second) return;
    this.moved({ on: this.day(event) });
    this.handle.focus();
    this.handle.setPointerCapture(event.pointerId);
    event.preventDefault();
  }

  drag(handle, what) {
    handle.addEventListener("pointerdown", (event) => {
      handle.setPointerCapture(event.pointerId);
      event.stopPropagation();
    });
    handle.addEventListener("pointermove", (event) => {
      if (handle.hasPointerCapture(event.pointerId)) this.moved({ [what]: this.day(event) });
    });
    handle.addEventListener("keydown", (event) => {
      const now = Number(handle.getAttribute("aria-valuenow"));
      const day = this.byKey(event, now);
      if (day === null) return;
      event.preventDefault();
      this.moved({ [what]: Math.min(Math.max(day, this.data.firstDay), this.data.edition) });
    });
  }

  /** A day by an arrow, a month with Shift, a year by Page. */
  byKey(event, day) {
    const way = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
    if (way) return event.shiftKey ? monthsAway(day, way) : day + way;
    if (event.key === "PageUp") return monthsAway(day, 12);
    if (event.key === "PageDown") return monthsAway(day, -12);
    return { Home: this.data.firstDay, End: this.data.edition }[event.key] ?? null;
  }

  show(view, known) {
    this.shownDay = view.on;
    this.put(this.handle, view.on);
    this.second.hidden = view.clock !== "on";
    byId("veil").hidden = view.clock !== "on";
    byId("veil-words").hidden = view.clock !== "on";
    if (view.clock === "on") this.showSecond(known);
    const key = `${[...view.duties].join()} ${view.clock === "then" ? "then" : known}`;
    if (key !== this.drawn) this.draw(view, view.clock === "then" ? null : known);
    this.drawn = key;
  }

  showSecond(known) {
    this.put(this.second, known);
    const share = shareOf(known, this.bends);
    byId("veil").style.left = `${share * 100}%`;
    const words = byId("veil-words");
    words.textContent = `known by ${long(known)}; later facts left out`;
    Object.assign(words.style, share > 0.6 ? { left: "0", right: `${(1 - share) * 100}%`, textAlign: "right" } : { left: `${share * 100}%`, right: "0", textAlign: "left" });
  }

  put(handle, day) {
    handle.style.transform = `translateX(${shareOf(day, this.bends) * this.element.clientWidth}px)`;
    handle.setAttribute("aria-valuemin", this.data.firstDay);
    handle.setAttribute("aria-valuemax", this.data.edition);
    handle.setAttribute("aria-valuenow", day);
    handle.setAttribute("aria-valuetext", long(day));
  }

  draw(view, known) {
    const shows = (of) => view.duties.has(FAMILIES[of.family].key);
    const steps = overTime(this.data, shows, known);
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
    let free = -20;
    const last = yearOf(this.data.edition);
    const end = width - 34;
    const wanted = width < 500 ? [1815, 1900, 1950, 2000] : YEARS;
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
