// Names on the map: placed greedily in pixels of the screen, so that none touches another.

const HEIGHT = 15;
const ROOM = 6800;
const GAP = 2;

export class Boxes {
  constructor() {
    this.boxes = [];
  }

  add(left, top, right, bottom) {
    this.boxes.push(left, top, right, bottom);
  }

  around(x, y, radius) {
    this.add(x - radius, y - radius, x + radius, y + radius);
  }

  free(left, top, right, bottom) {
    const { boxes } = this;
    for (let i = 0; i < boxes.length; i += 4) {
      if (left < boxes[i + 2] && right > boxes[i] && top < boxes[i + 3] && bottom > boxes[i + 1]) return false;
    }
    return true;
  }
}

/** How many names a map of this size may bear. */
export function most(width, height) {
  return Math.floor((width * height) / ROOM);
}

/**
 * Place names, the weightiest first. `names` have text, x, y, radius and width;
 * those that find no free place are left out. Returns the names with left and top.
 */
export function placed(names, obstacles, width, height, limit) {
  const found = [];
  for (const name of names) {
    if (found.length >= limit) break;
    const box = spot(name, obstacles, width, height);
    if (!box) continue;
    obstacles.add(box.left - GAP, box.top, box.left + name.width + GAP, box.top + HEIGHT);
    found.push({ ...name, ...box });
  }
  return found;
}

/** The first of eight places around a dot that is free and inside the map. */
function spot(name, obstacles, width, height) {
  for (const [left, top] of places(name)) {
    const right = left + name.width;
    if (left < 3 || top < 3 || right > width - 3 || top + HEIGHT > height - 3) continue;
    if (obstacles.free(left - GAP, top, right + GAP, top + HEIGHT)) return { left, top };
  }
  return null;
}

function places({ x, y, radius, width, far, leftwards, above: over }) {
  const right = x + radius + 4;
  const left = x - radius - 4 - width;
  const middle = x - width / 2;
  const above = y - radius - HEIGHT - 1;
  const below = y + radius + 1;
  const beside = y - HEIGHT / 2;
  const sides = leftwards ? [[left, beside], [right, beside]] : [[right, beside], [left, beside]];
  const ends = [[middle, above], [middle, below]];
  const near = [
    ...(over ? [...ends, ...sides] : [...sides, ...ends]),
    [x + 2, above], [x + 2, below], [x - width - 2, above], [x - width - 2, below],
  ];
  if (!far) return near;
  return [0, 9, -9, 18, -18, 30, -30].flatMap((down) => near.map(([across, top]) => [across, top + down]));
}
