/**
 * A photo, drawn anew and smaller, before it is kept anywhere: what a camera writes into a file
 * beside the picture (where it was, which phone) does not leave the phone.
 */

const LONGEST = 1280; // pixels: enough for a page and a print of a hand's size
const QUALITY = 0.82;
const UNDER = "#ffffff"; // under what a picture leaves clear: JPEG would make it black

/** Return the picture as a JPEG. Rejects where the phone cannot read the file as one. */
export async function shrink(file, { longest = LONGEST } = {}) {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  const canvas = document.createElement("canvas");
  Object.assign(canvas, fitted(picture, longest));
  const pen = canvas.getContext("2d");
  pen.fillStyle = UNDER;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.imageSmoothingQuality = "high";
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((resolve, reject) => {
    const done = (blob) => (blob ? resolve(blob) : reject(new Error("no JPEG came of it")));
    canvas.toBlob(done, "image/jpeg", QUALITY);
  });
}

/** Return width and height with the longer side no longer than `longest`; nothing grows. */
export function fitted({ width, height }, longest) {
  const scale = Math.min(1, longest / Math.max(width, height));
  const side = (length) => Math.max(1, Math.round(length * scale));
  return { width: side(width), height: side(height) };
}
