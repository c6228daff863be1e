/** What age could do besides, and the journal never asks for: half of the bundle's weight. */

export const MLKEM768P256 = null;
export const MLKEM768X25519 = null;
export const p256 = null;
