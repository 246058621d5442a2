/** The ground of the map: coasts and borders from the file beside this one, drawn once and then only moved. */

import { geoCircle, geoMercator, geoPath } from "d3-geo";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { WORLD, type Point } from "./view";

const KM_PER_DEGREE = 111.195;
const projection = geoMercator().scale(WORLD / (2 * Math.PI)).translate([WORLD / 2, WORLD / 2]).rotate([-11, 0]);
const path = geoPath(projection).digits(3);
const finePath = geoPath(projection).digits(5);

/** Where a place is on the map. */
export function place(lat: number, lon: number): Point {
  const [x, y] = projection([lon, Math.max(-84, Math.min(84, lat))]) ?? [0, 0];
  return { x, y };
}

/** Everything within so many kilometres of a place, as the outline on this map. */
export const circle = (lat: number, lon: number, km: number): string =>
  finePath(geoCircle().center([lon, lat]).radius(km / KM_PER_DEGREE).precision(3)()) ?? "";

/** An outline as the table bears it, on this map: "area" or "line", then "longitude,latitude" in degrees, pieces parted by a bar. */
export function outline(written: string): string {
  const [sort = "", ...rest] = written.split(" ");
  const pieces = rest.join(" ").split("|").map((piece) => piece.trim().split(" ").map((point) => point.split(",").map(Number)));
  const drawn = pieces.map((piece) => piece.map(([lon = 0, lat = 0]) => place(lat, lon)).map(({ x, y }) => `${x.toFixed(3)} ${y.toFixed(3)}`));
  return drawn.map((points) => `M${points.join("L")}${sort === "area" ? "Z" : ""}`).join("");
}

/** How many kilometres a unit of the map is at a latitude. */
export const kilometres = (lat: number): number => ((360 * KM_PER_DEGREE) / WORLD) * Math.cos((lat * Math.PI) / 180);

/** The latitude of a place on the map. */
export const latitude = (y: number): number => projection.invert?.([WORLD / 2, y])?.[1] ?? 0;

/** Outlines of the land and of the borders between states. The file is another's to choose: a TopoJSON of countries. */
export async function outlines(address: string): Promise<{ land: string; borders: string }> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const world = (await answer.json()) as Topology<{ countries: GeometryCollection; land: GeometryCollection }>;
  const { countries, land } = world.objects;
  return {
    land: path(feature(world, land ?? countries)) ?? "",
    borders: path(mesh(world, countries, (a, b) => a !== b)) ?? "",
  };
}
