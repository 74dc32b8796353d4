// The state of a case on a day, in a sentence.

import { opening } from "./clock.js";
import { written } from "./days.js";
import { el } from "./dom.js";
import { inText } from "./names.js";
import { activityInWords, forceInWords, invocationInWords, lastEvidence, listed } from "./words.js";

const BEFORE = {
  "not-yet": ["before its clause was in force", "before its clause is in force"],
  ended: ["after its clause had ended", "after its clause has ended"],
  never: ["under a clause that was never in force", "under a clause that was never in force"],
  suspended: ["while its clause was suspended", "while its clause is suspended"],
  unknown: ["though it is not known whether its clause was in force", "though it is not known whether its clause is in force"],
};

/** The children of the headline. `names` turns actors into a list in words. */
export function headline(state, view, known, data, names) {
  const present = view.on === data.edition;
  const day = opening(view, known);
  if (!state) return [day, el("em", { class: "calm" }, `nothing ${present ? "is" : "was"} publicly known`), " of this case."];
  const active = state.activity === "active";
  // What was acknowledged later is acknowledged today, not on the day shown.
  const acknowledged = known <= view.on && state.acknowledgedBy.length ? `acknowledged by ${names(state.acknowledgedBy)}` : null;
  const done = [doneBy(state, names), acknowledged].filter(Boolean).join(", ");
  return [
    `${day}this case ${verb(state.activity, present)} `, el("em", { class: active ? null : "calm" }, predicate(state.activity)),
    active ? force(state.force, present) : "",
    done ? `: ${done}` : "", state.disputed ? `${done ? ", and" : " and"} disputed` : "", ".",
  ];
}

function verb(activity, present) {
  if (["not-opened", "unclosed", "unknown"].includes(activity)) return present ? "has" : "had";
  return present ? "is" : "was";
}

function predicate(activity) {
  return { "not-opened": "not been opened", unclosed: "lapsed and was never formally ended", unknown: "no known end" }[activity] ?? activityInWords(activity);
}

function force(status, present) {
  if (status === null) return "";
  return BEFORE[status] ? ` ${BEFORE[status][Number(present)]}` : `, its clause ${forceInWords(status)}`;
}

/** performed by North Korea, refused by Italy; since ceased */
export function doneBy(state, names) {
  const by = (word, actors) => (actors.length ? `${word} by ${names(actors)}` : null);
  const { invocation } = state;
  const silent = ["none", "performed", "refused", "ceased"].includes(invocation);
  const done = [by("performed", state.performedBy), silent ? null : invocationInWords(invocation), by("refused", state.refusedBy)].filter(Boolean);
  if (invocation !== "ceased") return done.join(", ");
  return done.length ? `${done.join(", ")}, since ceased` : "ceased";
}

/** The second line: who owes whom, when opened, the newest evidence. */
export function secondLine(state, view, who) {
  if (!state) return who;
  return [who, state.opened ? `opened ${written(state.opened)}` : null, lastEvidence(state, view.on)].filter(Boolean).join(" · ");
}

/** What the other clock says, where it is something else; null if it is the same. */
export function otherClock(state, other, view, names) {
  const short = (each) => (each ? [activityInWords(each.activity), doneBy(each, names), each.disputed ? "disputed" : null].filter(Boolean).join(", ") : "nothing of it");
  if (short(state) === short(other)) return null;
  return view.clock === "today" ? `The public of that day knew: ${short(other)}` : `Known today: ${short(other)}`;
}

/** A list of actors in words. */
export function naming(data, most = 6) {
  return (actors) => (actors.length > most ? `${actors.length} parties` : listed(actors.map((actor) => inText(data.actors[actor].name))));
}
