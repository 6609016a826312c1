// Copies a kit's text, and its WeChat version as rich text. Both can be opened and copied by hand without this script.
const say = (button, words) => {
  const before = button.textContent;
  button.textContent = words;
  setTimeout(() => {
    button.textContent = before;
  }, 3000);
};

const fetched = async (url) => {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.text();
};

const article = async (url) => {
  const page = new DOMParser().parseFromString(await fetched(url), "text/html");
  return page.querySelector("[data-article]");
};

const asBlob = (type, text) => new Blob([text], { type });

// Promises inside the item: Safari allows no waiting between the press and the call.
const copyText = (button) => {
  const text = fetched(button.dataset.copyFile).then((words) => asBlob("text/plain", words));
  return navigator.clipboard.write([new ClipboardItem({ "text/plain": text })]);
};

const copyRich = (button) => {
  const part = article(button.dataset.copyWechat);
  return navigator.clipboard.write([
    new ClipboardItem({
      "text/html": part.then((found) => asBlob("text/html", found.innerHTML)),
      "text/plain": part.then((found) => asBlob("text/plain", found.textContent)),
    }),
  ]);
};

const wire = (selector, copy, open) => {
  for (const button of document.querySelectorAll(selector)) {
    button.addEventListener("click", async () => {
      try {
        await copy(button);
        say(button, "已复制");
      } catch (error) {
        // The clipboard is not there on plain http, or not allowed: the file itself can be copied from.
        location.href = open(button);
      }
    });
  }
};

wire("[data-copy-file]", copyText, (button) => button.dataset.copyFile);
wire("[data-copy-wechat]", copyRich, (button) => button.dataset.copyWechat);
