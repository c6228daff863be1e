/** This phone: what waits, and what the server would not take, each to be mended or thrown away. */

import { language } from "../language.js";
import "../together/notices.js";
import { whoIsHere } from "./here.js";
import { mend, onChange, refused, throwAway, waiting } from "./log.js";
import { store } from "./store.js";

const { document } = globalThis;
if (document?.getElementById("waiting") && whoIsHere() && globalThis.indexedDB) open();

function open() {
  for (const one of document.querySelectorAll("[data-without-script]")) one.hidden = true;
  const told = JSON.parse(document.getElementById("told-words").innerHTML);
  onChange(() => draw(told));
  draw(told);
}

async function draw(told) {
  const [waits, held, about] = await Promise.all([waiting(), refused(), heardLast()]);
  byId("waiting").replaceChildren(...waits.map((moment) => row(moment, told)));
  byId("none-waits").hidden = waits.length + held.length > 0;
  byId("signed-out").hidden = about.status !== 401;
  byId("heard").hidden = !about.heard;
  byId("never-heard").hidden = Boolean(about.heard);
  if (about.heard) byId("heard").querySelector("time").textContent = when(about.heard);
  drawRefused(held, told);
}

/** A form that somebody is filling in stays as it is, whatever happens beside it. */
function drawRefused(held, told) {
  const shown = new Map([...byId("refused").children].map((one) => [one.dataset.id, one]));
  const still = held.map((moment) => shown.get(moment.id) ?? mendable(moment, told));
  for (const [id, one] of shown) if (!held.some((moment) => moment.id === id)) one.remove();
  for (const one of still) if (!one.isConnected) byId("refused").append(one);
  byId("not-taken").hidden = held.length === 0;
}

function row(moment, told) {
  const one = clone("a-moment");
  one.querySelector(".told").textContent = say(moment, told);
  one.querySelector("time").textContent = when(Date.parse(moment.at));
  return one;
}

function mendable(moment, told) {
  const one = clone("a-refused");
  one.dataset.id = moment.id;
  one.querySelector(".told").textContent = `${say(moment, told)} · ${when(Date.parse(moment.at))}`;
  one.querySelector(".why").textContent = moment.why;
  fillIn(one.querySelector(".mends"), moment, told);
  one.querySelector(".mends").addEventListener("submit", (event) => {
    event.preventDefault();
    mend({ id: moment.id, ...readOut(event.target, moment) });
  });
  one.querySelector(".throws").addEventListener("submit", (event) => {
    event.preventDefault();
    throwAway(moment.id);
  });
  return one;
}

function fillIn(form, moment, told) {
  const { child, word, at, until, text } = form.elements;
  const words = Object.keys(told).filter((key) => key.startsWith(`${moment.kind}/`));
  word.append(...words.map((key) => new Option(told[key], key.slice(moment.kind.length + 1))));
  form.querySelector(".word").hidden = words.length === 0;
  form.querySelector(".until").hidden = !moment.until;
  child.value = moment.child;
  word.value = moment.word;
  at.value = local(moment.at);
  until.value = moment.until ? local(moment.until) : "";
  text.value = moment.text ?? "";
}

/** Return what was changed; a time that was left alone keeps its seconds. */
function readOut(form, moment) {
  const fields = Object.fromEntries(new FormData(form));
  const time = (key) =>
    fields[key] === local(moment[key]) ? moment[key] : new Date(fields[key]).toISOString();
  const times = { at: time("at"), ...(fields.until ? { until: time("until") } : {}) };
  return { child: fields.child, word: fields.word ?? "", text: fields.text.trim(), ...times };
}

function say({ kind, word, text }, told) {
  return [told[`${kind}/${word}`], text].filter(Boolean).join(": ") || word;
}

function when(ms) {
  const style = { weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  return new Intl.DateTimeFormat(language(), style).format(ms);
}

/** Return an instant as a field for date and time has it, in this phone's zone. */
function local(at) {
  const time = new Date(at ?? Number.NaN);
  if (Number.isNaN(time.getTime())) return "";
  return new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

async function heardLast() {
  return (await (await store()).get("about", whoIsHere().seat)) ?? {};
}

function clone(id) {
  return byId(id).content.firstElementChild.cloneNode(true);
}

function byId(id) {
  return document.getElementById(id);
}
