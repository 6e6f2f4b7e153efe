// Stands in the head of every page, the same bytes everywhere, so that one hash admits it. As short as can be, for the
// first paint waits for it. Sends for the program, which is needed last and takes longest. Puts on theme and text size,
// and keeps the choice.
(function (d, h) {
  var look = { theme: "system", size: "normal" };
  try {
    var kept = (localStorage.getItem("shanyraq.look") || "").split(" ");
    look.theme = kept[0] || look.theme;
    look.size = kept[1] || look.size;
  } catch (refused) {}
  if (h.dataset.app && location.protocol !== "file:" && self.origin !== "null") {
    self.shanyraqWasm = fetch(h.dataset.root + h.dataset.app + ".wasm");
    // Who starts the program hears of a failure; it may come before that script has arrived.
    shanyraqWasm.catch(function () {});
  }
  h.classList.add("js");
  h.dataset.theme = look.theme;
  h.dataset.size = look.size;
  d.addEventListener("DOMContentLoaded", function () {
    d.querySelectorAll(".settings input").forEach(function (input) { input.checked = look[input.name] === input.value; });
  });
  d.addEventListener("change", function (event) {
    var input = event.target;
    if (!input.closest(".settings")) return;
    h.dataset[input.name] = look[input.name] = input.value;
    try { localStorage.setItem("shanyraq.look", look.theme + " " + look.size); } catch (refused) {}
  });
})(document, document.documentElement);
