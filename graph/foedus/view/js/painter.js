// The map, layer by layer: land and halos under the lines, marks, dots and diamonds over them.

import { colours, faint } from "./colours.js";
import { FAMILIES } from "./duties.js";
import { Lettering } from "./lettering.js";
import { hollow, isOfCrowd, look, raised } from "./looks.js";
import { arrow, cross, stroke, ticks } from "./strokes.js";

const SAMPLES = 28;
const OWN = 8;

export class Painter {
  constructor(data) {
    this.data = data;
    this.land = new Path2D(data.land);
    this.lettering = new Lettering(data);
    this.picture = null;
    this.view = null;
    this.playing = false;
    this.targets = [];
    this.obstacles = [];
    this.theme();
  }

  /** Read the colours again: the theme has changed. */
  theme() {
    this.colours = colours();
  }

  /** Take what is to be drawn next. */
  take(picture, view) {
    this.picture = picture;
    this.view = view;
    this.up = raised(picture, view.selected, this.data);
  }

  before(ctx, stage) {
    ctx.fillStyle = this.colours.sea;
    ctx.fillRect(0, 0, stage.width, stage.height);
    if (!this.picture) return;
    if (this.view.layout === "map") this.paintLand(ctx, stage);
    for (const line of this.picture.lines.values()) stage.style(line.id, look(line, this.picture, this.up, this.colours));
    this.cased = [...this.picture.lines.values()].filter((line) => line.cases.length > 0 && !this.isHidden(line));
    this.points = new Map(this.cased.map((line) => [line.id, stage.points(line.id, SAMPLES)]));
    for (const line of this.cased) this.paintHalo(ctx, line);
  }

  /** In the layout by ties there is no cut: the second drawing of a line is not needed. */
  isHidden(line) {
    return line.of.twin && this.view.layout === "network";
  }

  paintLand(ctx, stage) {
    ctx.save();
    ctx.translate(stage.shift.x, stage.shift.y);
    ctx.scale(stage.scale, stage.scale);
    Object.assign(ctx, { fillStyle: this.colours.land, strokeStyle: this.colours.shore, lineWidth: 0.6 / stage.scale });
    ctx.fill(this.land);
    ctx.stroke(this.land);
    ctx.restore();
  }

  paintHalo(ctx, line) {
    if (line.cases.every((of) => of.refused)) return;
    const crowd = isOfCrowd(line, this.picture);
    const opacity = this.dims(line) ? 0.15 : crowd ? 0.4 : 0.55;
    stroke(ctx, this.points.get(line.id), faint(this.colours.halo, opacity), crowd ? 6 : 11);
  }

  dims(line) {
    return this.up !== null && !this.up.lines.has(line.id);
  }

  after(ctx, stage) {
    this.targets = [];
    if (!this.picture) return;
    for (const line of this.picture.lines.values()) if (line.way) this.paintWay(ctx, line, stage);
    for (const line of this.cased) this.paintMarks(ctx, line, stage);
    const hubs = this.hubs(stage);
    const dots = this.dots(stage);
    dots.forEach((dot) => this.paintDot(ctx, dot));
    hubs.forEach((hub) => this.paintHub(ctx, hub));
    this.targets = [...dots, ...hubs];
    const lettered = this.lettering.letter(ctx, this, stage, dots, hubs);
    this.targets.push(...lettered);
  }

  /** A duty that one side alone owes: the arrow points to whom it is owed, from the hub out or to the hub. */
  paintWay(ctx, line, stage) {
    const points = stage.points(line.id, SAMPLES);
    const outward = stage.nodesOf(line.id).findIndex((node) => this.actorAt(node) >= 0) ? points : points.toReversed();
    arrow(ctx, line.way === "out" ? outward : outward.toReversed(), look(line, this.picture, this.up, this.colours).color);
  }

