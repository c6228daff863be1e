/** What pages load: kept by its name, which holds a hash of what is in it. */

const HASHED = /\.[0-9a-f]{12}(\.\w+)$/;
const FILES = "files";
const MOST = 60; // of several versions; the oldest go

/** Answer for a file: as it is kept, else from the network, else as today's version has it. */
export async function file(request) {
  const hashed = HASHED.test(new URL(request.url).pathname);
  const kept = hashed && (await caches.match(request));
  if (kept) return kept;
  try {
    const answer = await fetch(request);
    if (answer.ok) await keep(request, answer.clone());
    return answer;
  } catch (error) {
    const other = (await caches.match(request)) ?? (await namesake(request));
    if (other) return other;
    throw error;
  }
}

/** A page of an older version asks for files that are gone: today's of the same name will do. */
async function namesake(request) {
  const name = nameOf(request);
  for (const cache of await Promise.all((await caches.keys()).map((key) => caches.open(key)))) {
    const found = (await cache.keys()).findLast((other) => nameOf(other) === name);
    if (found) return cache.match(found);
  }
  return undefined;
}

function nameOf({ url }) {
  return new URL(url).pathname.replace(HASHED, "$1");
}

async function keep(request, answer) {
  const cache = await caches.open(FILES);
  await cache.put(request, answer);
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, -MOST).map((old) => cache.delete(old)));
}
