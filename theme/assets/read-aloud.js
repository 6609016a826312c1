// Reads a story aloud, sentence by sentence (long utterances are cut off by some browsers), and marks the paragraph.
const button = document.querySelector("[data-speak]");
const speech = window.speechSynthesis;

if (button && !speech) {
  button.remove();
} else if (button) {
  const parts = ["h1, .story__head .deck", ".text--story p, .text--story h2, .text--story h3, .text--story li"]
    .flatMap((selector) => [...document.querySelectorAll(selector)])
    .filter((part) => !part.querySelector("p") && !part.closest(".inset, .video"));
  // Numbers of footnotes, and the way back from them, are no part of a sentence.
  const spoken = (part) => {
    const copy = part.cloneNode(true);
    for (const mark of copy.querySelectorAll("sup, .footnote-back")) mark.remove();
    return copy.textContent;
  };
  const lines = parts.flatMap((part) =>
    (spoken(part).match(/[^。！？；]+[。！？；]*[”’」』）]*/g) || []).map((words) => ({ part, words })),
  );
  let reading = -1;

  const mark = (index) => {
    if (lines[reading]) lines[reading].part.classList.remove("speaking");
    reading = index;
    if (lines[index]) {
      lines[index].part.classList.add("speaking");
      lines[index].part.scrollIntoView({ block: "nearest" });
    }
    button.textContent = index < 0 ? "朗读" : "停止";
  };

  const stop = () => {
    mark(-1);
    speech.cancel();
  };

  const read = (index) => {
    if (index >= lines.length) {
      stop();
      return;
    }
    const words = new SpeechSynthesisUtterance(lines[index].words);
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
