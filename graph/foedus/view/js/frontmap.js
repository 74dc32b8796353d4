// The map of the front page: land, lines of the active clauses, their numbers. It cannot be moved; the alliance map can.

import { byId, svg } from "./dom.js";
import { Boxes } from "./labels.js";
import { short } from "./names.js";

const RADIUS = 78;
const FEW = 6;

export function frontMap(data, rows) {
  const [left, top, right, bottom] = data.about.frame;
  const map = byId("map");
  map.setAttribute("viewBox", `${left} ${top} ${right - left} ${bottom - top}`);
  const taken = new Boxes();
  const seats = new Map();
  const drawn = rows.map((row) => ({ row, ...lines(row, data.about.seats, seats) }));
  for (const { x, y } of seats.values()) taken.around(x, y, 30);
  const badges = drawn.map(({ row, middle }) => (middle ? badge(row, middle, taken) : null));
  map.replaceChildren(
    svg("path", { class: "land", d: data.land }),
    ...drawn.flatMap(({ paths }) => paths.map((d) => svg("path", { class: "halo", d }))),
    ...drawn.flatMap(({ row, paths }) => paths.map((d) => svg("path", { class: `tie family-${row.case.family}${row.state.invocation === "refused" ? " refused" : ""}`, d }))),
    ...[...seats.values()].map(({ x, y }) => svg("circle", { class: "seat", cx: x, cy: y, r: 24 })),
    ...badges.filter(Boolean),
    ...names(data, seats, taken));
}

/** An arc for each pair of few, none where every party is bound; the number stands on the first, else on who is helped. */
function lines({ case: each }, places, seats) {
  const at = (list) => list.slice(0, FEW).filter((actor) => places[actor]).map((actor) => {
    const [x, y] = places[actor];
    seats.set(actor, { x, y });
    return { x, y, actor };
  });
  const from = each.obligors.length > FEW ? [] : at(each.obligors);
  const to = at(each.beneficiaries);
  const pairs = from.flatMap((one) => to.filter((other) => other.actor !== one.actor).map((other) => [one, other].sort((a, b) => a.x - b.x)));
  const arcs = pairs.map(([west, east]) => arc(west, east));
  return { paths: arcs.map(({ d }) => d), middle: arcs[0]?.middle ?? to[0] ?? from[0] };
}

function arc(west, east) {
  const [dx, dy] = [east.x - west.x, east.y - west.y];
  const [x, y] = [(west.x + east.x) / 2 + dy * 0.16, (west.y + east.y) / 2 - dx * 0.16];
  return {
    d: `M${west.x} ${west.y}Q${Math.round(x)} ${Math.round(y)} ${east.x} ${east.y}`,
    middle: { x: (west.x + east.x) / 4 + x / 2, y: (west.y + east.y) / 4 + y / 2 },
  };
}

function badge(row, middle, taken) {
  const turns = Array.from({ length: 80 }, (_, turn) => ({ x: middle.x + Math.cos(turn * 0.9) * turn * 9, y: middle.y + Math.sin(turn * 0.9) * turn * 9 }));
  const free = ({ x, y }) => taken.free(x - RADIUS, y - RADIUS, x + RADIUS, y + RADIUS);
  const { x, y } = turns.find(free) ?? middle;
  taken.around(x, y, RADIUS + 6);
  const hollow = row.state.invocation === "refused" ? " hollow" : "";
  return svg("g", { class: `number${hollow}` },
    Math.hypot(x - middle.x, y - middle.y) > RADIUS ? svg("path", { class: "leader", d: `M${middle.x} ${middle.y}L${x} ${y}` }) : "",
    svg("circle", { cx: x, cy: y, r: RADIUS - 8 }), svg("text", { x, y: y + 28 }, String(row.number)));
}

function names(data, seats, taken) {
  return [...seats].flatMap(([actor, { x, y }]) => {
    const text = short(data.actors[actor].name);
    const width = text.length * 47;
    const spots = [[x + 40, y + 30, "start"], [x - 40, y + 30, "end"], [x, y - 45, "middle"], [x, y + 110, "middle"]];
    const box = (at, base, anchor) => {
      const start = anchor === "start" ? at : anchor === "end" ? at - width : at - width / 2;
      return [start, base - 70, start + width, base + 20];
    };
    const spot = spots.find((each) => taken.free(...box(...each)));
    if (!spot) return [];
    taken.add(...box(...spot));
    return [svg("text", { class: "name", x: spot[0], y: spot[1], "text-anchor": spot[2] }, text)];
  });
}
