// What of the plane is shown: the world, or Europe with its near East and North Africa.

export const FRAMES = {
  world: [-2950, -2120, 2980, 1390],
  europe: [-820, -1780, 1080, -520],
};

const NARROW = [-900, -1790, 900, -330];
const CLIP = 3150;

/** The frame to show; a phone sees more to the south. */
export function frameOf(view, narrow) {
  if (view.layout === "network") return FRAMES.world;
  if (view.frame === "world") return FRAMES.world;
  return narrow ? NARROW : FRAMES.europe;
}

/** Between which x lines are drawn: on the map nothing beyond its sides. */
export function clipOf(view) {
  return view.layout === "map" ? [-CLIP, CLIP] : null;
}
