// The page of one treaty: clauses, parties and cases over time, and what it says.

import { block, decode } from "./data.js";
import { byId, el, fill } from "./dom.js";
import { dutyInWords } from "./duties.js";
import { articleName } from "./evidence.js";
import { axisLabels, fit, lane } from "./lanes.js";
import { short } from "./names.js";
import { owedBetween } from "./owed.js";
import { Sheet } from "./sheet.js";
import { spansOf } from "./spans.js";
import { treatyFacts, treatyStory, treatyTexts } from "./treaty-facts.js";
import { forceSince, headline } from "./treaty-words.js";
import { activityInWords, forceInWords } from "./words.js";

class Treaty {
  constructor() {
    this.data = decode(block("data"));
    const { about } = this.data;
    this.treaty = this.data.treaties[0];
    this.third = new Set(about.third);
    this.bends = about.bends;
    this.bounds = { first: about.firstDay, last: this.data.edition };
    this.parties = this.inOrder();
    fill(byId("kicker"), about.kind);
    new ResizeObserver(() => this.measure()).observe(byId("axis"));
  }

  /** Begin to show; the sheet calls `show` from now on. */
  start() {
    new Sheet(this.data, {
      bends: this.bends, firstDay: this.bounds.first, veilThen: true,
      show: (...now) => this.show(...now), days: (known) => this.days(known), themed: () => this.measure(),
    });
    return this;
  }

  /** The parties by the day on which they were first bound, as known today; an order that does not change while time moves. */
  inOrder() {
    const all = [...this.treaty.participants].filter(([actor]) => !this.third.has(this.data.actors[actor].id));
    const first = (spells) => Math.min(...this.force(spells, this.data.edition).filter(({ binds }) => binds).map(({ from }) => from));
    return all.map(([actor, spells]) => ({ actor: this.data.actors[actor], spells, first: first(spells) }))
      .sort((one, other) => one.first - other.first || (one.actor.name < other.actor.name ? -1 : 1));
  }

  force(spells, known) {
    return spansOf(spells, known, this.bounds, (number) => {
      const { status, since } = this.data.forces[number];
      return { key: status, text: forceInWords(status), binds: since !== null };
    });
  }

  at(spells, on, known) {
    return this.data.forces[spells.at(on, known)] ?? null;
  }

  /** The days of events and of steps of force, as known. */
  days(known) {
    const steps = [...this.parties, ...this.treaty.clauses].flatMap(({ spells }) => this.force(spells, known).map(({ from }) => from));
    const events = this.data.events.filter((event) => event.known <= known).map((event) => event.first);
    return [...new Set([...steps, ...events])].filter((day) => day <= this.data.edition);
  }

  show(view, known, texts, sheet) {
    Object.assign(this, { view, known, sheet });
    this.words();
    this.lanes();
    const waiting = [el("p", { class: "quiet" }, "Evidence is being unpacked…")];
    fill(byId("story"), ...(texts ? treatyStory(this, texts[0]) : waiting));
    fill(byId("facts"), ...(texts ? treatyFacts(this, texts[0]) : waiting));
    fill(byId("texts"), ...(texts ? treatyTexts(this, texts[0]) : []));
  }

  /** Those of whom something is known on a day. */
  ofWhom(on, known) {
    return this.parties.map(({ actor, spells }) => ({ actor, name: short(actor.name), force: this.at(spells, on, known) })).filter(({ force }) => force);
  }

  isKnown(known) {
    return known >= this.data.about.knownFrom;
  }

  words() {
    const { data, known, view } = this;
    const say = (clock, asOf) => headline(this.ofWhom(view.on, asOf), this.isKnown(asOf), { on: view.on, clock }, asOf, data);
    fill(byId("sentence"), ...headline(this.ofWhom(view.on, known), this.isKnown(known), view, known, data));
    const text = (children) => children.map((child) => child.textContent ?? child).join("");
    const other = view.clock === "today" ? view.on : data.edition;
    const differs = text(say("today", known)) !== text(say("today", other));
    fill(byId("split"), `${this.counts()} `,
      differs ? this.sheet.switch(view.clock === "today" ? "As the public of that day knew it" : "As known today") : null);
  }

  /** '4 of 6 clauses were in force. No case was active.' */
  counts() {
    const { known, view } = this;
    const present = view.on === this.data.edition;
    const be = (number) => (number < 2 ? (present ? "is" : "was") : present ? "are" : "were");
    const clauses = this.treaty.clauses.map(({ spells }) => this.at(spells, view.on, known)).filter(Boolean);
    const bound = clauses.filter(({ since }) => since !== null).length;
    const active = this.cases().filter(({ state }) => state.activity === "active").length;
    const ofClauses = clauses.length ? `${bound || "None"} of ${clauses.length} ${clauses.length === 1 ? "clause" : "clauses"} ${be(bound)} in force. ` : "";
    return `${ofClauses}${active || "No"} ${active < 2 ? "case" : "cases"} ${be(active)} active.`;
  }

  /** The cases of which something is known, with their state on the day. */
  cases() {
    return this.treaty.cases.map((each) => ({ each, state: this.data.states[each.spells.at(this.view.on, this.known)] }))
      .filter(({ state }) => state);
  }

  /** Between whom a clause runs; empty where all parties owe it to all. */
  between(clause) {
    return owedBetween(clause, this.treaty, this.data, this.third);
  }

  /** The lanes, made anew where K is another; what is said beside them, on each day. */
  lanes() {
    if (this.drawn === this.known) return this.sayNow();
    this.drawn = this.known;
    this.notes = [];
    const clauses = this.treaty.clauses.map((clause) => this.lane([
      el("span", { class: `swatch family-${clause.family}` }), `${articleName(clause.article)} · ${dutyInWords(clause.duty).toLowerCase()}`,
      el("span", { class: "between" }, this.between(clause))], clause.spells));
    const parties = this.parties.map(({ actor, spells }) => this.lane([this.sheet.named("party", actor.id, short(actor.name))], spells));
    fill(byId("lanes"), ...group("Clauses", clauses), ...group("Parties", parties), ...group("Cases", this.caseLanes()));
    this.measure();
    return this.sayNow();
  }

  sayNow() {
    for (const { note, spells } of this.notes) {
      const now = this.at(spells, this.view.on, this.known);
      note.textContent = now ? forceSince(now, this.treaty) : "";
    }
  }

  lane(label, spells) {
    const spans = this.force(spells, this.known);
    if (!spans.length) return null;
    const note = el("span", { class: "lane-note" });
    this.notes.push({ note, spells });
    return lane(el("span", {}, ...label), spans, "force", this.bends, { note });
  }

  caseLanes() {
    return this.treaty.cases.map((each) => {
      const spans = spansOf(each.spells, this.known, this.bounds, (number) => {
        const { activity } = this.data.states[number];
        return activity === "active" ? { key: activity, text: activityInWords(activity) } : null;
      });
      return spans.length ? lane(this.sheet.named("case", each.id, each.name), spans, "activity", this.bends, { class: "case-lane", note: el("span", { class: "lane-note" }) }) : null;
    });
  }

  measure() {
    if (!byId("axis").clientWidth) return;
    for (const axis of ["axis", "axis-top"]) axisLabels(byId(axis), this.bends);
    fit(byId("lanes"));
  }
}

function group(name, lanes) {
  const found = lanes.filter(Boolean);
  return found.length ? [el("h2", { class: "lane-head" }, name), ...found] : [];
}

const page = new Treaty();
window.foedus = page;
page.start();
document.documentElement.dataset.ready = "yes";
performance.mark("usable");
