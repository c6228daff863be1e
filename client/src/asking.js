/** For a page that asks the server for pieces of itself: the sandbox. Others do without. */

import "htmx.org";
import "./address.js";
import "./unsent.js";
