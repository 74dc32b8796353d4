// What a treaty says and what is recorded of it, as known.

import { long, written } from "./days.js";
import { el } from "./dom.js";
import { articles, sources } from "./evidence.js";
import { allSources, doubts, facts, inLine } from "./facts.js";
import { tags, whoOwesWhom } from "./lists.js";
import { short } from "./names.js";
import { activityInWords, lastEvidence } from "./words.js";

/** Articles with their obligations, cases, acts. */
export function treatyStory(page, texts) {
  const { known, treaty } = page;
  if (!page.isKnown(known)) return [el("p", { class: "quiet" }, "Nothing was publicly known of this treaty.")];
  const said = articles(texts, treaty, known, null, (clause) => page.between(clause));
  return [
    el("h2", {}, "What it says"), ...(said.length ? said : [el("p", { class: "quiet" }, "No article is recorded.")]),
    ...casesOf(page), ...actsOf(page, texts),
  ];
}

function casesOf(page) {
  const cases = page.cases();
  if (!cases.length) return [];
  const opened = cases.filter(({ state }) => state.activity !== "not-opened");
  const rest = cases.filter(({ state }) => state.activity === "not-opened");
  const active = ({ state }) => Number(state.activity === "active");
  const list = (of) => el("ul", { class: "cases" }, ...of.map((one) => oneCase(one, page)));
  return [
    el("h2", {}, "Its cases, as of this day"),
    opened.length ? list(opened.toSorted((one, other) => active(other) - active(one))) : el("p", { class: "quiet" }, "None had been opened."),
    rest.length ? el("details", { open: opened.length === 0 }, el("summary", {}, `${rest.length} not opened by this day`), list(rest)) : null,
  ];
}

function oneCase({ each, state }, { data, sheet, view }) {
  const tag = (text, strong) => el("span", { class: strong ? "tag strong" : "tag" }, text);
  const opened = state.activity !== "not-opened";
  return el("li", { "data-case": each.id },
    el("p", {}, el("strong", {}, sheet.named("case", each.id, each.name))),
    el("p", { class: "who" }, whoOwesWhom({ case: each }, data)),
    el("p", {}, tag(activityInWords(state.activity), state.activity === "active"), " ",
      opened ? tags(state) : state.refusedBy.length ? tag("refused") : null, " ",
      opened ? el("span", { class: "age" }, lastEvidence(state, view.on)) : null));
}

function actsOf(page, texts) {
  const seen = texts.acts.filter((act) => act[2] <= page.known);
  if (!seen.length) return [];
  return [el("h2", {}, "Legal acts"), el("ol", { class: "acts" }, ...seen.map((act) => oneAct(act, page, texts)))];
}

function oneAct([kind, date, , party, body, note, votes, keys], page, texts) {
  const name = party ? page.data.byId.actor.get(party)?.name ?? party : null;
  const how = [body, votes && `${votes[0]} for, ${votes[1]} against${votes[2] === null ? "" : `, ${votes[2]} abstained`}`, note];
  return el("li", {},
    el("span", { class: "act-date" }, written(date)),
    el("div", {},
      el("p", {}, el("strong", {}, kind.replaceAll("-", " ")), ...(name ? [" by ", page.sheet.named("party", party, name)] : []), how.some(Boolean) ? ` (${how.filter(Boolean).join("; ")})` : ""),
      sources(keys, texts, page.known)));
}

/** Signature, force, end, what came before and after. */
export function treatyFacts(page, texts) {
  const { data, known, sheet } = page;
  const { about } = data;
  if (!page.isKnown(known)) return [];
  const others = (list) => inLine(list.filter(([, , day]) => day <= known).map(([title, href]) => sheet.linked(href, title)));
  const third = about.third.map((id) => sheet.named("party", id, short(data.byId.actor.get(id).name)));
  const ended = texts.ended && texts.endKnown <= known;
  return [facts([
    ["Title", page.treaty.title],
    ["Kind", texts.kind.replaceAll("-", " ")],
    ["Signed", `${written(texts.signed[0])}${texts.signed[1] ? `, ${texts.signed[1]}` : ""}`],
    ["In force", texts.inForce && texts.inForceKnown <= known ? written(texts.inForce) : ""],
    ["Ended", ended ? `${written(texts.ended[0])}, ${texts.ended[1]}${texts.ended[2] ? `: ${texts.ended[2]}` : ""}` : ""],
    ["Public from", texts.known > texts.signedDay ? long(texts.known) : ""],
    ["Duration", known >= data.edition ? texts.renewal ?? "" : ""],
    ["Depositary", about.depositary ?? ""],
    ["Supersedes", others(about.supersedes)],
    ["Superseded by", others(about.supersededBy)],
    ["Owed to, no party", inLine(third)],
  ])];
}

/** Notes on parties, doubts, sources. */
export function treatyTexts(page, texts) {
  const { data, known } = page;
  if (!page.isKnown(known)) return [];
  const notes = data.about.notes.filter(([, , , , day]) => day <= known);
  return [
    notes.length ? el("h2", {}, "Noted of parties") : null,
    notes.length ? el("ul", { class: "notes" }, ...notes.map(([id, from, to, note]) => el("li", {},
      el("strong", {}, short(data.byId.actor.get(id).name)), ` (${[from && written(from), to && written(to)].filter(Boolean).join(" – ") || "no date"}): ${note}`))) : null,
    ...doubts(texts, known, data), ...allSources(texts, known),
  ];
}
