// Badges and names: what is written on the map, each free of everything else.

import { faint } from "./colours.js";
import { Boxes, most, placed } from "./labels.js";
import { short } from "./names.js";
import { distance, stroke } from "./strokes.js";

const BADGE = 10;
const MANY = 9;
const FONTS = {
  bold: "700 12px 'Helvetica Neue', Arial, sans-serif",
  plain: "12px 'Helvetica Neue', Arial, sans-serif",
  hub: "italic 700 12px 'Helvetica Neue', Arial, sans-serif",
};
const ALONG = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82];

export class Lettering {
  constructor(data) {
    this.data = data;
    this.widths = new Map();
    this.controls = [];
    this.cases = new Map();
    for (const each of data.cases) {
      for (const actor of [...each.obligors, ...each.beneficiaries]) {
        this.cases.set(actor, (this.cases.get(actor) ?? 0) + 1);
      }
    }
    this.report = { names: [], badges: [], dots: [] };
  }

  /** Letter the map; returns what can be clicked. */
  letter(ctx, painter, stage, dots, hubs) {
    const { picture, up } = painter;
    const seen = up ? dots.filter((dot) => up.actors.has(dot.of)) : dots;
    const seenHubs = up ? hubs.filter((hub) => up.hubs.has(hub.of)) : hubs;
    const obstacles = new Boxes();
    for (const [left, top, right, bottom] of this.controls) obstacles.add(left, top, right, bottom);
    for (const { x, y, radius } of seen) obstacles.around(x, y, radius + 1);
    for (const { x, y, radius } of seenHubs) obstacles.around(x, y, radius + 1);
    const badges = picture.active.map((row) => this.badge(row, painter, stage, obstacles, dots, hubs)).filter(Boolean);
    const names = this.names(ctx, painter, stage, seen, seenHubs);
    const limit = up || picture.own !== undefined ? 400 : most(stage.width, stage.height) * Math.max(1, stage.scale / painter.baseScale) ** 2;
    const written = placed(names, obstacles, stage.width, stage.height, limit);
    written.forEach((name) => this.write(ctx, name, painter.colours));
    badges.forEach((badge) => this.paintBadge(ctx, badge, painter));
    this.report = { names: written, badges, dots: [...seen, ...seenHubs] };
    return [...badges, ...written];
  }

  /** The names to place, in the order of their weight. */
  names(ctx, painter, stage, dots, hubs) {
    const { picture, playing, up } = painter;
    const parties = new Set(picture.active.flatMap((row) => [...(row.case.obligors), ...row.case.beneficiaries]));
    const inside = ({ x, y }) => x > 0 && y > 0 && x < stage.width && y < stage.height;
    const all = [
      ...this.leaving(painter, stage),
      ...dots.filter(inside).map((dot) => this.ofDot(dot, parties.has(dot.of))),
      ...hubs.filter(inside).map((hub) => this.ofHub(hub, up)),
    ];
    return all
      .filter((name) => !playing || name.weight >= 5000)
      .sort((one, other) => other.weight - one.weight || (one.text < other.text ? -1 : 1))
      .map((name) => ({ ...name, width: this.width(ctx, name.text, name.font) }));
  }

  ofDot(dot, active) {
    const strong = active || dot.above;
    const weight = dot.ties * 5 + (this.cases.get(dot.of) ?? 0) * 2 + (strong ? 10000 : 0);
    return { ...dot, text: short(this.data.actors[dot.of].name), font: strong ? "bold" : "plain", weight };
  }

  ofHub(hub) {
    const weight = hub.members >= MANY ? 5000 + hub.members : 60 + hub.members * 6;
    const text = hub.caption ?? this.data.treaties[hub.of].mapName;
    return { ...hub, text, font: "hub", weight };
  }

  /** 'North Korea →' where the line of an active case leaves the frame. */
  leaving(painter, stage) {
    const found = new Map();
    const within = ({ x, y }) => x >= 0 && y >= 0 && x <= stage.width && y <= stage.height;
    for (const line of painter.cased) {
      if (painter.dims(line)) continue;
      const points = painter.points.get(line.id);
      stage.nodesOf(line.id).forEach((node, end) => {
        const way = end ? points : points.toReversed();
        const actor = painter.actorAt(node);
        const exit = way.findLastIndex(within);
        if (actor < 0 || within(way.at(-1)) || exit < 0 || found.has(actor)) return;
        found.set(actor, this.exit(actor, way[exit], way[exit + 1], stage));
      });
    }
    return [...found.values()];
  }

