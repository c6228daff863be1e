/** Begin where the page is a minute and somebody may be told apart. */

import { whoIsHere } from "../phone/here.js";
import { takeOver } from "./place.js";

const main = globalThis.document?.querySelector("main[data-now]");
if (main && whoIsHere() && globalThis.indexedDB) takeOver(main);
