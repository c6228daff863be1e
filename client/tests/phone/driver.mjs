/**
 * A phone without a screen, for the crash tests: the real log and outbox, told what to do by lines
 * of JSON. Where it is given an address it asks there; else it asks whoever drives it, who can then
 * lose, double and delay.
 *
 *     node driver.mjs [address cookies]
 */

import "fake-indexeddb/auto";
import { createInterface } from "node:readline";
import { IDBFactory } from "fake-indexeddb";
import { deliver } from "../../src/phone/deliver.js";
import { sitAs, whoIsHere } from "../../src/phone/here.js";
import * as log from "../../src/phone/log.js";
import { takeToken } from "../../src/phone/server.js";
import { close } from "../../src/phone/store.js";
import { setOffset } from "../../src/phone/time.js";

const [address, cookies] = process.argv.slice(2);
const { fetch: ask, Date: RightDate } = globalThis;
const open = new Map();
let skew = 0;
let asked = 0;

globalThis.Date = class extends RightDate {
  constructor(...given) {
    super(...(given.length > 0 ? given : [RightDate.now() + skew]));
  }

  static now() {
    return RightDate.now() + skew;
  }
};

globalThis.fetch = (path, options) => (address ? throughTheNet : throughTheDriver)(path, options);

function throughTheNet(path, options) {
  return ask(address + path, { ...options, headers: { ...options.headers, Cookie: cookies } });
}

function throughTheDriver(path, { method, headers, body }) {
  asked += 1;
  write({ ask: asked, method, path, headers, body });
  const { promise, resolve, reject } = Promise.withResolvers();
  open.set(asked, ({ status, headers: got, body: text, lost }) => {
    if (lost) reject(new TypeError("no network"));
    else resolve(new Response([204, 304].includes(status) ? null : text, { status, headers: got }));
  });
  return promise;
}

const DOES = {
  ...log,
  sit: (seat, family) => sitAs(seat, family),
  deliver: () => deliver(whoIsHere()),
  clock: (ms) => {
    skew = ms;
  },
  async reset() {
    await close();
    globalThis.indexedDB = new IDBFactory();
    setOffset(0);
    takeToken(undefined);
    skew = 0;
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const { answer, does, given, number } = JSON.parse(line);
  if (answer) open.get(answer)(JSON.parse(line));
  else act(number, does, given);
}

async function act(number, does, given) {
  try {
    write({ number, result: (await DOES[does](...given)) ?? null });
  } catch (error) {
    write({ number, error: `${error.name}: ${error.message}` });
  }
}

function write(value) {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
