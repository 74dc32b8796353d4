// The handles on an axis of time: the day shown, the day of knowledge, and the veil over what lies after it.

import { dayAt, shareOf } from "./axis.js";
import { long, monthsAway } from "./days.js";
import { byId } from "./dom.js";

export class Handles {
  /** `bends` of the axis that `element` shows; `bounds` has first and last day, `veilThen` to veil what lies after the day known; `moved(change)` is told what was chosen. */
  constructor(element, bends, bounds, moved) {
    Object.assign(this, { element, bends, bounds, moved, handle: byId("handle"), second: byId("second") });
    this.drag(this.handle, "on");
    this.drag(this.second, "asOf");
    element.addEventListener("pointerdown", (event) => this.press(event));
    new ResizeObserver(() => this.shown && this.show(...this.shown)).observe(element);
  }

  day(event) {
    const { left, width } = this.element.getBoundingClientRect();
    return dayAt((event.clientX - left) / width, this.bends);
  }

  press(event) {
    if (event.target === this.second) return;
    this.moved({ on: this.day(event) });
    this.handle.focus({ preventScroll: true });
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
      const day = this.byKey(event, Number(handle.getAttribute("aria-valuenow")));
      if (day === null) return;
      event.preventDefault();
      this.moved({ [what]: Math.min(Math.max(day, this.bounds.first), this.bounds.last) });
    });
  }

  /** A day by an arrow, a month with Shift, a year by Page. */
  byKey(event, day) {
    const way = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
    if (way) return event.shiftKey ? monthsAway(day, way) : day + way;
    if (event.key === "PageUp") return monthsAway(day, 12);
    if (event.key === "PageDown") return monthsAway(day, -12);
    return { Home: this.bounds.first, End: this.bounds.last }[event.key] ?? null;
  }

  show(view, known) {
    this.shown = [view, known];
    this.put(this.handle, view.on);
    this.second.hidden = view.clock !== "on";
    const veiled = view.clock === "on" || (view.clock === "then" && Boolean(this.bounds.veilThen));
    byId("veil").hidden = !veiled;
    byId("veil-words").hidden = !veiled;
    if (view.clock === "on") this.put(this.second, known);
    if (veiled) this.veil(known);
  }

  veil(known) {
    const share = shareOf(known, this.bends);
    byId("veil").style.left = `${share * 100}%`;
    const words = byId("veil-words");
    words.textContent = `known by ${long(known)}; later facts left out`;
    Object.assign(words.style, share > 0.6 ? { left: "0", right: `${(1 - share) * 100}%`, textAlign: "right" } : { left: `${share * 100}%`, right: "0", textAlign: "left" });
  }

  put(handle, day) {
    handle.style.transform = `translateX(${shareOf(day, this.bends) * this.element.clientWidth}px)`;
    handle.setAttribute("aria-valuemin", this.bounds.first);
    handle.setAttribute("aria-valuemax", this.bounds.last);
    handle.setAttribute("aria-valuenow", day);
    handle.setAttribute("aria-valuetext", long(day));
  }
}
