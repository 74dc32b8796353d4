// The sentence of a party's page and the line beneath it, made anew at each step.

import { asKnown } from "./clock.js";
import { long } from "./days.js";
import { byId, el, fill } from "./dom.js";
import { existence } from "./identity.js";
import { inText } from "./names.js";
import { ownPicture } from "./own.js";
import { clauseNoun, listed, numberInWords, split } from "./words.js";

const MOST_NAMED = 5;

export function ownWords(data, view, picture, known, sheet) {
  if (!data.treaties.length) return fill(byId("sentence"), "No treaty in these data names it.");
  const number = picture.rows.length;
  const treaties = new Set(picture.rows.map((row) => row.clause.treaty)).size;
  const present = view.on === data.edition;
  const stands = present ? (number === 1 ? "stands" : "stand") : "stood";
  const nothing = present ? "binds or protects it" : "bound or protected it";
  const of = number ? ` of ${numberInWords(treaties)} ${treaties === 1 ? "treaty" : "treaties"}` : "";
  fill(
    byId("sentence"),
    `On ${long(view.on)} `, el("em", { class: "calm" }, `${numberInWords(number)} ${clauseNoun(view.duties, Math.max(1, number))}${of}`),
    ` ${number ? `${stands} between it and ${partners(data, picture)}` : nothing}${asKnown(view, known)}.`,
  );
  return fill(byId("split"), `${existence(data, view, known) ?? ""}${secondLine(picture, present)} `, otherClock(data, view, picture, known, sheet));
}

function partners(data, picture) {
  const others = [...new Set(picture.rows.flatMap((row) => [...row.owes, ...row.owed]))].filter((actor) => actor !== picture.own);
  if (!others.length) return "itself";
  if (others.length > MOST_NAMED) return `${numberInWords(others.length)} others`;
  return listed(others.map((actor) => data.actors[actor].name).sort().map(inText));
}

function secondLine(picture, present) {
  const { rows, active } = picture;
  const owes = rows.filter((row) => row.owes.length).length;
  const owed = rows.filter((row) => row.owed.length).length;
  const was = present ? "is" : "was";
  const duties = rows.length ? `By ${owes || "none"} it ${present ? "owes" : "owed"} a duty, by ${owed || "none"} it ${was} owed one. ` : "";
  const use = active.length ? `Active: ${split(active)}.` : `No clause that names it ${was} active.`;
  return `${duties}${use}`;
}

/** A link to the other clock, where it knows of another number of clauses. */
function otherClock(data, view, picture, known, sheet) {
  const other = view.clock === "today" ? view.on : data.edition;
  if (other === known) return null;
  const number = ownPicture(data, picture.own, view, other).rows.length;
  if (number === picture.rows.length) return null;
  const count = number ? numberInWords(number) : "none";
  return sheet.switch(view.clock === "today" ? `The public of that day knew of ${count}` : `Today we know of ${count}`);
}
