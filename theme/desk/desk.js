// The desk works without this: it keeps what is being written, tells of news, and sends nothing twice.
const { base, number } = document.body.dataset;
const form = document.getElementById("form");

if (form) {
  let timer = 0;
  const keep = () => {
    const body = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string"));
    fetch(`${base}draft`, { method: "POST", body, keepalive: true }).catch(() => {});
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(keep, 800);
  });
}

for (const each of document.querySelectorAll('form[method="post"]')) {
  each.addEventListener("submit", () => {
    setTimeout(() => {
      for (const button of each.querySelectorAll("button")) button.disabled = true;
    });
  });
}

// Coming back with the browser's button shows the page as it was left.
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});

const fresh = document.getElementById("fresh");
const ask = async () => {
  try {
    const news = await (await fetch(`${base}news`)).json();
    fresh.hidden = String(news.number) === number;
  } catch (error) {
    // The desk was closed: the page stays readable.
  }
};
setInterval(() => {
  if (!document.hidden) ask();
}, 5000);
