/**
 * The seal: the age format, whole and unchanged (age-encryption.org/v1), so that any age tool opens
 * what is sealed here. An identity seals what is written; the six words seal the identity.
 */

import { bech32 } from "@scure/base";
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";

/** 2 to the power of this: how hard each guess at the words is. Measured in docs/decisions/0012. */
export const WORK = 16;

const PKCS8 = [0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x6e, 4, 0x22, 4, 0x20];

// Without TLS a browser has no crypto.subtle. age then does its own arithmetic, if told like this.
if (!crypto.subtle) {
  const importKey = () => {
    throw new DOMException("There is no TLS here.", "NotSupportedError");
  };
  Object.defineProperty(crypto, "subtle", { value: { importKey } });
}

/** Return a new identity, as the text that age knows: AGE-SECRET-KEY-1... */
export const newIdentity = () => generateX25519Identity();

/** Return what this phone keeps of an identity: its public half, and the key that opens. */
export async function keptOf(identity) {
  return { recipient: await identityToRecipient(identity), key: await locked(identity) };
}

/**
 * Return the key as the browser keeps it for us: it can be used here, but no script can read it out.
 * Browsers that do not know such keys keep the text.
 */
async function locked(identity) {
  const { bytes } = bech32.decodeToBytes(identity);
  const pkcs8 = Uint8Array.from([...PKCS8, ...bytes]);
  try {
    return await crypto.subtle.importKey("pkcs8", pkcs8, { name: "X25519" }, false, ["deriveBits"]);
  } catch (error) {
    if (error.name === "NotSupportedError") return identity;
    throw error;
  }
}

/** Seal bytes or a text. The public half suffices for it. */
export function seal(recipient, content) {
  const age = new Encrypter();
  age.addRecipient(recipient);
  return age.encrypt(content);
}

/** Open what was sealed, to bytes. */
export function open(key, sealed) {
  const age = new Decrypter();
  age.addIdentity(key);
  return age.decrypt(sealed);
}

/** Seal an identity with the words. What comes back may be kept anywhere. */
export function wrap(identity, words, work = WORK) {
  const age = new Encrypter();
  age.setPassphrase(words);
  age.setScryptWorkFactor(work);
  return age.encrypt(`${identity}\n`);
}

/** Return the identity that the words open; null where they are not its words. */
export async function unwrap(wrapped, words) {
  const age = new Decrypter();
  age.addPassphrase(words);
  try {
    return (await age.decrypt(wrapped, "text")).trim();
  } catch (error) {
    if (/no identity matched/.test(error.message)) return null;
    throw error;
  }
}
