/** Begin where the page is a day and somebody may be told apart. */

import "./line.js";
import { whoIsHere } from "../phone/here.js";
import { takeOver } from "./place.js";

const main = globalThis.document?.querySelector("main[data-day]");
if (main && whoIsHere() && globalThis.indexedDB) takeOver(main);
