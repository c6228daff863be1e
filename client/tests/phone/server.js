/** A server for tests, in a few lines: it keeps what comes, once, and can be told to misbehave. */

/** Stand in for `fetch`. `answers` are used up first: a status, or a function that may throw. */
export function aServer({ seat = "kim", children = [], skew = 0 } = {}) {
  const server = { rows: [], asked: [], answers: [], skew };
  const headers = (more) =>
    new Headers({ Date: new Date(Date.now() + server.skew).toUTCString(), ...more });
  const json = (body, status = 200, more = {}) =>
    new Response(JSON.stringify(body), { status, headers: headers(more) });

  function since(number) {
    const moments = server.rows.filter(({ seq }) => seq > number);
    return { seq: moments.at(-1)?.seq ?? number, more: false, moments };
  }

  function keep(moment) {
    if (server.rows.some(({ edit }) => edit === moment.edit)) return;
    for (const row of server.rows) if (moment.replaces.includes(row.edit)) row.newest = false;
    const seq = server.rows.length + 1;
    server.rows.push({ ...moment, seq, newest: true, others: [], crossed: false });
  }

  server.fetch = async (path, { method, body, headers: sent }) => {
    const [pathname, query] = path.split("?");
    server.asked.push({ method, path: pathname, token: sent["X-CSRFToken"] });
    const special = server.answers.shift();
    if (typeof special === "function") return special(json);
    if (special) return json({ message: "no" }, special);
    if (pathname === "/api/phone") {
      const moments = server.rows.filter(({ newest }) => newest);
      return json({ seat, seq: server.rows.length, csrf: "token", children, moments });
    }
    if (method === "GET") return json(since(Number(new URLSearchParams(query).get("since"))));
    const { moments, since: known } = JSON.parse(body);
    const bad = moments.filter(({ word }) => word === "wail");
    for (const moment of moments) if (!bad.includes(moment)) keep(moment);
    const kept = moments.filter((moment) => !bad.includes(moment)).map(({ edit }) => edit);
    const refused = Object.fromEntries(bad.map(({ edit }) => [edit, "'wail' is no word."]));
    return json({ kept, refused, ...since(known) });
  };
  globalThis.fetch = server.fetch;
  return server;
}
