/**
 * Build what the phone loads: one script, one sheet of styles, one sprite of drawings, one serif.
 *
 * Names carry no hash here: whitenoise's manifest gives each file its own when it is collected.
 */

import { copyFile, mkdir, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const OUT = here("../src/holdfast/web/static/built/");
const AS_THEY_ARE = ["sprite.svg", "icon.svg"];

await rm(OUT, { recursive: true, force: true });
await mkdir(OUT, { recursive: true });
await build({
  entryPoints: { holdfast: here("src/main.js"), look: here("css/look.css") },
  outdir: OUT,
  bundle: true,
  minify: true,
  format: "esm",
  target: ["chrome123", "firefox120", "safari17.5"], // the first that know light-dark()
  loader: { ".woff2": "file" },
  assetNames: "[name]",
  legalComments: "none",
  logLevel: "warning",
});
await Promise.all(AS_THEY_ARE.map((name) => copyFile(here(name), `${OUT}${name}`)));
