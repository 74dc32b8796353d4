// What lies under the pointer: a badge, the nearest dot or diamond, a name, a line.

const NEAR = 16;

/** The selection for a point of the screen; null for open sea. */
export function under(point, painter, stage, data) {
  const reach = window.matchMedia("(pointer: coarse)").matches ? 24 : 13;
  const badge = nearest(point, painter.targets.filter((target) => target.row), reach);
  if (badge) return { kind: "case", id: badge.row.case.id };
  const spot = nearest(point, painter.targets.filter((target) => !target.row && target.left === undefined), NEAR)
    ?? painter.targets.find((target) => target.left !== undefined && inside(point, target));
  if (spot) return chosen(spot, data);
  const line = stage.lineAt(point);
  return line === undefined ? null : { kind: "treaty", id: data.lines[line].treaty.id };
}

function chosen({ kind, of }, data) {
  return { kind, id: (kind === "actor" ? data.actors : data.treaties)[of].id };
}

function inside({ x, y }, { left, top, width }) {
  return x >= left && x <= left + width && y >= top && y <= top + 15;
}

function nearest(point, targets, reach) {
  let best = null;
  let least = reach;
  for (const target of targets) {
    const away = Math.hypot(target.x - point.x, target.y - point.y);
    if (away < least) [best, least] = [target, away];
  }
  return best;
}
