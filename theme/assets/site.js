// Switches for large print and colour scheme, print and copy buttons. The page is whole without them.
const root = document.documentElement;

const remember = (key, value) => {
  try {
    localStorage.setItem(key, value);
  } catch (error) {
    // Storage may be forbidden: the choice then lasts for this page.
  }
};

const darkNow = () => {
  const chosen = root.getAttribute("data-scheme");
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
};

const switches = {
  text: {
    isOn: () => root.getAttribute("data-text") === "elder",
    set(on) {
      const value = on ? "elder" : "standard";
      root.setAttribute("data-text", value);
      remember("zoujin-text", value);
    },
    words: ["大字版", "标准版"],
  },
  scheme: {
    isOn: darkNow,
    set(on) {
      const value = on ? "dark" : "light";
      root.setAttribute("data-scheme", value);
      remember("zoujin-scheme", value);
    },
    words: ["深色", "浅色"],
  },
};

for (const button of document.querySelectorAll("[data-switch]")) {
  const kind = switches[button.dataset.switch];
  // The label names what a press does, so that no state has to be guessed from its look.
  const show = () => {
    button.textContent = kind.words[kind.isOn() ? 1 : 0];
  };
  button.addEventListener("click", () => {
    kind.set(!kind.isOn());
    show();
  });
  show();
}

// A table too wide for the column scrolls by itself: let the keyboard reach it.
for (const table of document.querySelectorAll(".text table")) {
  if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;
}

// What is folded prints unfolded. Browsers that know ::details-content do it by the print style sheet.
if (!CSS.supports("selector(::details-content)")) {
  const folds = () => document.querySelectorAll("details.fold:not(.noprint):not([open])");
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...folds()];
    for (const fold of opened) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of opened) fold.open = false;
  });
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.addEventListener("click", () => print());
}

for (const button of document.querySelectorAll("[data-copy]")) {
  const words = button.textContent;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.textContent = "已复制";
    } catch (error) {
      const shown = button.parentNode.querySelector(".address");
      if (shown) getSelection().selectAllChildren(shown);
      button.textContent = shown ? "已选中，请按复制" : "没有复制成功";
    }
    setTimeout(() => {
      button.textContent = words;
    }, 3000);
  });
}
