/** The server's side of the journal, as short as can be: what phones meet in these tests. */

import { toBytes, toText } from "../../src/journal/server.js";

const SMALL = 65_536;

export function aServer() {
  const keys = new Map(); // id → {wrapped, records: Map(id → {seq, sealed})}
  const state = { seq: 0, current: null, next: null, online: true, seat: null, large: SMALL };
  const ok = (body) => ({ status: 200, body });
  const recordsOf = (under) => keys.get(under).records;

  function add(under, { id, sealed }) {
    const records = recordsOf(under);
    if (!records.has(id)) records.set(id, { seq: ++state.seq, sealed: toBytes(sealed) });
  }

  function changes(since, etag) {
    if (etag === `"${state.current}-${state.seq}"` && since === state.seq) return { status: 304 };
    if (!state.current)
      return ok({ seq: state.seq, head: null, more: false, key: null, records: [] });
    const all = [...recordsOf(state.current)].map(([id, one]) => ({ id, ...one }));
    const records = all.filter((one) => one.seq > since).sort((a, b) => a.seq - b.seq);
    return ok({
      seq: state.seq,
      head: all.find((one) => one.seq === since)?.id ?? null,
      more: records.length > 3,
      key: { id: state.current, wrapped: toText(keys.get(state.current).wrapped) },
      records: records.slice(0, 3).map(({ id, seq, sealed }) => ({
        id,
        seq,
        size: sealed?.length ?? 0,
        gone: sealed === null,
        sealed: sealed && sealed.length < state.large ? toText(sealed) : null,
      })),
    });
  }

  const calls = {
    changes,
    begin({ id, wrapped }) {
      if (state.current && state.current !== id) return { status: 422, body: {} };
      if (!keys.has(id)) keys.set(id, { wrapped, records: new Map() });
      state.current = id;
      return ok({});
    },
    stage({ id, wrapped }) {
      if (state.next) keys.delete(state.next);
      keys.set(id, { wrapped, records: new Map() });
      state.next = id;
      return ok({});
    },
    send(under, records) {
      if (!keys.has(under)) return { status: 404, body: {} };
      for (const { id, sealed } of records) add(under, { id, sealed: toText(sealed) });
      return ok({ kept: records.map(({ id }) => id), refused: {}, seq: state.seq });
    },
    finish(id) {
      if (state.current === id) return ok({ missing: [] });
      const there = [...recordsOf(state.current)].filter(([, { sealed }]) => sealed !== null);
      const missing = there.map(([one]) => one).filter((one) => !recordsOf(id).has(one));
      if (missing.length === 0) {
        keys.delete(state.current);
        state.current = id;
        state.next = null;
      }
      return ok({ missing });
    },
    fetchOne: (id) => ok({ sealed: toText(recordsOf(state.current).get(id).sealed) }),
    erase(ids) {
      const records = recordsOf(state.current);
      for (const id of ids) records.set(id, { seq: ++state.seq, sealed: null });
      return ok({ erased: ids });
    },
    end() {
      keys.clear();
      Object.assign(state, { current: null, next: null, seq: state.seq + 1 });
      return ok({});
    },
    phones: () => ok({ phones: [] }),
    thisPhone: () => ok({}),
  };

  /** What a phone of somebody who is signed in as `seat` calls; null where somebody else is. */
  function asked(seat) {
    const through = ([name]) => [
      name,
      async (...args) => {
        if (!state.online) throw new TypeError("Failed to fetch");
        if (state.seat !== null && state.seat !== seat) return { status: 404, body: {} };
        return calls[name](...args);
      },
    ];
    return Object.fromEntries(Object.entries(calls).map(through));
  }

  /** Every byte that lies there, as one text. */
  const all = () =>
    [...keys.values()]
      .flatMap(({ wrapped, records }) => [wrapped, ...[...records.values()].map((r) => r.sealed)])
      .filter(Boolean)
      .map((bytes) => new TextDecoder("latin1").decode(bytes))
      .join("\n");

  const snapshot = () => structuredClone({ keys, state });
  function putBack(copy) {
    keys.clear();
    for (const [id, key] of structuredClone(copy.keys)) keys.set(id, key);
    Object.assign(state, { ...copy.state, online: true });
  }
  return { asked, calls, state, all, keys, snapshot, putBack };
}
