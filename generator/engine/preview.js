// Asks for news and loads the page again when there is a new edition; the place in the page is kept.
(function () {
  const script = document.currentScript;
  const edition = Number(script.dataset.edition);
  const key = "zoujin-preview-scroll";
  const kept = sessionStorage.getItem(key);
  if (kept !== null) {
    sessionStorage.removeItem(key);
    window.scrollTo(0, Number(kept));
  }
  async function ask() {
    try {
      const answer = await fetch(`${script.dataset.news}?edition=${edition}`);
      if ((await answer.json()).edition !== edition) {
        sessionStorage.setItem(key, String(window.scrollY));
        location.reload();
        return;
      }
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 1000)); // the server is starting again
    }
    ask();
  }
  ask();
})();
