import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { file } from "../../src/phone/files.js";
import { leave } from "../../src/phone/leaving.js";
import { keepPages, page } from "../../src/phone/pages.js";
import { store } from "../../src/phone/store.js";
import { emptied } from "./phone.js";

const HOUSE = { front: "/", offline: "/offline/" };
const HOME = "home:";

globalThis.location = { href: `${HOME}/`, origin: HOME };
globalThis.Request = class {
  constructor(url) {
    this.url = url;
  }
};

/** Cache Storage, as far as it is used: by path, in the order in which it came. */
function aStorage() {
  const all = new Map();
  const pathOf = (request) => new URL(request.url ?? request, `${HOME}/`).pathname;
  const open = (name) => {
    if (!all.has(name)) all.set(name, new Map());
    const kept = all.get(name);
    return {
      put: async (request, answer) => void kept.set(pathOf(request), answer),
      match: async (request) => kept.get(pathOf(request))?.clone(),
      delete: async (request) => kept.delete(pathOf(request)),
      keys: async () => [...kept.keys()].map((path) => new Request(`${HOME}${path}`)),
    };
  };
  return {
    all,
    open: async (name) => open(name),
    keys: async () => [...all.keys()],
    delete: async (name) => all.delete(name),
    match: async (request) => {
      const found = [...all.values()].find((kept) => kept.has(pathOf(request)));
      return found?.get(pathOf(request)).clone();
    },
  };
}

const kept = () =>
  Object.fromEntries([...caches.all].map(([name, cache]) => [name, [...cache.keys()]]));

function aPage(text, { seat = "kim", keep = true, status = 200 } = {}) {
  const headers = { ...(seat && { "X-Seat": seat }), ...(keep && { "X-Offline": "keep" }) };
  return new Response(text, { status, headers: { ...headers, Date: new Date().toUTCString() } });
}

/** Ask for a page as a browser does, and wait until all is done. */
async function go(path, network) {
  globalThis.fetch = network;
  const promises = [];
  const request = new Request(`${HOME}${path}`);
  const event = { request, preloadResponse: undefined, waitUntil: (p) => promises.push(p) };
  const answer = await page(event, HOUSE);
  for (let done = 0; done < promises.length; done += 1) await Promise.allSettled([promises[done]]);
  return answer.text();
}

const NO_NETWORK = () => Promise.reject(new TypeError("no network"));

beforeEach(async () => {
  await emptied();
  globalThis.caches = aStorage();
  await (await caches.open("shell 1")).put("/offline/", new Response("calm"));
});

test("a page that asks for it is kept and comes back without a network", async () => {
  assert.equal(await go("/now/1/", async () => aPage("now")), "now");
  assert.equal(await go("/now/1/", NO_NETWORK), "now");
  assert.equal(await go("/now/1/?just=2", NO_NETWORK), "now");
});

test("a page that does not ask for it, or went wrong, or has a question, is not kept", async () => {
  await go("/keys/", async () => aPage("keys", { keep: false }));
  await go("/now/1/?just=2", async () => aPage("just"));
  await go("/day/1/", async () => aPage("broken", { status: 500 }));
  assert.deepEqual(kept(), { "shell 1": ["/offline/"] });
  assert.equal(await go("/keys/", NO_NETWORK), "calm");
});

test("the network comes first, and what it brings is kept in place of the old", async () => {
  await go("/now/1/", async () => aPage("old"));
  assert.equal(await go("/now/1/", async () => aPage("new")), "new");
  assert.equal(await go("/now/1/", NO_NETWORK), "new");
});

test("a page that is not theirs any more goes", async () => {
  await go("/now/1/", async () => aPage("now"));
  await go("/now/1/", async () => aPage("not here", { status: 404, seat: null, keep: false }));
  assert.equal(await go("/now/1/", NO_NETWORK), "calm");
});

test("a proxy whose server is down shows the page as it was", async () => {
  await go("/now/1/", async () => aPage("now"));
  assert.equal(await go("/now/1/", async () => aPage("502", { status: 502 })), "now");
});

test("a line that takes too long shows the page as it was, and keeps what comes", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  await go("/now/1/", async () => aPage("old"));
  let arrive;
  const late = new Promise((resolve) => {
    arrive = resolve;
  });
  const asked = go("/now/1/", () => late);
  for (let turn = 0; turn < 20; turn += 1) await null;
  t.mock.timers.tick(2_500);
  for (let turn = 0; turn < 20; turn += 1) await null;
  arrive(aPage("new"));
  assert.equal(await asked, "old");
  assert.equal(await go("/now/1/", NO_NETWORK), "new");
});

test("with another person, what was kept for the one before goes; open pages stay", async () => {
  await go("/now/1/", async () => aPage("now"));
  await go("/help/", async () => aPage("help", { seat: null }));
  await go("/family/", async () => aPage("noor's", { seat: "noor", keep: false }));
  assert.deepEqual(kept(), { "shell 1": ["/offline/"], "pages nobody": ["/help/"] });
});

test("with nobody, pages and log go and what waits stays", async () => {
  const db = await store();
  await db.put("known", { seat: "kim", edit: "a", id: "a", child: "ada", when: 1, moment: {} });
  await db.put("sheets", { seat: "kim", child: "ada" });
  await db.put("about", { seat: "kim" });
  await db.add("outbox", { seat: "kim", moment: {} });
  await go("/now/1/", async () => aPage("now"));
  await go("/account/login/", async () => aPage("login", { seat: "nobody", keep: false }));
  const counts = ["known", "sheets", "about", "outbox"].map((name) => db.count(name));
  assert.deepEqual(await Promise.all(counts), [0, 0, 0, 1]);
  assert.equal(await go("/now/1/", NO_NETWORK), "calm");
});

test("the front door leads to Now", async () => {
  await go("/now/1/", async () => aPage("now"));
  globalThis.fetch = NO_NETWORK;
  const event = { request: new Request(`${HOME}/`), waitUntil: () => {} };
  const { redirect } = Response;
  Response.redirect = (url) => new Response(`to ${url}`);
  const answer = await page(event, HOUSE);
  Response.redirect = redirect;
  assert.equal(await answer.text(), "to /now/1/");
  await leave();
  assert.equal(await go("/", NO_NETWORK), "calm");
});

test("pages are fetched before anybody asks, not again while they are fresh", async () => {
  const asked = [];
  globalThis.fetch = async (path) => {
    asked.push(path);
    return aPage(path);
  };
  await keepPages(["/now/1/", "/day/1/"]);
  await keepPages(["/now/1/", "/day/1/", "/phone/"]);
  assert.deepEqual(asked, ["/now/1/", "/day/1/", "/phone/"]);
  globalThis.fetch = NO_NETWORK;
  await keepPages(["/bond/1/"]);
  assert.equal(kept()["pages kim"].length, 3);
});

test("a file is kept by its name, and an old page gets today's of the same name", async () => {
  const old = new Request(`${HOME}/static/built/look.aaaaaaaaaaaa.css`);
  const today = new Request(`${HOME}/static/built/look.bbbbbbbbbbbb.css`);
  globalThis.fetch = async () => new Response("today");
  await file(today);
  globalThis.fetch = NO_NETWORK;
  assert.equal(await (await file(today)).text(), "today");
  assert.equal(await (await file(old)).text(), "today");
  await assert.rejects(file(new Request(`${HOME}/static/built/other.aaaaaaaaaaaa.js`)));
});
