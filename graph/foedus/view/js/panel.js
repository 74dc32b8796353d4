// The right-hand panel: the list, or what is behind the thing that was chosen.

import { daysOf } from "./clock.js";
import { byId, chooser, el, fill } from "./dom.js";
import { dutyInWords } from "./duties.js";
import { acts, articleName, articles, chain, dates, life, sources } from "./evidence.js";
import { badge, tags, whoOwesWhom } from "./lists.js";
import { short } from "./names.js";
import { clausesInForce } from "./rows.js";
import { listed } from "./words.js";

export class Panel {
  /** `actions` has choose(selection or null) and only(party id or null). */
  constructor(data, actions) {
    this.data = data;
    this.actions = actions;
    this.texts = null;
    byId("back").addEventListener("click", () => actions.choose(null));
  }

  show(view, picture, known) {
    byId("overview").hidden = view.selected !== null;
    byId("detail").hidden = view.selected === null;
    if (!view.selected) return;
    const item = this.data.byId[view.selected.kind].get(view.selected.id);
    const make = { case: "ofCase", treaty: "ofTreaty", actor: "ofActor" }[view.selected.kind];
    const [heading, ...words] = this[make](item, view, picture, known).flat();
    fill(byId("detail-words"), heading, this.page(view.selected, view), ...words);
  }

  heading(text, number = null) {
    return el("h2", { id: "detail-title", tabindex: "-1" }, number, number ? " " : "", text);
  }

  /** The way to the page of what was chosen, on the same two days, where the site has one. */
  page({ kind, id }, view) {
    const of = kind === "actor" ? "party" : kind;
    const href = this.data.links?.[of]?.[id];
    return href ? el("p", { class: "to-page" }, el("a", { href: `${href}${daysOf(view)}` }, `The whole page of this ${of}`)) : null;
  }

  waiting() {
    return el("p", { class: "quiet" }, "Evidence is being unpacked…");
  }

  ofCase(each, view, picture, known) {
    const state = this.data.states[each.spells.at(view.on, known)];
    const row = picture.active.find((found) => found.case === each) ?? { case: each, state };
    const articlesNamed = each.articles.map(articleName);
    const head = [
      this.heading(each.name, row.number ? badge(row) : null),
      el("p", { class: "quiet" }, this.chooser("treaty", each.treaty.id, each.treaty.short), articlesNamed.length ? `, ${listed(articlesNamed)}` : "", ` · ${dutyInWords(each.duty)}`),
    ];
    if (!state) return [...head, el("p", {}, "Nothing was known of this case.")];
    const activity = state.activity === "active" ? null : el("p", {}, el("span", { class: "tag" }, state.activity === "not-opened" ? "not opened" : state.activity));
    const texts = this.texts?.[each.treaty.index];
    return [
      ...head,
      el("p", { class: "who" }, whoOwesWhom(row, this.data)),
      activity ?? tags(state),
      dates(state, view),
      texts ? articles(texts, each.treaty, known, each.articles) : this.waiting(),
      texts ? chain(texts, row, view, known, this.data) : null,
      texts && texts.cases[each.place].basisKnown <= known ? [el("h3", {}, "Why these dates and this outcome"), el("p", {}, texts.cases[each.place].basis)] : null,
    ].flat();
  }

