// What of the plane is shown: the world, or Europe with its near East and North Africa.

export const FRAMES = {
  world: [-2950, -2290, 2980, 1290],
  europe: [-820, -1780, 1080, -520],
};

const NARROW = [-1000, -1790, 1000, -240];
const CLIP = 3434;

/** The frame to show; a phone sees more to the south. */
export function frameOf(view, narrow) {
  if (view.layout === "network") return FRAMES.world;
  if (view.frame !== "europe") return FRAMES.world;
  return narrow ? NARROW : FRAMES.europe;
}

/** A frame around points, with room on all sides. */
export function around(points) {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const room = Math.max(right - left, bottom - top, 400) / 8;
  return [left - room, top - room, right + room, bottom + room];
}

/** Between which x lines are drawn: on the map nothing beyond its sides. */
export function clipOf(view) {
  return view.layout === "map" ? [-CLIP, CLIP] : null;
}
