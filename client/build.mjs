/**
 * Build what the phone loads: one script, one sheet of styles, two sprites of drawings, one serif.
 *
 * Names carry no hash here: whitenoise's manifest gives each file its own when it is collected.
 */

import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const OUT = here("../src/holdfast/web/static/built/");
const AS_THEY_ARE = ["sprite.svg", "icon.svg"];

await rm(OUT, { recursive: true, force: true });
await mkdir(OUT, { recursive: true });
const ALIKE = {
  outdir: OUT,
  bundle: true,
  minify: true,
  format: "esm",
  target: ["chrome123", "firefox120", "safari17.5"], // the first that know light-dark()
  loader: { ".woff2": "file" },
  assetNames: "[name]",
  legalComments: "none",
  logLevel: "warning",
};
await build({
  ...ALIKE,
  entryPoints: {
    holdfast: here("src/main.js"),
    asking: here("src/asking.js"), // the sandbox alone loads it
    look: here("css/look.css"),
  },
});
await build({
  ...ALIKE,
  entryPoints: {
    worker: here("src/phone/worker.js"),
    this_phone: here("src/phone/this_phone.js"),
    light: here("src/night/light.js"),
  },
  format: "iife", // older browsers know no modules in a worker, and a module comes after the paint
});
await build({
  ...ALIKE,
  // Bond's pages alone load these
  entryPoints: { journal: here("src/journal/main.js"), bond: here("src/bond/main.js") },
  splitting: true, // the list of words is fetched when words are made or typed
  chunkNames: "[name]-[hash]",
  alias: {
    "@noble/curves/nist.js": here("src/journal/left_out.js"),
    "@noble/post-quantum/hybrid.js": here("src/journal/left_out.js"),
  },
});
await Promise.all(AS_THEY_ARE.map((name) => copyFile(here(name), `${OUT}${name}`)));
for (const name of await readdir(here("icons/"))) await copyFile(here(`icons/${name}`), OUT + name);
await writeFile(`${OUT}drawings.svg`, await spriteOf(here("drawings/")));

/** Return one sprite of the drawings in a folder: each file is a symbol of its name. */
async function spriteOf(folder) {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".svg")).sort();
  const symbols = names.map(async (name) => {
    const drawing = await readFile(`${folder}${name}`, "utf8");
    const head = drawing.replace(/<svg xmlns="[^"]+"/, `<symbol id="${name.slice(0, -4)}"`);
    return head.replace("</svg>", "</symbol>").replaceAll("\n", "");
  });
  const all = (await Promise.all(symbols)).join("\n");
  return `<svg xmlns="http://www.w3.org/2000/svg">\n${all}\n</svg>\n`;
}
