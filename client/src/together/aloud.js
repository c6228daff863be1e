/** Read a letter aloud, where the phone has a voice. Without one the button stays hidden. */

/** Bring a button to life that reads what it names, and stops when it is pressed again. */
export function readAloud(button, text, { speechSynthesis, SpeechSynthesisUtterance, language }) {
  const read = button.textContent;
  const rest = () => {
    button.textContent = read;
  };
  button.hidden = false;
  button.addEventListener("click", () => {
    const speaking = speechSynthesis.speaking;
    speechSynthesis.cancel();
    if (speaking) return rest();
    const said = new SpeechSynthesisUtterance(text());
    said.lang = language;
    said.addEventListener("end", rest);
    button.textContent = button.dataset.stop;
    speechSynthesis.speak(said);
  });
}

const button = globalThis.document?.querySelector("[data-aloud]");
if (button && globalThis.speechSynthesis) {
  const letter = document.getElementById(button.dataset.aloud);
  const { speechSynthesis, SpeechSynthesisUtterance } = globalThis;
  const language = document.documentElement.lang;
  readAloud(button, () => letter.textContent, {
    speechSynthesis,
    SpeechSynthesisUtterance,
    language,
  });
  addEventListener("pagehide", () => speechSynthesis.cancel());
}