  paintMarks(ctx, line, stage) {
    const points = this.points.get(line.id);
    const { color } = look(line, this.picture, this.up, this.colours);
    if (hollow(line)) stroke(ctx, points, faint(this.colours.paper, this.dims(line) ? 0.3 : 1), 1.6);
    if (line.cases.some(({ row }) => row.state.disputed)) ticks(ctx, points, color);
    const ends = stage.nodesOf(line.id).map((node) => this.actorAt(node));
    const ways = [points.toReversed(), points];
    const red = faint(this.colours.badge, this.dims(line) ? 0.3 : 1);
    ends.forEach((actor, end) => {
      if (line.cases.some((of) => this.isTarget(of, actor, ends[1 - end]))) arrow(ctx, ways[end], color);
      if (line.cases.some(({ row }) => row.state.refusedBy.includes(actor))) cross(ctx, ways[end], red);
    });
  }

  /** Whether a case's arrow points at an actor: it is owed by the other end, or through the hub. */
  isTarget({ row, beneficiaries, obligors }, actor, other) {
    if (actor < 0 || row.state.invocation === "refused" || !beneficiaries.includes(actor)) return false;
    if (other < 0) return !obligors.includes(actor);
    return obligors.includes(other) && !(obligors.includes(actor) && beneficiaries.includes(other));
  }

  /** The actor of a node or of the node that a ghost repeats; -1 for a hub. */
  actorAt(node) {
    const [kind, of] = this.data.nodes[node];
    if (kind === "ghost") return this.actorAt(of);
    return kind === "actor" ? of : -1;
  }

  /** Everybody with a tie on the day; of several on one point the one with most ties. */
  dots(stage) {
    const at = new Map();
    this.data.nodes.forEach(([kind, of], node) => {
      const ties = this.picture.ties.get(of);
      if (kind !== "actor" || !ties) return;
      const { x, y } = stage.node(node);
      const key = `${x} ${y}`;
      const own = of === this.picture.own;
      const radius = own ? OWN : 2 + Math.min(2.6, ties * 0.2);
      const dot = { kind: "actor", of, node, ties, radius, leftwards: this.picture.own !== undefined && x < 0, above: own, ...stage.toScreen({ x, y }) };
      if (!at.has(key) || this.weight(at.get(key)) < this.weight(dot)) at.set(key, dot);
    });
    return [...at.values()];
  }

  weight(dot) {
    return dot.ties + (this.up?.actors.has(dot.of) ? 1000 : 0);
  }

  hubs(stage) {
    return this.data.nodes.flatMap(([kind, of], node) => {
      const hub = kind === "hub" ? this.picture.hubs.get(of) : undefined;
      if (!hub) return [];
      const { x, y } = stage.toScreen(stage.node(node));
      return [{ kind: "treaty", of, node, x, y, members: hub.members.size, radius: 3.5 + 1.15 * Math.sqrt(hub.members.size),
        family: hub.family, caption: hub.caption, above: this.picture.own !== undefined }];
    });
  }

  paintDot(ctx, { of, x, y, radius }) {
    const chosen = this.up?.actors.has(of);
    ctx.beginPath();
    ctx.arc(x, y, chosen ? radius + 1.4 : radius, 0, 2 * Math.PI);
    ctx.fillStyle = chosen ? this.colours.defend : faint(this.colours.dot, this.up ? 0.4 : 1);
    ctx.fill();
    if (chosen) stroke(ctx, [], this.colours.paper, 1);
  }

  paintHub(ctx, { of, x, y, radius, family }) {
    const chosen = this.up?.hubs.has(of) && this.view.selected.kind !== "actor";
    const colour = this.colours[FAMILIES[family].key];
    ctx.beginPath();
    ctx.moveTo(x, y - radius);
    ctx.lineTo(x + radius, y);
    ctx.lineTo(x, y + radius);
    ctx.lineTo(x - radius, y);
    ctx.closePath();
    const dim = this.up !== null && !this.up.hubs.has(of);
    ctx.fillStyle = chosen ? colour : this.colours.paper;
    ctx.globalAlpha = dim ? 0.35 : 1;
    ctx.fill();
    Object.assign(ctx, { strokeStyle: colour, lineWidth: 1.5 });
    ctx.stroke();
    ctx.globalAlpha = 1;
  }
}
