// Runs in <head> before anything is drawn, so that a remembered choice never flashes the other look.
(function (root) {
  root.className += " js";
  try {
    var text = localStorage.getItem("zoujin-text");
    var scheme = localStorage.getItem("zoujin-scheme");
    if (text === "elder") root.setAttribute("data-text", text);
    if (scheme === "dark" || scheme === "light") root.setAttribute("data-scheme", scheme);
  } catch (error) {
    // Storage may be forbidden: the page then follows the system.
  }
})(document.documentElement);
