/** A phone for tests: a database that is empty, and Kim who holds it. */

import { IDBFactory } from "fake-indexeddb";
import { sitAs } from "../../src/phone/here.js";
import { close } from "../../src/phone/store.js";
import { setOffset } from "../../src/phone/time.js";

/** Begin with nothing on the phone. */
export async function emptied() {
  await close();
  globalThis.indexedDB = new IDBFactory();
  setOffset(0);
  sitAs("kim", "home");
}
