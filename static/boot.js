// Runs in the head of every page, the same bytes everywhere, so that one hash admits it (loading.rs, csp).
// 1. Puts on theme and text size before the first paint, and keeps the choice. 2. Starts the program: by fetch over http, by a script from
// a file or in a frame without an origin, where fetch is refused. 3. Keeps what is tapped until the program runs.
(function (d, h) {
  h.classList.add("js");
  var look = { theme: "system", size: "normal" };
  try {
    var kept = (localStorage.getItem("shanyraq.look") || "").split(" ");
    look.theme = kept[0] || look.theme;
    look.size = kept[1] || look.size;
  } catch (refused) {}
  h.dataset.theme = look.theme;
  h.dataset.size = look.size;
  function ready(then) {
    d.readyState === "loading" ? d.addEventListener("DOMContentLoaded", then) : then();
  }
  ready(function () {
    d.querySelectorAll(".settings input").forEach(function (input) { input.checked = look[input.name] === input.value; });
  });
  d.addEventListener("change", function (event) {
    var input = event.target;
    if (!input.closest(".settings")) return;
    h.dataset[input.name] = look[input.name] = input.value;
    try { localStorage.setItem("shanyraq.look", look.theme + " " + look.size); } catch (refused) {}
  });
  var bare = location.protocol === "file:" || self.origin === "null", taps = [], base = h.dataset.root + h.dataset.app;
  if (location.protocol === "file:") ready(function () {
    d.querySelectorAll('a[href$="/"]').forEach(function (a) { a.href += "index.html"; });
  });
  if (!h.dataset.app) return;
  function load(url) {
    return new Promise(function (done, failed) {
      var s = d.createElement("script");
      s.src = url;
      s.onload = done;
      s.onerror = failed;
      d.head.appendChild(s);
    });
  }
  function tapped(event) {
    var button = event.target.closest("#app button");
    if (button && taps.indexOf(button) < 0) taps.push(button);
  }
  d.addEventListener("click", tapped, true);
  var wasm = bare ? load(base + ".wasm.js") : fetch(base + ".wasm");
  Promise.all([wasm, load(base + ".js"), new Promise(ready)]).then(function (got) {
    if (!bare && !got[0].ok) throw got[0].status;
    var bytes = bare ? Uint8Array.from(atob(shanyraqWasm), function (c) { return c.charCodeAt(0); }) : got[0];
    return wasm_bindgen({ module_or_path: bytes });
  }).then(function () {
    d.removeEventListener("click", tapped, true);
    setTimeout(function () {
      h.classList.add("live");
      performance.mark("live");
      taps.forEach(function (button) { if (button.isConnected) button.click(); });
    });
  }).catch(function () {
    d.removeEventListener("click", tapped, true);
    h.classList.replace("js", "no-app");
    ready(function () {
      d.querySelector(".app-failed button").onclick = function () { location.reload(); };
    });
  });
})(document, document.documentElement);
