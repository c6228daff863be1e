/**
 * A photo that is chosen for a form: drawn anew and smaller before it is sent, and shown. Where
 * the phone cannot do that, the file goes as it is, and the server keeps of it the picture alone.
 */

import { shrink } from "../photo.js";

addEventListener("change", ({ target }) => {
  if (target.matches?.("input[type=file][data-photo]")) choose(target);
});

async function choose(field) {
  const [file] = field.files;
  const shown = document.getElementById(field.dataset.photo);
  const keep = field.form.querySelector("button.go");
  URL.revokeObjectURL(shown.src);
  shown.hidden = true;
  if (!file) return;
  keep.disabled = true;
  try {
    const photo = new File([await shrink(file)], "photo.jpg", { type: "image/jpeg" });
    field.files = listed(photo);
    shown.src = URL.createObjectURL(photo);
    shown.hidden = false;
  } catch {
    // what is no picture to this phone the server names
  }
  keep.disabled = false;
}

/** Return a list of files as a field takes it. */
function listed(file) {
  const list = new DataTransfer();
  list.items.add(file);
  return list.files;
}
