/** What the journal's screens share: one step of a page at a time, and what has to be said in it. */

/** Show one step. Who listens is brought to its beginning, but for the one that is there first. */
export function show(main, name) {
  const before = main.querySelector("[data-step]:not([hidden])");
  for (const step of main.querySelectorAll("[data-step]")) step.hidden = step.dataset.step !== name;
  const head = main.querySelector("[data-step]:not([hidden]) :is(h2, .voice)");
  if (!before || !head) return;
  head.tabIndex = -1;
  head.focus();
}

/** Say what is to be mended, and nothing else. */
export function mend(within, name) {
  for (const one of within.querySelectorAll("[data-mend]")) one.hidden = one.dataset.mend !== name;
}

/** Say "one moment" while something takes one; the phone paints it before it is busy. */
export async function meanwhile(form, work) {
  const busy = form.querySelector("[data-busy]");
  const buttons = [...form.querySelectorAll("button")];
  for (const button of buttons) button.disabled = true;
  if (busy) busy.hidden = false;
  await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
  try {
    return await work();
  } finally {
    for (const button of buttons) button.disabled = false;
    if (busy) busy.hidden = true;
  }
}

export const on = (main, name, act) =>
  main.querySelector(`[data-do="${name}"]`)?.addEventListener("click", act);

export function onSubmit(form, act) {
  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    act(form);
  });
}
