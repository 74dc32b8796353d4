// The state of a case on the day as a list of facts, and the texts behind it.

import { long, parse, written } from "./days.js";
import { el } from "./dom.js";
import { dutyInWords } from "./duties.js";
import { articleName, articles } from "./evidence.js";
import { doubts, facts, inLine } from "./facts.js";
import { activityInWords, forceInWords, invocationInWords, lastEvidence, listed } from "./words.js";

/** What CaseState says on the day. */
export function caseFacts(page, known) {
  const { each, state, view, data, sheet } = page;
  const voices = page.voices(view.on, known);
  const parties = (actors, empty = []) => (actors.length ? inLine(actors.map((actor) => sheet.named("party", data.actors[actor].id, data.actors[actor].name))) : empty);
  const every = `every party of ${each.treaty.mapName}`;
  const head = [
    ["Treaty", [sheet.named("treaty", each.treaty.id, each.treaty.short)]],
    ["Clause", [listed(each.articles.map(articleName)) || "no article named", ` · ${dutyInWords(each.duty).toLowerCase()}`]],
    ["Owed by", parties(each.obligors, every)],
    ["Owed to", parties(each.beneficiaries, every)],
    ["Conflict", each.conflict ?? ""],
  ];
  if (!state) return [facts(head)];
  return [facts([
    ...head,
    ["Force", forceInWords(state.force) ?? "between these: nothing recorded"],
    ["Case", activityInWords(state.activity)],
    ["Use made", state.invocation === "none" ? "" : invocationInWords(state.invocation)],
    ["Performed by", parties(state.performedBy)],
    ["Refused by", parties(state.refusedBy)],
    ["Acknowledged by", parties(state.acknowledgedBy)],
    ["Outcome", state.outcome.replace("-", " ")],
    ["Active", page.activity(known).filter(({ key }) => key === "active").map((span) => spell(span, known, state.opened)).join("; ")],
    ["Opened", state.opened ? written(state.opened) : ""],
    ["Last evidence", lastEvidence(state, view.on).replace("last evidence ", "")],
    ["Asserted by", heard(voices.asserted, data)],
    ["Disputed by", heard(voices.disputed, data)],
  ])];
}

/** 31 July 1914 – 4 May 1915; an end that K does not know is left open, a beginning dated to a month is one. */
function spell({ from, until }, known, opened) {
  const begun = opened && parse(opened) === from ? written(opened) : long(from);
  return until > known ? `since ${begun}` : `${begun} – ${long(until - 1)}`;
}

function heard(captions, data) {
  return captions.length ? [el("ul", { class: "heard" }, ...captions.map((caption) => el("li", {}, inWords(caption, data))))] : [];
}

/** 'Vladimir Putin (RUS, 2024-10-24)', as the questions give it: for whom by name, and the date in words. */
function inWords(caption, data) {
  const [, claimant, told] = /^(.*) \(([^()]*)\)$/.exec(caption);
  const [date, ...actors] = told.split(", ").reverse();
  const names = actors.reverse().map((id) => data.byId.actor.get(id)?.name ?? id).filter((name) => name !== claimant);
  return `${claimant} (${[...names, written(date)].join(", ")})`;
}

/** Clause in words, why these dates, what is in doubt. */
export function caseTexts(each, texts, known, data) {
  const { basis, basisKnown } = texts.cases[0];
  const clauses = articles(texts, each.treaty, known, each.articles);
  return [
    clauses.length ? el("h2", {}, "The clause") : null, ...clauses,
    basisKnown <= known ? el("h2", {}, "Why these dates and this outcome") : null,
    basisKnown <= known ? el("p", {}, basis) : null,
    ...doubts(texts, known, data),
  ];
}
