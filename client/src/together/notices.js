/** The switch on This phone: whether it is told that there is something new. Off until wanted. */

/** Return the hash by which the server knows an address, as it writes it. */
export async function hashOf(text, crypto = globalThis.crypto) {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Return what a browser that has, or lacks, these things can do. */
export function ability({ Notification, PushManager, serviceWorker }) {
  if (!Notification || !PushManager || !serviceWorker) return "cannot";
  return Notification.permission === "denied" ? "denied" : "can";
}

/** Bring the switch to life. `at` is where it lives: the page's own parts, and the browser's. */
export async function start(place, at = globalThis) {
  const form = place.querySelector("form");
  if (!form) return;
  const { serviceWorker } = at.navigator;
  const can = ability({ ...pick(at), serviceWorker });
  if (can !== "can") return say(place, can);
  form.hidden = false;
  const registration = await serviceWorker.ready;
  await draw(place, await registration.pushManager.getSubscription(), at);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    reach(place, () => turnOn(place, registration, at));
  });
  turner(form).addEventListener("click", () => {
    reach(place, () => turnOff(place, registration, at));
  });
}

function pick({ Notification, PushManager }) {
  return { Notification, PushManager };
}

async function turnOn(place, registration, at) {
  if ((await at.Notification.requestPermission()) !== "granted") return say(place, "denied");
  const manager = registration.pushManager;
  const subscription =
    (await manager.getSubscription()) ??
    (await manager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: await textOf(at.fetch(place.dataset.key)),
    }));
  const fields = new FormData(place.querySelector("form"));
  fields.set("endpoint", subscription.endpoint);
  const answer = await at.fetch(place.dataset.url, { method: "POST", body: fields });
  if (answer.status === 422) {
    await subscription.unsubscribe();
    return say(place, "mend", await answer.text());
  }
  expect(answer);
  return draw(place, subscription, at);
}

async function turnOff(place, registration, at) {
  const subscription = await registration.pushManager.getSubscription();
  if (subscription) {
    const fields = new FormData(place.querySelector("form"));
    fields.set("endpoint", subscription.endpoint);
    expect(await at.fetch(place.dataset.off, { method: "POST", body: fields }));
    await subscription.unsubscribe();
  }
  return draw(place, null, at);
}

/** Show what this phone is told: as the server has it, for this person. */
async function draw(place, subscription, at) {
  const wishes = subscription && (await wishesOf(place, subscription, at));
  const form = place.querySelector("form");
  for (const [name, value] of Object.entries(wishes ?? {})) {
    const field = form.elements[name];
    if (field.type === "checkbox") field.checked = value;
    else field.value = value;
  }
  const go = form.querySelector("[data-on]");
  go.dataset.first ??= go.textContent;
  go.textContent = wishes ? go.dataset.on : go.dataset.first;
  turner(form).hidden = !wishes;
  say(place, "off");
}

async function wishesOf(place, { endpoint }, at) {
  const asked = new URLSearchParams({ phone: await hashOf(endpoint) });
  try {
    const answer = await at.fetch(`${place.dataset.url}?${asked}`);
    return expect(answer) && (await answer.json()).wishes;
  } catch {
    return null; // out of reach: drawn as it is without
  }
}

async function reach(place, act) {
  try {
    await act();
  } catch {
    say(place, "unreached");
  }
}

async function textOf(asked) {
  const answer = await asked;
  expect(answer);
  return answer.text();
}

function expect(answer) {
  if (!answer.ok || answer.redirected) throw new Error(answer.status);
  return true;
}

function turner(form) {
  return form.querySelector("[data-turn]");
}

function say(place, what, words) {
  for (const line of place.querySelectorAll("[data-says]")) {
    line.hidden = line.dataset.says !== what && line.dataset.says !== "off";
  }
  if (words) place.querySelector(`[data-says="${what}"]`).textContent = words;
}

const place = globalThis.document?.getElementById("notices");
if (place) start(place);
