/** What the phone adds to pages that are whole without it. Each import looks after one thing. */

import "./day/main.js";
import "./dim.js";
import "./drawers.js";
import "./grow/keep.js";
import "./journal/errand.js";
import "./leave.js";
import "./memories/photo.js";
import "./night/main.js";
import "./now/main.js";
import "./opened.js";
import "./phone/start.js";
import "./together/aloud.js";
import "./zone.js";
