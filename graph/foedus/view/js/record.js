// A party's record of cases, as known: what it was called on to do, what was done for it, and the evidence behind each.

import { parse } from "./days.js";
import { byId, el, fill } from "./dom.js";
import { chain } from "./evidence.js";
import { badge, tags, whoOwesWhom } from "./lists.js";
import { names } from "./own.js";
import { activityInWords, lastEvidence, listed } from "./words.js";

export class Record {
  constructor(data, own) {
    Object.assign(this, { data, own, opened: new Set() });
  }

  /** The cases that name the party, or in which it acted, with their state on the day as known. */
  rows(view, picture, known) {
    const { data, own } = this;
    return data.cases
      .map((each) => picture.active.find((row) => row.case === each) ?? { case: each, state: data.states[each.spells.at(view.on, known)] })
      .filter(({ case: each, state }) => state && (names(each, own) || acted(state, own)))
      .sort((one, other) => (other.number ? 1 : 0) - (one.number ? 1 : 0) || (one.number ?? 0) - (other.number ?? 0)
        || (parse(other.state.opened ?? "") ?? 0) - (parse(one.state.opened ?? "") ?? 0) || (one.case.id < other.case.id ? -1 : 1));
  }

  show(view, picture, known, texts, sheet) {
    this.shown = { view, known, texts, sheet };
    const rows = this.rows(view, picture, known);
    const called = rows.filter(({ case: each, state }) => !each.beneficiaries.includes(this.own) || each.obligors.includes(this.own) || acted(state, this.own));
    const served = rows.filter((row) => !called.includes(row));
    byId("record").hidden = rows.length === 0;
    fill(byId("record"),
      el("h2", {}, "Record of cases"),
      ...this.group("Called on to act", called, this.conduct(called)),
      ...this.group("For its sake", served, null));
  }

  group(head, rows, words) {
    if (!rows.length) return [];
    return [
      el("h3", {}, `${head} (${rows.length})`),
      words ? el("p", { class: "quiet" }, words) : null,
      el("ul", { class: "record" }, ...rows.map((row) => this.item(row))),
    ];
  }

  /** What the party itself did, as the states say it. */
  conduct(rows) {
    const { own } = this;
    const count = (key) => rows.filter(({ state }) => state[key].includes(own)).length;
    const said = [["performedBy", "performed"], ["acknowledgedBy", "acknowledged the duty"], ["refusedBy", "refused"]]
      .flatMap(([key, word]) => (count(key) ? [`${word} in ${count(key)}`] : []));
    const silent = rows.filter(({ state }) => !acted(state, own)).length;
    if (silent) said.push(`no act of its own is recorded in ${silent}`);
    return said.length ? `It ${listed(said).replace("It no act", "No act")}.`.replace(/^It no/, "No") : null;
  }

  item(row) {
    const { view, sheet } = this.shown;
    const { case: each, state } = row;
    const details = el("details", { "data-case": each.id, open: this.opened.has(each.id), ontoggle: (event) => this.toggled(event.target, row) },
      el("summary", {},
        el("strong", {}, each.name), row.number ? " " : null, row.number ? badge(row) : null,
        el("span", { class: "record-line" },
          el("span", { class: "who" }, `${whoOwesWhom(row, this.data)} `),
          state.activity === "active" ? null : el("span", { class: "tag" }, activityInWords(state.activity)), " ", tags(state), own(state, this.own),
          el("span", { class: "age" }, ` ${lastEvidence(state, view.on)}`))),
      el("div", { class: "behind" }));
    if (this.opened.has(each.id)) this.behind(details, row);
    return el("li", {}, details, el("p", { class: "record-links" }, sheet.named("treaty", each.treaty.id, each.treaty.short), this.page(each, sheet)));
  }

  page(each, sheet) {
    const link = sheet.named("case", each.id, "the whole case");
    return typeof link === "string" ? null : el("span", {}, " · ", link);
  }

  toggled(details, row) {
    this.opened[details.open ? "add" : "delete"](row.case.id);
    if (details.open) this.behind(details, row);
  }

  behind(details, row) {
    const { view, known, texts } = this.shown;
    const of = texts?.[row.case.treaty.index];
    const words = of ? chain(of, row, view, known, this.data) : [el("p", { class: "quiet" }, "Evidence is being unpacked…")];
    fill(details.querySelector(".behind"), ...words);
  }

  open(id) {
    this.opened.add(id);
  }

  jump(id) {
    const details = byId("record").querySelector(`[data-case="${CSS.escape(id)}"]`);
    details?.scrollIntoView({ block: "start" });
    details?.querySelector("summary").focus({ preventScroll: true });
  }
}

function acted(state, own) {
  return ["performedBy", "refusedBy", "acknowledgedBy"].some((key) => state[key].includes(own));
}

/** A tag for what the party did where others acted otherwise. */
function own(state, actor) {
  if (state.refusedBy.includes(actor) && state.invocation !== "refused") return el("span", { class: "tag strong" }, "refused by it");
  return null;
}
