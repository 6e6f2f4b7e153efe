// Stands before the first button of the first question, or after the head of a page that asks nothing, the same bytes
// everywhere, so that one hash admits it: there it holds up nothing that is to be painted or tapped first, and takes
// itself out before the program adopts the page.
// 1. Starts the program, which head.js has sent for; by a script from a file or in a frame without an origin, where
// fetch is refused. (Not preloaded: WebKit would fetch it twice.) 2. Keeps what is tapped until the program runs.
// 3. and 4. Moves what the program need not know of. 5. Sends for frame.js. 6. Loads what is needed last. 8. Has the page
// laid out piece by piece. 9. Sends for the rest of a program in two parts (src/bin/prerender/program/division.rs): first
// of all if it may be needed at once, else when the first part runs.
((d, h) => {
  d.currentScript.remove();
  function ready(then) {
    d.readyState === "loading" ? d.addEventListener("DOMContentLoaded", then) : then();
  }
  var bare = !self.shanyraqWasm, taps = new Set(), base = h.dataset.root + h.dataset.app,
    last = !bare && self === top && new URL(h.dataset.root + "offline.js?" + h.dataset.build, location);
  if (location.protocol === "file:") ["click", "auxclick", "contextmenu"].forEach((name) => {
    d.addEventListener(name, (event) => {
      var a = event.target.closest('a[href]:not([href^="http"], [href^="?"], [href^="#"], [href*="#/"])');
      if (a) a.href = a.href.replace(/\/(?=[?#]|$)/, "/index.html");
    }, true);
  });
  // 4. Facts past their review date say so, wherever their cards come to stand.
  customElements.define("past-review", class extends HTMLElement {
    connectedCallback() { this.hidden = new Date() < new Date(this.dataset.by + "T24:00"); }
  });
  // 3. Walks along timelines, by their buttons or with the hand that scrolls.
  function step(figure, at) {
    var row = figure.querySelector("ol"), total = row.children.length, number = figure.querySelector(".walk span"),
      lines = figure.querySelectorAll(".line path:not(.axis)");
    for (var n = 0; n < total; n++) {
      [row.children[n], lines[n]].forEach((mark) => mark.classList.toggle("current", n === at));
      n === at ? row.children[n].setAttribute("aria-current", "step") : row.children[n].removeAttribute("aria-current");
    }
    number.textContent = number.dataset.text.replace("#", at + 1);
    figure.querySelectorAll(".walk button").forEach((button) => {
      at === (button.className === "later" ? total - 1 : 0) ? button.setAttribute("aria-disabled", "true") : button.removeAttribute("aria-disabled");
    });
  }
  d.addEventListener("click", (event) => {
    var button = event.target.closest(".walk button");
    if (!button || button.getAttribute("aria-disabled")) return;
    var figure = button.closest("figure"), row = figure.querySelector("ol");
    var at = [...row.children].findIndex((card) => card.classList.contains("current"));
    var to = at + (button.className === "later" ? 1 : -1), card = row.children[to];
    step(figure, to);
    row.scrollTo(card.offsetLeft, 0);
    figure.querySelector(".announcer").textContent = card.innerText;
  });
  d.addEventListener("scroll", (event) => {
    var row = event.target;
    // At its end a row can go no further, though the last cards are not at its left edge.
    if (!row.matches || !row.matches(".timeline ol") || row.scrollLeft + row.clientWidth >= row.scrollWidth - 1) return;
    var near = 0, far = (n) => Math.abs(row.children[n].offsetLeft - row.scrollLeft);
    for (var n = 1; n < row.children.length; n++) if (far(n) < far(near)) near = n;
    if (!row.children[near].classList.contains("current")) step(row.closest("figure"), near);
  }, true);
  // 5. In a frame, or for the report on one, sends for what speaks with the page around it. (The page for unknown addresses
  // lies anywhere.)
  if ((self !== top || /[?&]doctor\b/.test(location.search)) && !d.querySelector(".not-found")) load(h.dataset.root + "frame.js").catch(() => {});
  if (!h.dataset.app) return;
  // 8. What is below the first screen is laid out section by section: no tap has to wait for all of it. Not in a frame,
  // whose height must be true.
  if (self === top) {
    h.classList.add("by-section");
    d.addEventListener("readystatechange", () => {
      var sections = [...d.querySelectorAll(".section")];
      requestAnimationFrame(function next() {
        var section = sections.shift();
        if (!section) return h.classList.remove("by-section");
        section.style.contentVisibility = "visible";
        setTimeout(next, 30);
      });
    }, { once: true });
  }
  function load(url) {
    return new Promise((done, failed) => {
      var s = d.createElement("script");
      s.src = url;
      s.onload = done;
      s.onerror = failed;
      d.head.appendChild(s);
    });
  }
  // Where fetch is refused, a file comes as the script beside it, which puts it under its own address.
  if (bare) self.fetch = (url) => {
    var script = url.replace("?", ".js?");
    return load(script).then(() => new Response(shanyraqFiles[script]));
  };
  var made, compileRest = () => fetch(base + "-rest.wasm").then((got) => got.arrayBuffer())
    .then((bytes) => WebAssembly.compile(bytes)).then((module) => made = module);
  function join() { new WebAssembly.Instance(made, { first: self.shanyraqProgram }); }
  // Called by the program where it needs the rest before it has come: there it waits.
  self.shanyraqRest = { load() {
    if (!made) try {
      performance.mark("rest-awaited");
      var asked = new XMLHttpRequest();
      asked.open("GET", base + "-rest.wasm", false);
      asked.overrideMimeType("text/plain;charset=x-user-defined");
      asked.send();
      made = new WebAssembly.Module(Uint8Array.from(asked.responseText, (c) => c.charCodeAt()));
    } catch (error) {
      failed();
      throw error;
    }
    join();
  } };
  function tapped(event) {
    var button = event.target.closest("#app button:not(.walk *)");
    if (button) taps.add(button);
  }
  d.addEventListener("click", tapped, true);
  var wasm = bare ? load(base + ".wasm.js") : shanyraqWasm;
  var isDivided = !bare && /^lesson/.test(h.dataset.app), rest = /result\/$/.test(h.dataset.path);
  try { rest = rest || localStorage.getItem("shanyraq.progress"); } catch (refused) {}
  rest = isDivided && rest && compileRest().catch(() => {});
  Promise.all([wasm, load(base + ".js"), new Promise(ready), rest]).then((got) => {
    if (!bare && !got[0].ok) throw got[0].status;
    var bytes = bare ? Uint8Array.from(atob(shanyraqWasm), (c) => c.charCodeAt()) : got[0];
    return wasm_bindgen({ module_or_path: bytes });
  }).then(() => new Promise((then) => setTimeout(then))).then(() => {
    // The page was adopted in the task before this one: the program had asked for it before.
    d.removeEventListener("click", tapped, true);
    h.classList.add("live");
    performance.mark("live");
    // 7. Answers from a frame, which the address brings.
    if (self === top && /\?answers=/.test(location.hash)) load(h.dataset.root + "frame-answers.js").catch(() => {});
    (isDivided ? (rest || compileRest()).then(join) : wasm).then(() => h.classList.add("whole")).catch(() => {});
    taps.forEach((button) => button.isConnected && button.click());
    // 6. When all else is done, what makes the course work without a network: at home alone, not in frames.
    if (last) setTimeout(() => { load(last).catch(() => {}); }, 5e3);
  }).catch(failed);
  function failed() {
    d.removeEventListener("click", tapped, true);
    h.classList.replace("js", "no-app");
    ready(() => {
      d.querySelector(".app-failed button").onclick = () => location.reload();
    });
  }
})(document, document.documentElement);
