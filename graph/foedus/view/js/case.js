// The page of one case: the axis with claims and bands, the chain of events, the state on the day.

import { headline, naming, otherClock, secondLine } from "./case-words.js";
import { caseFacts, caseTexts } from "./case-facts.js";
import { columns } from "./columns.js";
import { block, decode } from "./data.js";
import { byId, el, fill } from "./dom.js";
import { gap } from "./gap.js";
import { axisLabels, fit, lane } from "./lanes.js";
import { whoOwesWhom } from "./lists.js";
import { Rectangles } from "./rectangles.js";
import { Sheet } from "./sheet.js";
import { spansOf } from "./spans.js";
import { story } from "./story.js";
import { activityInWords, forceInWords, invocationInWords } from "./words.js";

class Case {
  constructor() {
    this.data = decode(block("data"));
    const { about } = this.data;
    this.each = this.data.byId.case.get(about.case);
    this.heard = new Rectangles(about.heard, about.days);
    this.bends = about.bends;
    this.bounds = { first: about.firstDay, last: this.data.edition };
    this.names = naming(this.data);
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

  /** The state on a day as known on another; undefined where nothing was known. */
  at(on, known) {
    return this.data.states[this.each.spells.at(on, known)];
  }

  days(known) {
    return this.data.events.filter((event) => event.known <= known).map((event) => event.first);
  }

  events(texts, known) {
    return texts ? texts[0].cases[0].events.filter((event) => event.known <= known) : [];
  }

  show(view, known, texts, sheet) {
    const { data, each } = this;
    Object.assign(this, { view, sheet });
    this.state = this.at(view.on, known);
    const events = this.events(texts, known);
    this.words(view, known);
    this.lanes(view, known, events);
    const waiting = [el("p", { class: "quiet" }, "Evidence is being unpacked…")];
    fill(byId("story"), ...(texts ? story(events, texts[0], view, known, data) : waiting));
    fill(byId("facts"), ...caseFacts(this, known));
    fill(byId("texts"), ...(texts ? caseTexts(each, texts[0], known, data) : waiting));
  }

  words(view, known) {
    const { data, each, names, state } = this;
    fill(byId("kicker"), "Case under ", this.named("treaty", each.treaty.id, each.treaty.short));
    fill(byId("sentence"), ...headline(state, view, known, data, names));
    const other = this.at(view.on, view.clock === "today" ? view.on : data.edition);
    const text = otherClock(state, other, view, names);
    fill(byId("split"), `${secondLine(state, view, whoOwesWhom({ case: each }, data))} `, text ? this.sheet.switch(text) : null);
  }

  named(kind, id, text) {
    return this.sheet.named(kind, id, text);
  }

  voices(on, known) {
    const [asserted, disputed, sources] = this.data.about.voices[this.heard.at(on, known)] ?? [[], [], []];
    return { asserted, disputed, sources };
  }

  /** The spans of one side of the state. */
  band(known, side, inWords) {
    const valueOf = (number) => {
      const value = this.data.states[number][side];
      return value === null ? null : { key: value, text: inWords(value) };
    };
    return spansOf(this.each.spells, known, this.bounds, valueOf);
  }

  activity(known) {
    return this.band(known, "activity", activityInWords);
  }

  lanes(view, known, events) {
    fill(byId("claims"), columns(events, view, known, this.bends));
    const key = `${known} ${events.length}`;
    if (key === this.drawn) return;
    this.drawn = key;
    this.bands(known, events);
    this.measure();
  }

  /** Force, activity and invocation as known: the same whatever day is shown. */
  bands(known, events) {
    const { bends } = this;
    const force = this.band(known, "force", forceInWords);
    const invocation = this.band(known, "invocation", invocationInWords).filter(({ key }) => key !== "none");
    const activity = this.activity(known);
    const before = gap(force, activity, events, known, bends, (day) => this.at(day, known).opened);
    fill(byId("bands"), before.line, before.shade,
      lane("Clause", force, "force", bends), lane("Case", activity, "activity", bends), lane("Use made of it", invocation, "invocation", bends));
  }

  measure() {
    if (!byId("axis").clientWidth) return;
    axisLabels(byId("axis"), this.bends);
    fit(byId("lanes"));
  }
}

const page = new Case();
window.foedus = page;
page.start();
document.documentElement.dataset.ready = "yes";
performance.mark("usable");
