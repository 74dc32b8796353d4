// How each line looks: width, colour, opacity, dashes.

import { faint } from "./colours.js";
import { FAMILIES } from "./duties.js";

const FEW = 6;
const DASHED = [9, 6];
const DASHES = { out: [1.5, 4.5], other: [6, 3] };

/** Which lines, actors and hubs a selection raises; null where nothing is chosen. */
export function raised(picture, selected, data) {
  if (!selected) return null;
  const item = data.byId[selected.kind].get(selected.id);
  const lines = new Set();
  const actors = new Set();
  const hubs = new Set();
  for (const line of picture.lines.values()) {
    if (!belongs(line, selected.kind, item)) continue;
    lines.add(line.id);
    for (const actor of [line.of.one, line.of.other]) if (actor >= 0) actors.add(actor);
    if (line.of.treaty.hub) hubs.add(line.of.treaty.index);
  }
  if (selected.kind === "actor") actors.add(item.index);
  if (picture.own !== undefined) raiseTrunks(picture, lines, actors, hubs);
  return { lines, actors, hubs };
}

/** In the graph of one party its own line to each raised treaty. */
function raiseTrunks(picture, lines, actors, hubs) {
  actors.add(picture.own);
  for (const line of picture.lines.values()) if (line.of.one === picture.own && hubs.has(line.of.treaty.index)) lines.add(line.id);
}

function belongs(line, kind, item) {
  if (kind === "treaty") return line.of.treaty === item;
  if (kind === "case") return line.cases.some(({ row }) => row.case === item);
  return line.of.one === item.index || line.of.other === item.index;
}

/** The style of a line. A case's family gives the colour where no clause in force does. */
export function look(line, picture, up, colours) {
  const family = line.family ?? Math.min(...line.cases.map(({ row }) => row.case.family));
  const key = FAMILIES[family].key;
  const active = line.cases.length > 0;
  const width = active ? (hollow(line) ? 4 : isOfCrowd(line, picture) ? 1.8 : 2.6) : up?.lines.has(line.id) ? 1.6 : 1.1;
  const refused = active && line.cases.every((of) => of.refused);
  const dashes = refused ? DASHED : DASHES[key] ?? null;
  return { color: faint(colours[key], opacity(line, picture, up, active)), width, dashes };
}

/** A spoke of an alliance so large that its active lines would hide the map. */
export function isOfCrowd(line, picture) {
  return (picture.hubs.get(line.of.treaty.index)?.members.size ?? 0) > FEW * 2;
}

/** An active case's line between those whom no clause shown binds on the day. */
export function hollow(line) {
  return line.family === null;
}

function opacity(line, picture, up, active) {
  if (up) return up.lines.has(line.id) ? (active ? 1 : 0.8) : active ? 0.3 : 0.1;
  if (active) return 1;
  if (picture.own !== undefined) return 0.8;
  const hub = picture.hubs.get(line.of.treaty.index);
  if (!hub) return 0.85;
  return hub.members.size <= FEW ? 0.5 : picture.party === null ? 0.18 : 0.3;
}
