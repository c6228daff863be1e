/** Ask our server, by name of method and path. Whatever is no answer of its own throws, or waits. */

const PATIENCE = 20_000;
let handed; // the token that the server gave where no cookie can be read

/** There was no answer of our server's. */
export class NoAnswer extends Error {}

/** Take over the token that came with what the phone was told about its family. */
export function takeToken(token) {
  handed = token;
}

/**
 * Ask. Returns {status, body, etag, sent, back, server}: the phone's time around the server's.
 *
 * Throws NoAnswer where there is no network, where it takes too long, and where somebody answers
 * in our server's name: a redirect, or a page where JSON should be.
 */
export async function ask(method, path, { json, etag } = {}) {
  try {
    return await asked(method, path, { json, etag });
  } catch (error) {
    throw new NoAnswer(`${method} ${path}`, { cause: error });
  }
}

async function asked(method, path, { json, etag }) {
  const sent = Date.now();
  const answer = await fetch(path, {
    method,
    body: json && JSON.stringify(json),
    headers: {
      Accept: "application/json",
      ...(json && { "Content-Type": "application/json", "X-CSRFToken": token() }),
      ...(etag && { "If-None-Match": etag }),
    },
    cache: "no-store",
    credentials: "same-origin",
    redirect: "error",
    signal: AbortSignal.timeout(PATIENCE),
  });
  const body = answer.status === 304 ? null : await answer.json();
  const server = Date.parse(answer.headers.get("Date"));
  const tag = answer.headers.get("ETag");
  return { status: answer.status, body, etag: tag, sent, back: Date.now(), server };
}

/** Return the token against forgery: a cookie that outlives the page, however old the page is. */
function token() {
  const cookies = globalThis.document?.cookie ?? "";
  return /(?:^|; )csrftoken=([^;]+)/.exec(cookies)?.[1] ?? handed ?? "";
}
