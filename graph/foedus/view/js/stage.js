// vis-network and its internals, in one place. Pinned to 9.1.2.
//
// The renderer walks `body.edgeIndices`; setting that list and drawing once is
// the fastest way to change what is seen (hidden flags alone draw nothing).
// It draws lines alone: dots, diamonds, badges and labels are ours.

/* global vis */

const OPTIONS = {
  physics: false,
  layout: { improvedLayout: false },
  interaction: {
    dragNodes: false, hover: false, selectable: false, tooltipDelay: 1e6, zoomSpeed: 0.6, keyboard: { enabled: false },
  },
  nodes: { shape: "dot", size: 1, borderWidth: 0, font: { size: 0 } },
  edges: { arrows: { to: { enabled: false } }, smooth: { enabled: false }, selectionWidth: 0, hoverWidth: 0, chosen: false },
};

export class Stage {
  /** `paint` has before(ctx, stage) and after(ctx, stage), both in pixels of the screen. */
  constructor(container, drawing, paint) {
    this.container = container;
    this.net = new vis.Network(container, drawing, OPTIONS);
    this.canvas = this.net.canvas.frame.canvas;
    this.net.canvas.frame.tabIndex = -1; // the container takes the focus
    this.net.body.nodeIndices = [];
    this.net.body.edgeIndices = [];
    this.clipped = null;
    this.net.on("beforeDrawing", (ctx) => {
      this.inPixels(ctx, () => paint.before(ctx, this));
      ctx.save();
      if (this.clipped) this.clip(ctx);
    });
    this.net.on("afterDrawing", (ctx) => {
      ctx.restore();
      this.inPixels(ctx, () => paint.after(ctx, this));
    });
  }

  /** Without pan and zoom: the page scrolls over it. */
  still() {
    this.net.setOptions({ interaction: { dragView: false, zoomView: false } });
    this.net.body.nodeIndices = [];
  }

  /** Draw in pixels of the screen instead of units of the plane. */
  inPixels(ctx, draw) {
    const ratio = this.net.canvas.pixelRatio;
    ctx.save();
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    draw();
    ctx.restore();
  }

  clip(ctx) {
    const [left, right] = this.clipped;
    ctx.beginPath();
    ctx.rect(left, -1e5, right - left, 2e5);
    ctx.clip();
  }

  get width() {
    return this.container.clientWidth;
  }

  get height() {
    return this.container.clientHeight;
  }

  get scale() {
    return this.net.body.view.scale;
  }

  get shift() {
    return this.net.body.view.translation;
  }

  toScreen({ x, y }) {
    const { scale, translation } = this.net.body.view;
    return { x: x * scale + translation.x, y: y * scale + translation.y };
  }

  /** The lines that are drawn, by id: what the renderer itself walks. */
  get drawn() {
    return this.net.body.edgeIndices;
  }

  show(ids) {
    this.net.body.edgeIndices = ids;
  }

  redraw() {
    this.net.redraw();
  }

  /** Give a line its looks, in pixels of the screen. */
  style(id, { color, width, dashes }) {
    const { options } = this.net.body.edges[id];
    const { scale } = this.net.body.view;
    options.width = width / scale;
    options.color = { color, inherit: false, opacity: 1 };
    options.dashes = dashes ? dashes.map((length) => length / scale) : false;
  }

  /** Points along a line, in pixels of the screen. */
  points(id, number) {
    const { edgeType } = this.net.body.edges[id];
    return Array.from({ length: number + 1 }, (_, i) => this.toScreen(edgeType.getPoint(i / number)));
  }

  node(id) {
    return this.net.body.nodes[id];
  }

  /** The two nodes of a line. */
  nodesOf(id) {
    const { fromId, toId } = this.net.body.edges[id];
    return [fromId, toId];
  }

  place(id, { x, y }) {
    const node = this.net.body.nodes[id];
    node.x = x;
    node.y = y;
  }

  /** Show a rectangle of the plane, whole. */
  frame([left, top, right, bottom]) {
    if (!this.width || !this.height) return;
    const scale = Math.min(this.width / (right - left), this.height / (bottom - top));
    this.net.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale });
  }

  pan(dx, dy) {
    const { x, y } = this.net.getViewPosition();
    this.net.moveTo({ position: { x: x + dx / this.scale, y: y + dy / this.scale } });
  }

  zoom(factor) {
    this.net.moveTo({ scale: this.scale * factor });
  }

  on(event, call) {
    this.net.on(event, call);
  }

  /** The line under a point of the screen, if any. */
  lineAt(point) {
    return this.net.getEdgeAt(point);
  }
}
