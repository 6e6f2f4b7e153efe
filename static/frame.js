// Runs only in a frame: speaks with the page around it. What it says and hears is written down in docs/embedding.md. It
// says heights in three protocols: ours, that of H5P's resizer, and that of WordPress. It listens to its parent alone,
// passes over what it does not know, and nothing it hears can make it go, write or run anything.
(function (d, h) {
  var words = /*words*/{}, style = /*style*/"";
  var root = new URL(".", d.currentScript.src).href;
  var asked = new URLSearchParams(location.search);
  // The report on this frame, for whoever asks for it, but not in a page that leads on; without a frame there is nothing
  // else to do.
  if (asked.has("doctor") && h.dataset.path) d.head.appendChild(d.createElement("script")).src = root + "doctor.js";
  if (self === top) return;
  // WordPress adds its secret at the end of the address; within the frame it goes along in the query.
  var secret = (location.hash.match(/\?secret=(\w+)$/) || [0, asked.get("secret")])[1];
  if (!/^\w{1,32}$/.test(secret)) secret = null;
  var isOpaque = self.origin === "null";
  var allowed = {
    theme: /^(auto|light|dark)$/, size: /^(normal|large|largest)$/, header: /^[01]$/, fit: /^(auto|height)$/,
    lang: new RegExp("^" + h.lang + "$"), lesson: /^[a-z0-9-]+$/, parent: /^https?:\/\/[^/?#]+\/?$/
  };
  // Practice names by itself what it cannot read.
  var isPaper = /\/practice\/$/.test(h.dataset.path);
  if (!isPaper) {
    allowed.mode = /^learn$/;
    if (asked.get("lesson")) allowed.lesson = new RegExp("^" + h.dataset.path.split("/")[1] + "$");
  }
  function reads(name) { return allowed[name].test(asked.get(name)); }
  // The origin that may hear more than heights.
  var trusted = reads("parent") ? asked.get("parent").replace(/\/$/, "") : null;
  var fits = asked.get("fit") !== "height";

  h.classList.add("framed");
  h.classList.toggle("opaque", isOpaque);
  try {
    var sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    d.adoptedStyleSheets = [].concat([].slice.call(d.adoptedStyleSheets), sheet);
  } catch (old) {}

  function post(message, target) {
    try { parent.postMessage(message, target); } catch (refused) {}
  }
  function ours(type, more) { return Object.assign({ ns: "shanyraq", v: 1, type: type }, more); }

  // Heights. Of the content, which does not hang on the height of the frame: nothing here is measured by the window.
  var said = 0, before = 0, at = 0, swings = 0, isH5p = false, isPrepared = false, waiting = 0, unfit = 0;
  function height() { return Math.ceil(h.getBoundingClientRect().height); }
  function sayH5p(action, of) { post({ context: "h5p", action: action, scrollHeight: of, clientHeight: of }, "*"); }
  function sayHeight(again) {
    var now = height();
    if (fits && (again || Math.abs(now - said) > 1)) {
      // A scroll bar of the host that comes and goes with our height would swing for ever: then the greater height stays.
      if (now !== said) swings = now === before && performance.now() - at < 500 ? swings + 1 : 0;
      if (swings < 4 || now > said) { before = said; said = now; at = performance.now(); }
      else if (!again) return fit();
      post(ours("height", { height: said }), "*");
      if (secret) post({ message: "height", value: said, secret: secret }, "*");
      if (isH5p) sayH5p(isPrepared ? "resize" : "prepareResize", said);
      isPrepared = false;
    }
    fit();
  }
  // Its own scroll bar stays until the frame has become tall enough, and comes back if the frame does not follow.
  function fit() {
    clearTimeout(unfit);
    if (innerHeight >= height() - 1) h.classList.add("fitted");
    else unfit = setTimeout(function () { h.classList.remove("fitted"); }, 1000);
  }
  // However much is heard, there is one answer in a frame.
  function sayAgain() {
    waiting = waiting || setTimeout(function () { waiting = 0; sayHeight(true); }, 16);
  }
  new ResizeObserver(function () { sayHeight(); }).observe(h);
  addEventListener("resize", fit);

  addEventListener("message", function (event) {
    var heard = event.data;
    if (event.source !== parent || !heard || typeof heard !== "object") return;
    if (heard.ns === "shanyraq" && heard.v === 1 && heard.type === "hello") sayAgain();
    if (heard.context !== "h5p" || isOpaque) return;
    if (heard.action === "ready") sayH5p("hello");
    if (heard.action === "hello" || heard.action === "resize") { isH5p = true; sayAgain(); }
    if (heard.action === "resizePrepared" && isH5p) { isPrepared = true; sayAgain(); }
  });
  // H5P's resizer cannot answer a frame without an origin: it would throw in the page around.
  if (!isOpaque && fits) [0, 300, 1000, 3000].forEach(function (late) {
    setTimeout(function () { if (!isH5p) sayH5p("hello"); }, late);
  });

  // Events: names and numbers, to the named origin alone.
  function tell(type, more) { if (trusted) post(ours(type, more), trusted); }
  d.addEventListener("shanyraq", function (event) {
    var parts = String(event.detail).split(" "), n = parts.slice(2).map(Number);
    var more = {
      answered: { points: n[0], of: n[1] },
      progress: { right: n[0], answered: n[1], total: n[2] },
      completed: { right: n[0], total: n[1] }
    }[parts[0]];
    tell(parts[0], Object.assign({ id: parts[1] }, more));
  });

  // Words, links.
  var kept = ["embed", "theme", "size", "header", "fit", "parent"];
  function fullVersion() {
    var url = new URL(location.href);
    kept.concat("secret", "lang", isPaper ? [] : ["lesson", "mode"]).forEach(function (name) { url.searchParams.delete(name); });
    url.hash = url.hash.replace(/\?secret=\w+$/, "");
    return url.href;
  }
  function element(parent, name, className, text) {
    var made = d.createElement(name);
    made.className = className;
    made.textContent = text;
    parent.appendChild(made);
    return made;
  }
  var note = d.createElement("aside");
  note.className = "frame-note";
  function write() {
    var say = words[h.lang];
    if (!say) return;
    note.textContent = "";
    if (isOpaque) element(note, "p", "", say.limits);
    var link = element(element(note, "p", "", ""), "a", "full-version", say.full);
    var address = element(note, "p", "", say.at + " ");
    var code = element(address, "span", "address", fullVersion());
    link.href = fullVersion();
    link.target = "_blank";
    address.hidden = !isOpaque;
    link.onclick = function (event) {
      code.textContent = link.href = fullVersion();
      // WordPress goes there itself, as a frame of its making may open nothing.
      if (secret) post({ message: "link", value: link.href, secret: secret }, "*");
      else {
        var opened = open(link.href, "_blank");
        if (opened) opened.opener = null;
        address.hidden = !!opened;
      }
      event.preventDefault();
    };
  }
  function problems() {
    var say = words[h.lang];
    Object.keys(allowed).forEach(function (name) {
      if (!say || !asked.get(name) || reads(name)) return;
      var line = d.createElement("p");
      line.className = "frame-problem";
      line.setAttribute("role", "status");
      line.textContent = say.bad.replace("{value}", name + "=" + asked.get(name).slice(0, 40));
      d.body.insertBefore(line, d.body.firstChild);
    });
  }
  // In the frame one page follows another: each is asked for the same look.
  d.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a[href]");
    if (!link || event.defaultPrevented || link.target || link.href.indexOf(root) !== 0) return;
    var url = new URL(link.href);
    kept.forEach(function (name) { if (asked.has(name)) url.searchParams.set(name, asked.get(name)); });
    if (secret) url.searchParams.set("secret", secret);
    link.href = url.href;
  });
  function ready() {
    problems();
    write();
    d.body.appendChild(note);
    var isReady = false, language = h.lang;
    function look() {
      if (h.lang !== language) { language = h.lang; write(); }
      if (!isReady && (!h.dataset.app || /\b(live|no-app)\b/.test(h.className))) { isReady = true; tell("ready", {}); }
    }
    new MutationObserver(look).observe(h, { attributes: true });
    look();
  }
  d.readyState === "loading" ? d.addEventListener("DOMContentLoaded", ready) : ready();
})(document, document.documentElement);
