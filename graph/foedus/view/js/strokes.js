// Marks along a line, in pixels of the screen: halo, ticks, arrow, cross, core.

/** A polyline through points. */
export function trace(ctx, points) {
  ctx.beginPath();
  points.forEach(({ x, y }, i) => (i ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
}

/** A wide or narrow stroke along a line. */
export function stroke(ctx, points, colour, width) {
  trace(ctx, points);
  Object.assign(ctx, { strokeStyle: colour, lineWidth: width, lineCap: "butt", lineJoin: "round" });
  ctx.stroke();
}

/** Call `visit(point, angle)` every `step` pixels along a line, away from its ends. */
export function along(points, step, margin, visit) {
  let total = 0;
  for (let i = 1; i < points.length; i += 1) total += distance(points[i - 1], points[i]);
  let next = margin;
  let gone = 0;
  for (let i = 1; i < points.length; i += 1) {
    const [from, to] = [points[i - 1], points[i]];
    const length = distance(from, to);
    while (next <= gone + length && next <= total - margin) {
      const share = (next - gone) / length;
      visit(
        { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share },
        Math.atan2(to.y - from.y, to.x - from.x),
      );
      next += step;
    }
    gone += length;
  }
}

/** Slanted ticks every nine pixels: somebody disputes it. */
export function ticks(ctx, points, colour) {
  ctx.beginPath();
  along(points, 9, 14, ({ x, y }, angle) => {
    const slant = angle + Math.PI / 3;
    const [dx, dy] = [Math.cos(slant) * 5, Math.sin(slant) * 5];
    ctx.moveTo(x - dx, y - dy);
    ctx.lineTo(x + dx, y + dy);
  });
  Object.assign(ctx, { strokeStyle: colour, lineWidth: 1.2 });
  ctx.stroke();
}

/** A head at the end of a line, before the dot. */
export function arrow(ctx, points, colour) {
  const place = before(points, 6);
  if (!place) return;
  ctx.save();
  ctx.translate(place.x, place.y);
  ctx.rotate(place.angle);
  ctx.beginPath();
  ctx.moveTo(0, 0);
  ctx.lineTo(-11, -5);
  ctx.lineTo(-11, 5);
  ctx.closePath();
  ctx.fillStyle = colour;
  ctx.fill();
  ctx.restore();
}

/** A cross near the end of a line: who refused. */
export function cross(ctx, points, colour) {
  const place = before(points, 13);
  if (!place) return;
  ctx.beginPath();
  for (const side of [1, -1]) {
    ctx.moveTo(place.x - 5, place.y - 5 * side);
    ctx.lineTo(place.x + 5, place.y + 5 * side);
  }
  Object.assign(ctx, { strokeStyle: colour, lineWidth: 2.2 });
  ctx.stroke();
}

/** The place some pixels before the end of a line, and the direction there. */
function before(points, pixels) {
  let left = pixels;
  for (let i = points.length - 1; i > 0; i -= 1) {
    const [from, to] = [points[i - 1], points[i]];
    const length = distance(from, to);
    if (length >= left) {
      const share = left / length;
      const angle = Math.atan2(to.y - from.y, to.x - from.x);
      return { x: to.x + (from.x - to.x) * share, y: to.y + (from.y - to.y) * share, angle };
    }
    left -= length;
  }
  return null;
}

export function distance(one, other) {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
