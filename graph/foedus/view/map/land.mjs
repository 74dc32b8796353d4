// Writes land.json: the shores of the world, cut at 169° W (through the Bering Strait).
//
//     npm install world-atlas@2.0.2 topojson-client@3.1.0 d3-geo@3.1.2 d3-geo-projection@4.0.0
//     node land.mjs node_modules/world-atlas/land-110m.json > land.json
//
// Natural Earth 1:110m by way of the npm package world-atlas; public domain.
// A ring is a flat list of longitude (from 11° E, the middle of the map) and
// latitude in hundredths of a degree. Antarctica lies outside the frame and is
// left out.

import { readFileSync } from "node:fs";
import { geoEquirectangular } from "d3-geo";
import { geoProject, geoStitch } from "d3-geo-projection";
import { feature } from "topojson-client";

const MIDDLE = 11;
const SOUTHERNMOST = -60;

const atlas = JSON.parse(readFileSync(process.argv[2], "utf8"));
const degrees = geoEquirectangular()
  .rotate([-MIDDLE, 0])
  .scale(180 / Math.PI)
  .translate([0, 0])
  .precision(0);
const land = geoProject(geoStitch(feature(atlas, atlas.objects.land)), degrees);

function polygons(object) {
  if (object.type === "FeatureCollection") return object.features.flatMap(polygons);
  if (object.type === "Feature") return polygons(object.geometry);
  return object.type === "Polygon" ? [object.coordinates] : object.coordinates;
}

const rings = polygons(land)
  .flat()
  .map((ring) => ring.map(([x, y]) => [Math.round(x * 100), Math.round(-y * 100)]))
  .filter((ring) => Math.max(...ring.map(([, latitude]) => latitude)) > SOUTHERNMOST * 100)
  .map((ring) => ring.flat());
process.stdout.write(`${JSON.stringify(rings)}\n`);
