// Stands after the head of the content, the same bytes everywhere, so that one hash admits it: there it
// holds up nothing that is to be painted first, and takes itself out before the program adopts the page.
// 1. Starts the program: by fetch over http, by a script from a file or in a frame without an origin, where fetch is
// refused. (Not preloaded: WebKit would fetch it twice.) 2. Keeps what is tapped until the program runs.
(function (d, h) {
  d.currentScript.remove();
  function ready(then) {
    d.readyState === "loading" ? d.addEventListener("DOMContentLoaded", then) : then();
  }
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
