/** What is asked of the server, and how. It is given sealed bytes and names, and nothing else. */

const csrf = () => /(?:^|; )csrftoken=([^;]*)/.exec(globalThis.document?.cookie ?? "")?.[1] ?? "";

/** Return the calls for one seat's journal. Each rejects where there is no connection. */
export function serverFor(seat, ask = (...args) => fetch(...args)) {
  const home = `/api/journal/${seat}`;

  async function call(method, path, body, headers = {}) {
    const sends = { "Content-Type": "application/json", "X-CSRFToken": csrf() };
    const reply = await ask(`${home}${path}`, {
      method,
      redirect: "error", // a hotel's login page is no answer
      headers: body ? { ...sends, ...headers } : headers,
      body: body && JSON.stringify(body),
    });
    const isJson = /json/.test(reply.headers.get("Content-Type") ?? "");
    return { status: reply.status, body: isJson ? await reply.json() : {} };
  }

  return {
    changes: (since, etag) => call("GET", `?since=${since}`, null, { "If-None-Match": etag }),
    begin: ({ id, wrapped }) => call("POST", "/key", { id, wrapped: toText(wrapped) }),
    stage: ({ id, wrapped }) => call("POST", "/next", { id, wrapped: toText(wrapped) }),
    finish: (id) => call("POST", "/next/finish", { id }),
    send: (under, records) =>
      call("POST", "/records", {
        under,
        records: records.map(({ id, sealed }) => ({ id, sealed: toText(sealed) })),
      }),
    fetchOne: (id) => call("GET", `/records/${id}`),
    erase: (ids) => call("POST", "/erase", { ids }),
    end: () => call("POST", "/end", {}),
    phones: () => call("GET", "/phones"),
    thisPhone: (id, name) => call("POST", "/phones", { id, name }),
    endPhone: (id) => call("POST", "/phones/end", { id }),
    share: (shared) => call("POST", "/shared", shared),
    unshare: (entry) => call("POST", "/shared/end", { entry }),
    shared: () => call("GET", "/shared"),
  };
}

const PIECE = 0x8000; // as many arguments as any browser takes

export function toText(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += PIECE) {
    text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  }
  return btoa(text);
}

export const toBytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
