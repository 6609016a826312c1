// Reads a story aloud, paragraph by paragraph, and marks the one being read.
const button = document.querySelector("[data-speak]");
const speech = window.speechSynthesis;

if (button && !speech) {
  button.remove();
} else if (button) {
  const parts = ["h1", ".deck", ".text--story p, .text--story h2, .text--story h3, .text--story li, .text--story blockquote"]
    .flatMap((selector) => [...document.querySelectorAll(selector)])
    .filter((part) => part.textContent.trim() && !part.querySelector("p"));
  let reading = -1;

  const mark = (index) => {
    if (parts[reading]) parts[reading].classList.remove("speaking");
    reading = index;
    if (parts[index]) {
      parts[index].classList.add("speaking");
      parts[index].scrollIntoView({ block: "nearest" });
    }
    button.textContent = index < 0 ? "朗读" : "停止朗读";
  };

  const stop = () => {
    mark(-1);
    speech.cancel();
  };

  const read = (index) => {
    if (index >= parts.length) {
      stop();
      return;
    }
    const words = new SpeechSynthesisUtterance(parts[index].textContent);
    words.lang = document.documentElement.lang;
    // A cancelled utterance ends too: go on only if nobody has stopped or moved meanwhile.
    words.onend = () => reading === index && read(index + 1);
    words.onerror = () => reading === index && stop();
    mark(index);
    speech.speak(words);
  };

  button.addEventListener("click", () => (reading < 0 ? read(0) : stop()));
  addEventListener("pagehide", stop);
}
