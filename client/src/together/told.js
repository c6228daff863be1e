/**
 * In the worker: a push says that there is something new, and nothing else. So does the notice.
 *
 * A browser wants one shown for each push. They take each other's place: one is enough.
 */

const TAG = "new";

/** Show the notice; `words` are the page's, in the person's language. */
export function show(registration, words) {
  const { title, body, icon, badge } = words;
  return registration.showNotification(title, { body, icon, badge, tag: TAG });
}

/** Go to a page of ours that is open, else open one. */
export async function open(clients, address) {
  const [page] = await clients.matchAll({ type: "window", includeUncontrolled: true });
  return page ? page.focus() : clients.openWindow(address);
}

/** Listen, in a worker. */
export function tellOfNotices(worker, house) {
  worker.addEventListener("push", (event) => {
    event.waitUntil(show(worker.registration, house.notice));
  });
  worker.addEventListener("notificationclick", (event) => {
    event.notification.close();
    event.waitUntil(open(worker.clients, house.front));
  });
}
