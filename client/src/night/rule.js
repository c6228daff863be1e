/**
 * When it is night here: from eight in the evening until six, by the clock on this phone. A rule of
 * thumb and no astronomy: where the sun sets Holdfast does not know, and does not ask for a place.
 */

export const EVENING = 20;
export const MORNING = 6;

/** Whether an hour of the day is one of the night. */
export function isNightly(hour) {
  return hour >= EVENING || hour < MORNING;
}

/**
 * Return the light of the page, null where the phone has it, and whether it is to be a night's.
 *
 * `chosen` is what somebody chose on this phone: day, night, phone, or nothing, which is the clock.
 */
export function lightOf(chosen, hour, isDark) {
  if (chosen === "day") return { light: "day", night: false };
  if (chosen === "night") return { light: "night", night: true };
  if (chosen === "phone") return { light: null, night: isDark && isNightly(hour) };
  return isNightly(hour) ? { light: "night", night: true } : { light: null, night: false };
}
