import assert from "node:assert/strict";
import { test } from "node:test";
import { readAloud } from "../../src/together/aloud.js";
import { ability, hashOf } from "../../src/together/notices.js";
import { tellOfNotices } from "../../src/together/told.js";

const HOUSE = { front: "/", notice: { title: "Holdfast", body: "Something is new.", icon: "/i" } };

function aWorker(pages = []) {
  const heard = {};
  const shown = [];
  return {
    shown,
    addEventListener: (name, listener) => {
      heard[name] = listener;
    },
    registration: { showNotification: async (title, options) => shown.push([title, options]) },
    clients: {
      matchAll: async () => pages,
      openWindow: async (address) => shown.push(["opened", address]),
    },
    async hears(name, event = {}) {
      let done;
      heard[name]({ ...event, waitUntil: (promise) => (done = promise) });
      await done;
    },
  };
}

test("a push shows the house's own words and nothing of what came", async () => {
  const worker = aWorker();
  tellOfNotices(worker, HOUSE);
  await worker.hears("push", { data: { text: () => "Ada cried" } });
  const { title, body, icon } = HOUSE.notice;
  assert.deepEqual(worker.shown, [[title, { body, icon, badge: undefined, tag: "new" }]]);
});

test("a touch closes it and goes to the page that is open, else opens one", async () => {
  let closed = 0;
  const notification = { close: () => closed++ };
  const focused = [];
  const there = aWorker([{ focus: async () => focused.push("page") }]);
  tellOfNotices(there, HOUSE);
  await there.hears("notificationclick", { notification });
  assert.deepEqual([focused, there.shown], [["page"], []]);
  const away = aWorker();
  tellOfNotices(away, HOUSE);
  await away.hears("notificationclick", { notification });
  assert.deepEqual([away.shown, closed], [[["opened", "/"]], 2]);
});

test("what a browser can do is told by what it has", () => {
  const has = { Notification: { permission: "default" }, PushManager: {}, serviceWorker: {} };
  assert.equal(ability(has), "can");
  assert.equal(ability({ ...has, Notification: { permission: "denied" } }), "denied");
  for (const lacks of Object.keys(has)) {
    assert.equal(ability({ ...has, [lacks]: undefined }), "cannot");
  }
});

test("an address has the hash that the server knows it by", async () => {
  const abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  assert.equal(await hashOf("abc"), abc); // FIPS 180-2, B.1
});

function aVoice() {
  const said = [];
  return {
    said,
    language: "en",
    SpeechSynthesisUtterance: class extends EventTarget {
      constructor(text) {
        super();
        this.text = text;
      }
    },
    speechSynthesis: {
      speaking: false,
      speak(one) {
        this.speaking = true;
        said.push(one);
      },
      cancel() {
        this.speaking = false;
      },
    },
  };
}

test("the button reads the letter, and pressed again it stops", () => {
  const button = Object.assign(new EventTarget(), {
    hidden: true,
    textContent: "Read it aloud",
    dataset: { stop: "Stop reading" },
  });
  const voice = aVoice();
  readAloud(button, () => "She slept.", voice);
  assert.equal(button.hidden, false);
  button.dispatchEvent(new Event("click"));
  assert.deepEqual([voice.said[0].text, voice.said[0].lang], ["She slept.", "en"]);
  assert.equal(button.textContent, "Stop reading");
  button.dispatchEvent(new Event("click"));
  assert.deepEqual([voice.said.length, button.textContent], [1, "Read it aloud"]);
  button.dispatchEvent(new Event("click"));
  voice.said[1].dispatchEvent(new Event("end"));
  assert.equal(button.textContent, "Read it aloud");
});
