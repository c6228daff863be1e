/**
 * Who holds this phone: the seat that the page was made for. Nothing of another seat is read, shown
 * or sent, whoever else has signed in on this phone.
 */

let here = null;

/** Return {seat, family}, or null on a page of nobody. */
export function whoIsHere() {
  const { seat, family } = globalThis.document?.body?.dataset ?? {};
  return here ?? (seat ? { seat, family } : null);
}

/** Say who it is where there is no page: in the service worker, and in tests. */
export function sitAs(seat, family) {
  here = seat ? { seat, family } : null;
}
