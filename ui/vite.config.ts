/** Builds the islands into the package's static files: one entry, one file an island, the basemap and the licences. */
import { readFileSync } from "node:fs";
import { defineConfig, type Plugin } from "vite";

const PARTS = ["d3-geo", "d3-array", "internmap", "topojson-client", "world-atlas"];

/** The basemap as its own file, fetched only by the map, and the licences of all that is shipped. */
function companions(): Plugin {
  const read = (name: string) => readFileSync(new URL(`node_modules/${name}`, import.meta.url), "utf8");
  return {
    name: "companions",
    generateBundle() {
      this.emitFile({ type: "asset", fileName: "world.json", source: read("world-atlas/countries-50m.json") });
      const licences = PARTS.map((part) => `${part}\n\n${read(`${part}/LICENSE`)}`).join(`\n${"-".repeat(80)}\n`);
      this.emitFile({ type: "asset", fileName: "LICENCES.txt", source: licences });
    },
  };
}

export default defineConfig({
  base: "./",
  plugins: [companions()],
  build: {
    outDir: "../src/onrecord/web/static/islands",
    emptyOutDir: true,
    target: "es2022",
    modulePreload: false,
    copyPublicDir: false,
    rollupOptions: {
      input: "src/islands.ts",
      output: { entryFileNames: "[name].js", chunkFileNames: "[name].js", assetFileNames: "[name][extname]" },
    },
  },
});
