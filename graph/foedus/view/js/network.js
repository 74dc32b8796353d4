// The alliance map: wires data, view and controls together. One step: state, rows, picture, drawing.

import { knownOn, showClock, wireClock } from "./clock.js";
import { chips, onPress, options, press } from "./controls.js";
import { block, decode } from "./data.js";
import { byId, fill } from "./dom.js";
import { FAMILIES } from "./duties.js";
import { remember, step } from "./fragment.js";
import { around, clipOf, frameOf } from "./frames.js";
import { inflated } from "./inflate.js";
import { listActive, listAlliances } from "./lists.js";
import { Painter } from "./painter.js";
import { Panel } from "./panel.js";
import { picture } from "./picture.js";
import { Player } from "./player.js";
import { under } from "./pointer.js";
import { activeCases } from "./rows.js";
import { entries, Search } from "./search.js";
import { sentence } from "./sentence.js";
import { Stage } from "./stage.js";
import { fromFragment, initial, toFragment } from "./state.js";
import { Strip } from "./strip.js";
import { tables } from "./tables.js";
import { theme } from "./theme.js";
import { footing } from "./words.js";

const NARROW = window.matchMedia("(max-width: 760px)");
const PAN = { ArrowLeft: [60, 0, 0], ArrowRight: [-60, 0, 0], ArrowUp: [0, 60, 0], ArrowDown: [0, -60, 0] };

class Network {
  constructor() {
    this.data = decode(block("data"));
    this.start = initial(this.data, NARROW.matches);
    this.view = fromFragment(location.hash, this.start, this.data);
    this.painter = new Painter(this.data);
    this.stage = new Stage(byId("map"), block("drawing"), this.painter);
    this.homes = this.data.nodes.map((_, id) => ({ x: this.stage.node(id).x, y: this.stage.node(id).y }));
    this.everyAlliance = false;
    this.strip = new Strip(this.data, (change) => this.update(change));
    this.player = new Player(this.strip, (on) => this.update({ on }), () => this.refresh());
    this.panel = new Panel(this.data, { choose: (selected) => this.choose(selected), only: (party) => this.update({ party }) });
    this.search = new Search(entries(this.data), ({ kind, id }) => this.choose({ kind, id }));
    theme(() => {
      this.painter.theme();
      this.stage.redraw();
      this.arrange();
      this.stage.redraw();
    });
    byId("legend").open = !NARROW.matches;
    this.wire();
    fill(byId("foot"), footing(this.data));
    this.arrange();
    this.update({});
    requestAnimationFrame(() => setTimeout(() => this.unpack()));
  }

