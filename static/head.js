// Stands in the head of every page, the same bytes everywhere, so that one hash admits it. As short as can be, for the
// first paint waits for it. Sends for the program, which is needed last and takes longest. Puts on theme and text size,
// and keeps the choice.
(function (d, h) {
  // Before all else: a slow phone takes its time to open the storage.
  if (h.dataset.app && location.protocol !== "file:" && self.origin !== "null") {
    self.shanyraqWasm = fetch(h.dataset.root + h.dataset.app + ".wasm");
    // Who starts the program hears of a failure; it may come before that script has arrived.
    shanyraqWasm.catch(function () {});
  }
  var look = { theme: "system", size: "normal" };
  try {
    var kept = (localStorage.getItem("shanyraq.look") || "").split(" ");
    look.theme = kept[0] || look.theme;
    look.size = kept[1] || look.size;
  } catch (refused) {}
  // A page in a frame may be asked for another look, which is not kept.
  var asked = new URLSearchParams(location.search), shown = { theme: look.theme, size: look.size };
  if (asked.has("embed")) {
    if (/^(auto|light|dark)$/.test(asked.get("theme"))) shown.theme = asked.get("theme").replace("auto", "system");
    if (/^(normal|large|largest)$/.test(asked.get("size"))) shown.size = asked.get("size");
    if (asked.get("header") === "0") h.classList.add("no-header");
  }
  h.classList.add("js");
  h.dataset.theme = shown.theme;
  h.dataset.size = shown.size;
  d.addEventListener("DOMContentLoaded", function () {
    d.querySelectorAll(".settings input").forEach(function (input) { input.checked = shown[input.name] === input.value; });
  });
  d.addEventListener("change", function (event) {
    var input = event.target;
    if (!input.closest(".settings")) return;
    h.dataset[input.name] = look[input.name] = input.value;
    try { localStorage.setItem("shanyraq.look", look.theme + " " + look.size); } catch (refused) {}
  });
})(document, document.documentElement);
