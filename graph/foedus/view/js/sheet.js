// A page about one thing, with the two clocks: view, address, theme, evidence. What it shows, `show` makes anew at each step.

import { daysOf, daysSaid, firstDays, knownOn, sayDays, showClock, wireClock } from "./clock.js";
import { byId, el, fill } from "./dom.js";
import { finder } from "./finder.js";
import { partsOf, remember } from "./fragment.js";
import { Handles } from "./handles.js";
import { inflated } from "./inflate.js";
import { theme } from "./theme.js";
import { footing } from "./words.js";

export class Sheet {
  /**
   * `parts` has
   *   show(view, known, texts, sheet): fill the page; texts are null until the evidence is unpacked;
   *   days(known): the days of events known on a day, for ‹ event ›;
   *   bends: of the axis of `#strip`, where the page has one;
   *   veilThen: whether the axis shows what was known on the one day alone, so that what lies after it is veiled;
   *   firstDay: the earliest day that can be shown;
   *   themed(): the colours have changed, or the page is printed, where it draws on a canvas;
   *   say(parts), read(parts): what else the address says, where the page has more to say.
   */
  constructor(data, parts) {
    Object.assign(this, { data, parts, texts: null });
    this.start = firstDays(data);
    this.view = this.said();
    if (parts.bends) {
      const bounds = { first: parts.firstDay, last: data.edition, veilThen: parts.veilThen };
      this.handles = new Handles(byId("strip"), parts.bends, bounds, (change) => this.update(change));
    }
    theme(() => parts.themed?.());
    finder(() => daysOf(this.view));
    wireClock(this);
    window.addEventListener("hashchange", () => this.update(this.said()));
    fill(byId("foot"), footing(data));
    this.update({});
    requestAnimationFrame(() => setTimeout(() => this.unpack()));
  }

  clamp(day) {
    return Math.min(Math.max(day, this.parts.firstDay), this.data.edition);
  }

  update(change) {
    Object.assign(this.view, change);
    const known = knownOn(this.view, this.data);
    showClock(this.view, known);
    this.handles?.show(this.view, known);
    this.parts.show(this.view, known, this.texts, this);
    this.relink();
    remember(() => this.fragment());
  }

  /** The view that the address says. */
  said() {
    const parts = partsOf(location.hash);
    this.parts.read?.(parts);
    return daysSaid(parts, this.start, this.data);
  }

  fragment() {
    const parts = new URLSearchParams();
    sayDays(this.view, parts);
    this.parts.say?.(parts);
    return `#${parts}`;
  }

  toEvent(way) {
    const days = this.parts.days(knownOn(this.view, this.data)).filter((day) => (day - this.view.on) * way > 0);
    if (days.length) this.update({ on: way > 0 ? Math.min(...days) : Math.max(...days) });
  }

  /** A name: a link to its page, on the same two days, where the site has one. */
  named(kind, id, text) {
    return this.linked(this.data.links[kind]?.[id], text);
  }

  linked(href, text) {
    return href ? el("a", { href: `${href}${daysOf(this.view)}`, "data-page": href }, text) : text;
  }

  /** Let links that stand on the page lead to the two days that are shown now. */
  relink() {
    for (const link of document.querySelectorAll("a[data-page]")) link.setAttribute("href", `${link.dataset.page}${daysOf(this.view)}`);
  }

  /** A button that turns to the other clock. */
  switch(text) {
    const clock = this.view.clock === "today" ? "then" : "today";
    return el("button", { class: "as-link", type: "button", onclick: () => this.update({ clock }) }, text);
  }

  async unpack() {
    this.texts = await inflated("evidence");
    this.update({});
    document.documentElement.dataset.evidence = "ready";
  }
}
