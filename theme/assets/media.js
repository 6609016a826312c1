// Copies a kit's text, and its WeChat version as rich text; shows the latter at the width of the real column.
// Without this script everything can be downloaded.
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
  return answer;
};

// The page's policy forbids style attributes even in a document that is only parsed, so they wait under another name.
// In the words of the text a quotation mark is &quot;, so that only attributes are renamed.
const parsed = (html) => new DOMParser().parseFromString(html.replaceAll(' style="', ' data-style="'), "text/html").body;

// Older browsers, and every browser on plain http, copy in answer to an event.
const copyByEvent = (html, text) => {
  const put = (event) => {
    event.preventDefault();
    event.clipboardData.setData("text/html", html);
    event.clipboardData.setData("text/plain", text);
  };
  document.addEventListener("copy", put);
  const done = document.execCommand("copy");
  document.removeEventListener("copy", put);
  if (!done) throw new Error("not copied");
};

const copyText = async (url) => {
  const text = await (await fetched(url)).text();
  await navigator.clipboard.writeText(text);
};

const copyRich = async (url) => {
  const Item = window["ClipboardItem"];
  const article = fetched(url).then((answer) => answer.json());
  const text = article.then((found) => parsed(found.html).textContent);
  if (!Item || !navigator.clipboard) {
    copyByEvent((await article).html, await text);
    return;
  }
  // Promises inside the item: Safari allows no waiting between the press and the call.
  const html = article.then((found) => new Blob([found.html], { type: "text/html" }));
  const plain = text.then((words) => new Blob([words], { type: "text/plain" }));
  await navigator.clipboard.write([new Item({ "text/html": html, "text/plain": plain })]);
};

// A script may set the same styles one element at a time.
const dressed = (html) => {
  const part = document.createElement("div");
  part.className = "wechat__column";
  part.append(...parsed(html).childNodes);
  for (const element of part.querySelectorAll("[data-style]")) element.style.cssText = element.dataset.style;
  return part;
};

const line = (field) => {
  const row = document.createElement("p");
  const long = field.length > field.most;
  row.textContent = `${field.name}（${field.length}/${field.most}）${field.text}${long ? `　超过${field.most}字，请删短` : ""}`;
  if (long) row.className = "wechat__long";
  return row;
};

const show = async (url) => {
  const found = await (await fetched(url)).json();
  const dialog = document.createElement("dialog");
  dialog.className = "wechat";
  dialog.setAttribute("aria-label", "公众号版预览");
  const tools = document.createElement("form");
  tools.method = "dialog";
  tools.className = "wechat__tools";
  const close = document.createElement("button");
  close.className = "tool";
  close.textContent = "关闭";
  tools.append(close);
  const fields = document.createElement("div");
  fields.className = "wechat__fields";
  fields.append(...found.fields.map(line));
  dialog.append(tools, fields, dressed(found.html));
  if (!dialog.showModal) throw new Error("no dialogs");
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
};

const wire = (name, act, done) => {
  for (const button of document.querySelectorAll(`[data-${name}]`)) {
    button.addEventListener("click", async () => {
      try {
        await act(button.getAttribute(`data-${name}`));
        if (done) say(button, done);
      } catch (error) {
        // No clipboard on plain http, or it is not allowed, or there is no network.
        say(button, "没有成功，请下载");
      }
    });
  }
};

wire("copy-file", copyText, "已复制");
wire("copy-wechat", copyRich, "已复制");
wire("show-wechat", show, "");
