/** One at a time, in all tabs where the browser can, else in this one. A second waits its turn. */

const queued = new Map();
let turns = Promise.resolve();

/** Do the work alone; who asks while it waits for its turn gets the same answer. */
export function alone(name, work) {
  if (!queued.has(name)) queued.set(name, inTurn(name, begun(name, work)));
  return queued.get(name);
}

function begun(name, work) {
  return () => {
    queued.delete(name);
    return work();
  };
}

function inTurn(name, work) {
  if (globalThis.navigator?.locks) return navigator.locks.request(name, work);
  const turn = turns.then(work);
  turns = turn.catch(() => {});
  return turn;
}
