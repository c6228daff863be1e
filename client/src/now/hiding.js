/**
 * Hide what may help where there is no connection: it is gone at once, and the server hears of it
 * when it can. Until then the phone remembers. With a connection the form goes there as it is.
 */

import { whoIsHere } from "../phone/here.js";

/** It is one person's wish: who else signs in on this phone has their own. */
const kept = () => `holdfast hides ${whoIsHere().seat}`;

/** Remember what was hidden. */
export function hide(form, fields) {
  remember([...remembered(), { url: form.getAttribute("action"), whom: fields.get("whom") }]);
}

/** Whether it was hidden here and the server may not know yet. */
export function isHidden(url) {
  return remembered().some((asked) => asked.whom === "all" || asked.url === url);
}

/** Tell the server what it has not heard yet. */
export async function tell(token) {
  for (const asked of remembered()) {
    const body = new URLSearchParams({ whom: asked.whom, csrfmiddlewaretoken: token });
    const answer = await fetch(asked.url, { method: "POST", body, redirect: "manual" }).catch(
      () => null,
    );
    if (answer?.type !== "opaqueredirect") return;
    remember(remembered().filter(({ url, whom }) => url !== asked.url || whom !== asked.whom));
  }
}

function remembered() {
  return JSON.parse(localStorage.getItem(kept()) ?? "[]");
}

function remember(asked) {
  localStorage.setItem(kept(), JSON.stringify(asked));
}