  exit(actor, at, beyond, stage) {
    const name = short(this.data.actors[actor].name);
    const text = beyond.x > stage.width ? `${name} →` : beyond.x < 0 ? `← ${name}` : beyond.y < 0 ? `${name} ↑` : `${name} ↓`;
    const edge = { x: Math.min(Math.max(beyond.x, 0), stage.width), y: Math.min(Math.max(beyond.y, 0), stage.height) };
    const share = Math.min(part(at.x, beyond.x, edge.x), part(at.y, beyond.y, edge.y));
    const x = at.x + (beyond.x - at.x) * share;
    const y = at.y + (beyond.y - at.y) * share;
    return { kind: "actor", of: actor, text, font: "bold", x, y, radius: 6, weight: 20000, far: true };
  }

  width(ctx, text, font) {
    const key = font + text;
    if (!this.widths.has(key)) {
      ctx.font = FONTS[font];
      this.widths.set(key, ctx.measureText(text).width);
    }
    return this.widths.get(key);
  }

  write(ctx, { text, font, left, top }, colours) {
    Object.assign(ctx, { font: FONTS[font], textBaseline: "middle", textAlign: "left", lineJoin: "round", lineWidth: 3 });
    ctx.strokeStyle = faint(colours.sea, 0.85);
    ctx.strokeText(text, left, top + 8);
    ctx.fillStyle = colours.ink;
    ctx.fillText(text, left, top + 8);
  }

  /** The first free place along the lines of a case, else on a spiral around the middle of the first. */
  badge(row, painter, stage, obstacles, dots, hubs) {
    const lines = row.lines.map((id) => painter.points.get(id)).filter(Boolean);
    const dot = dots.find(({ of }) => row.case.beneficiaries.includes(of) || row.case.obligors.includes(of));
    const hub = hubs.find(({ of }) => of === row.case.treaty.index);
    const middle = lines[0]?.[14] ?? hub ?? dot;
    if (!middle) return null;
    const inside = ({ x, y }) => x > BADGE && y > BADGE && x < stage.width - BADGE && y < stage.height - BADGE;
    const free = ({ x, y }) => inside({ x, y }) && obstacles.free(x - BADGE, y - BADGE, x + BADGE, y + BADGE);
    const spots = ALONG.flatMap((share) => lines.slice(0, 6).map((points) => points[Math.round(share * (points.length - 1))]));
    const start = spots.find(inside) ?? middle;
    const at = spots.find(free) ?? spiral(start).find(free);
    if (!at) return null;
    obstacles.around(at.x, at.y, BADGE + 1);
    return { kind: "case", of: row.case.index, x: at.x, y: at.y, radius: BADGE, row, start };
  }

  paintBadge(ctx, { x, y, row, start }, { colours, up, view }) {
    const dim = up !== null && !(view.selected.kind === "case" ? view.selected.id === row.case.id : row.lines.some((id) => up.lines.has(id)));
    const refused = row.state.invocation === "refused";
    ctx.globalAlpha = dim ? 0.4 : 1;
    if (distance({ x, y }, start) > 2 * BADGE) stroke(ctx, [{ x, y }, start], colours.badge, 1.2);
    ctx.beginPath();
    ctx.arc(x, y, BADGE - 1, 0, 2 * Math.PI);
    ctx.fillStyle = refused ? colours.paper : colours.badge;
    ctx.fill();
    Object.assign(ctx, { strokeStyle: refused ? colours.badge : colours.paper, lineWidth: refused ? 2 : 1.5 });
    ctx.stroke();
    Object.assign(ctx, { font: FONTS.bold, textAlign: "center", textBaseline: "middle" });
    ctx.fillStyle = refused ? colours.badge : colours["badge-ink"];
    ctx.fillText(String(row.number), x, y + 0.5);
    ctx.globalAlpha = 1;
  }

  /** The badges that stand so near to another that the frame should be closer. */
  crowd() {
    const { badges } = this.report;
    return badges.filter((one) => badges.some((other) => other !== one && distance(one, other) < 3 * BADGE));
  }
}

/** How much of the way from one number to another is left of an edge between them. */
function part(from, to, edge) {
  return to === from ? 1 : (edge - from) / (to - from);
}

function spiral({ x, y }) {
  return Array.from({ length: 60 }, (_, turn) => {
    const angle = turn * 0.9;
    const radius = 14 + turn * 1.6;
    return { x: x + Math.cos(angle) * radius, y: y + Math.sin(angle) * radius };
  });
}