  wire() {
    const { stage } = this;
    stage.on("click", ({ pointer }) => this.choose(under(pointer.DOM, this.painter, stage, this.data)));
    stage.on("doubleClick", ({ pointer }) => this.ownTies(under(pointer.DOM, this.painter, stage, this.data)));
    stage.on("zoom", () => this.keepInFrame());
    stage.on("resize", () => {
      this.arrange();
      stage.redraw();
    });
    byId("map").addEventListener("keydown", (event) => this.mapKey(event));
    byId("map").addEventListener("pointerleave", () => this.tip(null));
    byId("map").addEventListener("pointermove", (event) => this.hover(event));
    onPress("frames", (frame) => this.reframe(frame));
    onPress("layouts", (layout) => this.layout(layout));
    wireClock(this);
    byId("party").addEventListener("change", (event) => this.update({ party: event.target.value || null }));
    byId("outcome").addEventListener("change", (event) => this.update({ outcome: event.target.value || null }));
    byId("everything").addEventListener("click", () => this.update({ party: null, outcome: null }));
    byId("closer").addEventListener("click", () => this.closer());
    window.addEventListener("hashchange", () => this.update(fromFragment(location.hash, this.start, this.data), true));
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.view.selected) this.choose(null);
    });
  }

  clamp(day) {
    return Math.min(Math.max(day, this.data.firstDay), this.data.edition);
  }

  /** Change the view and show it; `moved` where layout or frame may be another. */
  update(change, moved = false) {
    Object.assign(this.view, change);
    if (moved) this.arrange();
    this.refresh();
  }

  refresh() {
    const { data, view, painter, player } = this;
    const known = knownOn(view, data);
    this.picture = picture(data, view, known);
    painter.playing = player.running;
    painter.take(this.picture, view);
    this.stage.show(this.visible());
    this.stage.redraw();
    this.strip.show(view, known);
    this.words(known);
    this.lists(known);
    this.controls(known);
    if (!player.running) remember(() => toFragment(this.view, this.start));
  }

  visible() {
    const lines = [...this.picture.lines.values()].filter((line) => !this.painter.isHidden(line));
    return lines.map((line) => line.id);
  }

  words(known) {
    const { data, view } = this;
    sentence(data, view, this.picture, known, this.player.running ? null : this.otherClock(known), () =>
      this.update({ clock: view.clock === "today" ? "then" : "today" }));
    byId("sentence").setAttribute("aria-live", this.player.running ? "off" : "polite");
    byId("map").setAttribute("aria-label", `Map. ${byId("sentence").textContent} ${byId("split").firstChild?.textContent ?? ""}`);
  }

  /** How many active cases the other clock knows, where it is another number. */
  otherClock(known) {
    const { data, view, picture: { party } } = this;
    const other = view.clock === "today" ? view.on : data.edition;
    if (other === known) return null;
    const number = activeCases(data, view.on, other).filter(({ case: each, state }) =>
      view.duties.has(FAMILIES[each.family].key) && (!view.outcome || state.outcome === view.outcome)
      && (party === null || each.obligors.includes(party) || each.beneficiaries.includes(party))).length;
    return number === this.picture.active.length ? null : number;
  }

  lists(known) {
    const { data, view } = this;
    const choose = (selected) => this.choose(selected);
    const key = JSON.stringify([this.picture.active.map((row) => [row.case.id, row.state]), view.selected, this.player.running || view.on]);
    if (!view.selected && key !== this.listed) listActive(data, view, this.picture, choose);
    this.listed = view.selected ? null : key;
    if (!view.selected && !this.player.running) {
      listAlliances(this.picture, this.everyAlliance, choose, () => {
        this.everyAlliance = true;
        this.refresh();
      });
    }
    if (!this.player.running || !view.selected) this.panel.show(view, this.picture, known);
    byId("tables").hidden = !view.table;
    byId("stage").classList.toggle("as-table", view.table);
    if (view.table && !this.player.running) tables(data, view, this.picture, choose);
  }

  controls(known) {
    const { data, view } = this;
    if (!this.player.running) chips(view, this.picture, (key) => this.toggle(key));
    showClock(view, known);
    press("layouts", view.table ? "table" : view.layout);
    press("frames", view.frame);
    byId("frames").hidden = view.layout === "network" || view.table;
    byId("closer").hidden = this.player.running || view.frame !== "world" || view.layout !== "map" || view.table || this.painter.lettering.crowd().length === 0;
    if (!this.player.running) this.filters(data, view);
  }

  filters(data, view) {
    const names = (ids) => ids.map((actor) => [data.actors[actor].id, data.actors[actor].name]).sort(([, one], [, other]) => (one < other ? -1 : 1));
    const party = view.party === null ? [] : [this.picture.party];
    options("party", "All parties", names([...new Set([...this.picture.ties.keys(), ...party])]), view.party);
    const outcomes = [...new Set([...this.picture.found.map((row) => row.state.outcome), ...(view.outcome ? [view.outcome] : [])])].sort();
    options("outcome", "All outcomes", outcomes.map((outcome) => [outcome, outcome.replace("-", " ")]), view.outcome);
    byId("everything").hidden = view.party === null && view.outcome === null;
  }

  toggle(key) {
    const duties = new Set(this.view.duties);
    if (!duties.delete(key)) duties.add(key);
    this.update({ duties });
  }

  choose(selected) {
    const before = this.view.selected;
    const another = JSON.stringify(selected) !== JSON.stringify(before);
    if (another) step();
    this.update({ selected });
    if (selected && another) {
      byId("detail").scrollTop = 0;
      byId("aside").scrollTop = 0;
      byId("detail-title").focus({ preventScroll: !NARROW.matches });
    } else if (before && !selected && before.kind === "case") {
      byId("active").querySelector(`[data-case="${CSS.escape(before.id)}"]`)?.focus();
    }
  }

  ownTies(selected) {
    if (selected?.kind === "actor") this.update({ party: this.view.party === selected.id ? null : selected.id });
    else if (!selected) this.update({ party: null });
  }

  toEvent(way) {
    const on = this.strip.neighbour(this.view, knownOn(this.view, this.data), way);
    if (on !== null) this.update({ on });
  }

  reframe(frame) {
    this.update({ frame }, true);
  }

  /** Zoom to the numbers that touch. */
  closer() {
    this.update({ frame: "active" }, true);
  }

  layout(layout) {
    step();
    this.update(layout === "table" ? { table: !this.view.table } : { layout, table: false }, true);
  }

  /** Put nodes and frame where the layout has them. */
  arrange() {
    const { data, stage, view } = this;
    data.nodes.forEach(([, , x, y], id) => stage.place(id, view.layout === "network" ? { x, y } : this.homes[id]));
    stage.clipped = clipOf(view);
    stage.frame(frameOf(view, NARROW.matches));
    this.painter.baseScale = stage.scale;
    this.painter.lettering.controls = this.controlBoxes();
    if (view.frame === "active" && view.layout === "map") this.frameActive();
  }

  /** From the world frame to the numbers that touch there. */
  frameActive() {
    this.refresh();
    const lines = this.painter.lettering.crowd().flatMap(({ row }) => row.lines);
    const ends = lines.flatMap((id) => this.stage.nodesOf(id)).filter((node) => this.data.nodes[node][0] !== "ghost");
    if (ends.length) this.stage.frame(around(ends.map((node) => this.stage.node(node))));
  }

  controlBoxes() {
    const { left, top } = byId("map").getBoundingClientRect();
    return [...document.querySelectorAll("[data-over-map]")]
      .map((control) => control.getBoundingClientRect())
      .filter((box) => box.width > 0)
      .map((box) => [box.left - left - 4, box.top - top - 4, box.right - left + 4, box.bottom - top + 4]);
  }

  keepInFrame() {
    const least = this.painter.baseScale * (this.view.frame === "world" ? 0.8 : 0.3);
    if (this.stage.scale < least) this.stage.zoom(least / this.stage.scale);
  }

  mapKey(event) {
    const pan = PAN[event.key];
    if (pan) this.stage.pan(-pan[0], -pan[1]);
    else if (event.key === "+" || event.key === "=") this.stage.zoom(1.25);
    else if (event.key === "-") this.stage.zoom(0.8);
    else return;
    event.preventDefault();
  }

  hover(event) {
    if (event.buttons) return;
    const { left, top } = byId("map").getBoundingClientRect();
    const over = under({ x: event.clientX - left, y: event.clientY - top }, this.painter, this.stage, this.data);
    byId("map").classList.toggle("over", over !== null);
    this.tip(over, event.clientX - left, event.clientY - top);
  }

  /** The name of what is under the pointer, for dots that bear none. */
  tip(over, x, y) {
    const tip = byId("tip");
    tip.hidden = over === null;
    if (!over) return;
    const item = this.data.byId[over.kind].get(over.id);
    tip.textContent = over.kind === "treaty" ? item.short : item.name;
    tip.style.transform = `translate(${Math.min(x + 14, this.stage.width - tip.offsetWidth - 4)}px, ${y + 16}px)`;
  }

  async unpack() {
    this.panel.texts = await inflated("evidence");
    document.documentElement.dataset.evidence = "ready";
    if (this.view.selected) this.refresh();
  }
}

window.foedus = new Network();
document.documentElement.dataset.ready = "yes";
performance.mark("usable");
