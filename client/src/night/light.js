/**
 * Before anything is painted: so a page that was kept by day is not white for a moment by night.
 * It stands in the page's head and holds it up, so it is small and does nothing else.
 */

import { apply } from "./apply.js";

apply();
