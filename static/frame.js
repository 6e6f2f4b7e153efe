// Runs only in a frame: speaks with the page around it. What it says and hears is written down in docs/embedding.md. It
// says heights in three protocols: ours, that of H5P's resizer, and that of WordPress. It listens to its parent alone,
// passes over what it does not know, and nothing it hears can make it go, write or run anything. In the file that holds
// the whole course it stands in the page itself, and nothing is sent for.
(function (d, h) {
  var words = /*words*/{}, style = /*style*/"";
  var source = d.currentScript.src, isWhole = !source, root = isWhole ? "" : new URL(".", source).href;
  // A frame made of `srcdoc` has no address that would lead anywhere.
  var hasAddress = !/^(about|data):/.test(location.href);
  var asked = new URLSearchParams(location.search);
  // The report on this frame, for whoever asks for it, but not in a page that leads on nor in the one file; without a
  // frame there is nothing else to do.
  if (asked.has("doctor") && h.dataset.path && !isWhole) {
    // It measures: before the page is whole it would have it laid out too early.
    var report = function () { d.head.appendChild(d.createElement("script")).src = root + "doctor.js"; };
    d.readyState === "complete" ? report() : addEventListener("load", report);
  }
  if (self === top) return;
  // WordPress adds its secret at the end of the address; within the frame it goes along in the query.
  var secret = (location.hash.match(/\?secret=(\w+)$/) || [0, asked.get("secret")])[1];
  if (!/^\w{1,32}$/.test(secret)) secret = null;
  var isOpaque = self.origin === "null", isLimited = isOpaque;
  // A file has no origin either, but keeps, prints and saves.
  try { if (location.protocol === "file:" && localStorage) isLimited = false; } catch (refused) {}
  var allowed = {
    theme: /^(auto|light|dark)$/, size: /^(normal|large|largest)$/, header: /^[01]$/, fit: /^(auto|height)$/,
    parent: /^https?:\/\/[^/?#]+\/?$/
  };
  // In the one file what stands after the sign # says where one is; the query then no longer does.
  var leads = !isWhole || !/^#\//.test(location.hash);
  // Practice names by itself what it cannot read.
  function isPaper() { return /\/practice\/$/.test(h.dataset.path); }
  // What leads to a page is held against the page that is shown.
  function allowWhatLeads() {
    if (!leads) return;
    allowed.lang = new RegExp("^" + h.lang + "$");
    allowed.lesson = /^[a-z0-9-]+$/;
    if (isPaper()) return;
    allowed.mode = /^learn$/;
    if (asked.get("lesson")) allowed.lesson = new RegExp("^" + h.dataset.path.split("/")[1] + "$");
  }
  function reads(name) { return allowed[name].test(asked.get(name)); }
  // The origin that may hear more than heights.
  var trusted = reads("parent") ? asked.get("parent").replace(/\/$/, "") : null;
  var fits = asked.get("fit") !== "height";

  h.classList.add("framed");
  h.classList.toggle("opaque", isLimited);
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
    // One pixel less is passed over; one more would cut off a line of the page.
    if (fits && (again || now > said || now < said - 1)) {
      // A scroll bar of the host that comes and goes with our height would swing for ever: then the greater height stays.
      if (now !== said) swings = now === before && performance.now() - at < 500 ? swings + 1 : 0;
      if (swings < 4 || now > said) { before = said; said = now; at = performance.now(); }
      else if (!again) return fitSoon();
      post(ours("height", { height: said }), "*");
      if (secret) post({ message: "height", value: said, secret: secret }, "*");
      if (isH5p) sayH5p(isPrepared ? "resize" : "prepareResize", said);
      isPrepared = false;
    }
    fitSoon();
  }
  // Not while sizes are observed: without its scroll bar the page is wider, and browsers complain of observing in a circle.
  function fitSoon() {
    clearTimeout(unfit);
    unfit = setTimeout(fit);
  }
  // Its own scroll bar stays until the frame has become tall enough, and comes back if the frame does not follow.
  function fit() {
    clearTimeout(unfit);
    if (innerHeight >= height() - 1) h.classList.add("fitted");
    else unfit = setTimeout(function () { h.classList.remove("fitted"); }, 1000);
  }
  // However much is heard, there is one answer in a frame.
  function sayAgain() {
    // Measured while it is still read, a page would be laid out too soon.
    if (d.readyState === "loading") return d.addEventListener("DOMContentLoaded", sayAgain, { once: true });
    waiting = waiting || setTimeout(function () { waiting = 0; sayHeight(true); }, 16);
  }
  new ResizeObserver(function () { sayHeight(); }).observe(h);
  addEventListener("resize", fit);

  addEventListener("message", function (event) {
    var heard = event.data;
    if (event.source !== parent || !heard || typeof heard !== "object") return;
    if (heard.ns === "shanyraq" && heard.v === 1 && heard.type === "hello") sayAgain();
    // WordPress's script came after us.
    if (secret && heard.message === "ready" && heard.secret === secret) sayAgain();
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

  // Answers go along to the full version, at the end of its address, where no server and no host reads them; there
  // frame-answers.js takes them in. They are what the device keeps or, where it keeps nothing, what the program wanted
  // kept. Drafts stay, and all that is no answer.
  var LONGEST = 8192, unkept, along = "", isTooLong = false, packs = 0;
  function answers() {
    var text = unkept, answered = {};
    try { text = text || localStorage.getItem("shanyraq.progress"); } catch (refused) {}
    // A page around us of our own origin keeps where we do.
    try { if (parent.location.origin === self.origin) text = null; } catch (other) {}
    var all = (JSON.parse(text || null) || {}).questions || {};
    Object.keys(all).forEach(function (id) {
      if (all[id].at) answered[id] = { rev: all[id].rev, said: all[id].said, at: all[id].at };
    });
    return Object.keys(answered).length ? JSON.stringify({ questions: answered }) : "";
  }
  // Ahead of the tap: a page that is opened later than at once is refused.
  function pack() {
    var text = "", canPack = self.CompressionStream, pack = ++packs;
    try { text = h.dataset.app ? answers() : ""; } catch (damaged) {}
    var bytes = new Blob([text]);
    return new Response(canPack ? bytes.stream().pipeThrough(new CompressionStream("deflate-raw")) : bytes).arrayBuffer().then(function (got) {
      if (pack !== packs) return;
      var binary = [].map.call(new Uint8Array(got), function (byte) { return String.fromCharCode(byte); }).join("");
      var packed = (canPack ? "z" : "t") + btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
      isTooLong = packed.length > LONGEST;
      along = text && !isTooLong ? "?answers=" + packed : "";
      write();
    });
  }
  function packSoon() { setTimeout(function () { pack().catch(function () {}); }); }
  d.addEventListener("shanyraq-unkept", function (event) { unkept = String(event.detail); packSoon(); });
  d.addEventListener("shanyraq", packSoon);

  // Words, links.
  var kept = ["embed", "theme", "size", "header", "fit", "parent"];
  function fullVersion(end) {
    var url = new URL(location.href);
    var more = ["lang"].concat(isPaper() ? [] : ["lesson", "mode"]);
    // In the one file all that was asked for stands after the sign #, if it could be put there.
    if (isWhole) more = /^#\//.test(url.hash) ? ["lang", "lesson", "mode", "q", "order", "seed", "n"] : [];
    kept.concat("secret", more).forEach(function (name) { url.searchParams.delete(name); });
    url.hash = url.hash.replace(/\?secret=\w+$/, "") + end;
    return url.href;
  }
  function element(parent, name, className, text) {
    var made = d.createElement(name);
    made.className = className;
    made.textContent = text;
    parent.appendChild(made);
    return made;
  }
  var note = d.createElement("aside"), isShown = isLimited;
  note.className = "frame-note";
  // Anew with the language and with every answer. The link stays the same element: it may have the focus.
  var limits = element(note, "p", "limits", ""), full = element(note, "p", "", ""), link = element(full, "a", "full-version", "");
  var label = element(note, "label", "", ""), says = element(label, "span", "", ""), address = element(label, "textarea", "address", "");
  var without = element(note, "p", "without", ""), tooLong = element(note, "p", "too-long", "");
  without.hidden = tooLong.hidden = true;
  address.readOnly = true;
  address.rows = 2;
  address.onfocus = function () { address.select(); };
  link.target = "_blank";
  link.onclick = function (event) {
    // WordPress goes there itself, as a frame of its making may open nothing; so it reads the address.
    if (secret) post({ message: "link", value: fullVersion(""), secret: secret }, "*");
    else {
      var opened = open(fullVersion(along), "_blank");
      if (opened) opened.opener = null;
      isShown = !opened;
      write();
    }
    event.preventDefault();
  };
  function write() {
    var say = words[h.lang];
    if (!say) return;
    limits.textContent = say.limits;
    limits.hidden = !isLimited;
    note.hidden = !isLimited && !hasAddress;
    full.hidden = !hasAddress;
    label.hidden = !isShown || !hasAddress;
    if (!hasAddress) return;
    link.textContent = say.full;
    link.href = fullVersion(along);
    says.textContent = along ? say.bring : say.at;
    if (address.value !== fullVersion(along)) address.value = fullVersion(along);
    without.textContent = say.without;
    without.hidden = !secret || !along;
    tooLong.textContent = say.long;
    tooLong.hidden = !isTooLong;
  }
  function problems() {
    var say = words[h.lang];
    allowWhatLeads();
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
    if (isWhole || !link || event.defaultPrevented || link.target || link.href.indexOf(root) !== 0) return;
    var url = new URL(link.href);
    kept.forEach(function (name) { if (asked.has(name)) url.searchParams.set(name, asked.get(name)); });
    if (secret) url.searchParams.set("secret", secret);
    link.href = url.href;
  });
  var shown = "", isReady = false;
  function look() {
    var hasStarted = !h.dataset.app && !isWhole || /\b(live|no-app)\b/.test(h.className);
    // In the one file the page that is meant comes with the program.
    if (isWhole && !hasStarted) return;
    var now = h.lang + " " + h.dataset.path;
    if (!note.parentNode) { problems(); d.body.appendChild(note); }
    if (now !== shown) { shown = now; write(); }
    if (hasStarted && !isReady) { isReady = true; tell("ready", {}); }
  }
  function ready() {
    // WordPress hides the frame until it speaks, and a hidden frame is not drawn: nothing is observed in it.
    if (secret) sayAgain();
    packSoon();
    new MutationObserver(look).observe(h, { attributes: true });
    look();
  }
  d.readyState === "loading" ? d.addEventListener("DOMContentLoaded", ready) : ready();
})(document, document.documentElement);
