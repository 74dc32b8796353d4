// The data of the page, from numbers to things that know each other.

import { familyOf } from "./duties.js";
import { short as bare } from "./names.js";
import { Rectangles } from "./rectangles.js";

/** Read the block of JSON with that id. */
export function block(id) {
  return JSON.parse(document.getElementById(id).textContent);
}

/** Everything that was encoded in Python's `payload`. */
export function decode(raw) {
  const day = (number) => (number < 0 ? null : raw.days[number]);
  const data = { edition: raw.edition, firstDay: raw.start, first: raw.first, land: raw.land, nodes: raw.nodes, about: raw.about, links: raw.links };
  data.actors = raw.actors.map(([id, name, kind, ...aliases], index) => ({ index, id, name, kind, aliases }));
  data.treaties = raw.treaties.map(([id, title, short, mapName, coarse], index) => ({
    index, id, title, short, mapName: mapName ?? bare(short), coarse: new Map(coarse), participants: new Map(), cases: [], clauses: [], lines: new Map(),
  }));
  data.forces = raw.forces.map(([status, since]) => ({ status, since: day(since) }));
  for (const [treaty, actor, flat] of raw.parties) {
    data.treaties[treaty].participants.set(actor, new Rectangles(flat, raw.days));
  }
  data.clauses = raw.clauses.map((row) => clause(row, raw, data));
  data.states = states(raw, day);
  data.cases = raw.cases.map((row, index) => theCase(row, index, raw, data));
  data.events = raw.events
    .map(([of, first, known]) => ({ case: data.cases[of], first: day(first), known: day(known) }))
    .sort((one, other) => one.first - other.first);
  data.lines = (raw.lines ?? []).map((row, id) => line(row, id, data));
  for (const treaty of raw.hubs ?? []) data.treaties[treaty].hub = true;
  data.byId = {
    actor: new Map(data.actors.map((actor) => [actor.id, actor])),
    treaty: new Map(data.treaties.map((treaty) => [treaty.id, treaty])),
    case: new Map(data.cases.map((each) => [each.id, each])),
  };
  return data;
}

function clause([treaty, article, position, duty, mutual, by, to, themselves, flat], raw, data) {
  const made = {
    treaty: data.treaties[treaty], article, position, duty, family: familyOf(duty), mutual: Boolean(mutual),
    owedBy: raw.groups[by], owedTo: raw.groups[to], themselves: raw.groups[themselves],
    spells: new Rectangles(flat, raw.days),
  };
  made.treaty.clauses.push(made);
  return made;
}

function states(raw, day) {
  const word = (number) => (number < 0 ? null : raw.words[number]);
  const made = [];
  for (let i = 0; i < raw.states.length; i += 10) {
    const [activity, invocation, force, disputed, outcome, opened, last, performed, refused, acknowledged] =
      raw.states.slice(i, i + 10);
    made.push({
      activity: word(activity), invocation: word(invocation), force: word(force), disputed: Boolean(disputed),
      outcome: word(outcome), opened: word(opened), lastEvidence: day(last),
      performedBy: raw.groups[performed], refusedBy: raw.groups[refused], acknowledgedBy: raw.groups[acknowledged],
    });
  }
  return made;
}

function theCase([treaty, id, name, articles, duty, by, to, conflict, flat], index, raw, data) {
  const made = {
    index, treaty: data.treaties[treaty], id, name, articles, duty, family: familyOf(duty), conflict,
    place: data.treaties[treaty].cases.length, obligors: raw.groups[by], beneficiaries: raw.groups[to],
    spells: new Rectangles(flat, raw.days),
  };
  made.treaty.cases.push(made);
  return made;
}

function line([treaty, one, other, twin], id, data) {
  const made = { id, treaty: data.treaties[treaty], one, other, twin: Boolean(twin) };
  const key = lineKey(one, other);
  const { lines } = made.treaty;
  lines.set(key, [...(lines.get(key) ?? []), id]);
  return made;
}

/** The key of a treaty's line: two actors in either order, or one actor and -1 for a spoke. */
export function lineKey(one, other) {
  return other < 0 ? `${one}` : one < other ? `${one}-${other}` : `${other}-${one}`;
}