  ofTreaty(treaty, view, picture, known) {
    const rows = clausesInForce(this.data, view.on, known).filter((row) => row.clause.treaty === treaty);
    const parties = [...new Set(rows.flatMap((row) => [...row.owedBy, ...row.owedTo]))];
    const texts = this.texts?.[treaty.index];
    const hidden = texts && texts.known > known;
    if (hidden) return [this.heading(treaty.title), el("p", {}, "Nothing was publicly known of this treaty.")];
    return [
      this.heading(treaty.title),
      el("p", { class: "quiet" }, `${parties.length || "No"} ${parties.length === 1 ? "party" : "parties"} bound on this day`),
      texts ? [life(texts, known), acts(texts, known, this.data), ...articles(texts, treaty, known, null)] : [this.waiting()],
      parties.length ? [el("h3", {}, "Parties"), this.names(parties)] : [],
      this.casesOf(treaty.cases, view, known),
      texts?.doubts.length && known >= this.data.edition ? [el("h3", {}, "What is in doubt"), el("ul", { class: "doubts" }, ...texts.doubts.map((doubt) => el("li", {}, doubt)))] : [],
      texts ? [el("h3", {}, "Sources"), sources(this.timely(texts, known), texts, known)] : [],
    ].flat();
  }

  /** The sources of a treaty that were there on the day of knowledge. */
  timely(texts, known) {
    return Object.keys(texts.sources).filter((key) => texts.sources[key][3] === null || texts.sources[key][3] <= known);
  }

  ofActor(actor, view, picture, known) {
    const rows = clausesInForce(this.data, view.on, known);
    const own = rows.filter((row) => row.owedBy.includes(actor.index) || row.owedTo.includes(actor.index));
    const treaties = [...new Set(own.map((row) => row.clause.treaty))];
    const cases = this.data.cases.filter((each) => each.obligors.includes(actor.index) || each.beneficiaries.includes(actor.index));
    const only = view.party === actor.id;
    return [
      this.heading(actor.name),
      actor.aliases.length ? el("p", { class: "quiet" }, `also ${actor.aliases.join(", ")}`) : null,
      el("p", {}, el("button", { class: "plain", type: "button", onclick: () => this.actions.only(only ? null : actor.id) }, only ? "Show everybody’s ties" : "Only its own ties")),
      el("h3", {}, `Bound on this day by ${treaties.length || "no"} ${treaties.length === 1 ? "treaty" : "treaties"}`),
      el("ul", { class: "ties" }, ...treaties.map((treaty) => this.tie(treaty, actor, own))),
      this.casesOf(cases, view, known),
    ].flat();
  }

  tie(treaty, actor, rows) {
    const of = rows.filter((row) => row.clause.treaty === treaty);
    const duties = [...new Set(of.map((row) => dutyInWords(row.clause.duty)))];
    const others = [...new Set(of.flatMap((row) => [...row.owedBy, ...row.owedTo]))].filter((other) => other !== actor.index);
    const owes = of.some((row) => row.owedBy.includes(actor.index));
    const owed = of.some((row) => row.owedTo.includes(actor.index));
    const way = owes && owed ? "with" : owes ? "owes" : "is owed by";
    const whom = others.length > 4 ? `${others.length} others` : listed(others.map((other) => short(this.data.actors[other].name)));
    return el("li", {}, this.chooser("treaty", treaty.id, treaty.short), el("span", { class: "quiet" }, ` ${way} ${whom}: ${listed(duties).toLowerCase()}`));
  }

  casesOf(cases, view, known) {
    const seen = cases.flatMap((each) => {
      const state = this.data.states[each.spells.at(view.on, known)];
      return state ? [{ each, state }] : [];
    });
    if (!seen.length) return [];
    const items = seen.map(({ each, state }) => el("li", {}, this.chooser("case", each.id, each.name), " ", el("span", { class: "tag" }, state.activity === "active" ? "active" : state.activity.replace("-", " "))));
    return [el("h3", {}, "Cases"), el("ul", { class: "ties" }, ...items)];
  }

  names(actors) {
    const sorted = [...actors].sort((one, other) => (this.data.actors[one].name < this.data.actors[other].name ? -1 : 1));
    return el("p", { class: "names" }, ...sorted.flatMap((actor, i) => [i ? ", " : "", this.chooser("actor", this.data.actors[actor].id, short(this.data.actors[actor].name))]));
  }

  chooser(kind, id, text) {
    return chooser(kind, id, text, this.actions.choose);
  }
}
