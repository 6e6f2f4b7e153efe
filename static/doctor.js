// Sent for by frame.js where the address asks for it (`doctor`): looks at the frame, says what it finds and what to paste
// instead. What cannot be known without doing it is derived, and said to be. What it says is in docs/embedding.md.
(function (d, h) {
  /*copying*/
  var words = /*words*/{}, style = /*style*/"", program = /*program*/"", code = /*code*/"";
  var say = words[h.lang] || Object.values(words)[0];
  var root = new URL(".", d.currentScript.src).href;
  var asked = new URLSearchParams(location.search), named = (asked.get("parent") || "").replace(/\/$/, "");
  var secret = (location.hash.match(/\?secret=(\w+)$/) || [0, asked.get("secret")])[1];
  var isAlone = self === top, isFile = location.protocol === "file:", isOpaque = self.origin === "null" && !isFile;
  function put(text, values) { return text.replace(/\{(\w+)\}/g, function (mark, name) { return values[name]; }); }
  function element(parent, name, className, text) {
    var made = d.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    parent.appendChild(made);
    return made;
  }

  // The page around: its origin, as far as it is told, and whether it is of the same site.
  var around = null, sandbox;
  try {
    around = parent.location.origin;
    // Such a page can be looked into: then what is allowed is known.
    if (!isAlone) sandbox = frameElement.getAttribute("sandbox");
  } catch (other) {
    var told = (location.ancestorOrigins || [])[0] || d.referrer;
    if (told && told !== "null") around = new URL(told).origin;
  }
  var isSame = sandbox !== undefined;

  // In a sandbox that does not allow forms, nothing is sent, and nobody hears of it; in WebKit one does. The course has no
  // forms.
  function sendsForms() {
    var form = d.createElement("form"), isSent = false;
    if (!form.requestSubmit) return null;
    form.hidden = true;
    form.addEventListener("submit", function (event) {
      isSent = true;
      event.preventDefault();
    });
    d.body.appendChild(form);
    form.requestSubmit();
    form.remove();
    return isSent;
  }
  function keeps() {
    try {
      localStorage.setItem("shanyraq.doctor", "1");
      localStorage.removeItem("shanyraq.doctor");
      return true;
    } catch (refused) { return false; }
  }
  function clipboard() {
    if (!navigator.clipboard) return Promise.resolve("refused");
    return Promise.resolve().then(function () {
      return navigator.permissions.query({ name: "clipboard-write" });
    }).then(function (found) { return found.state === "denied" ? "refused" : "allowed"; }, function () { return "unknown"; });
  }
  // In a frame without an origin some browsers hold the policy of our own page against it: then the host was not asked.
  var isBarred = false;
  d.addEventListener("securitypolicyviolation", function () { isBarred = true; });
  // The head of the program. (`fetch` is boot.js's own where the other is refused.)
  function fetched() {
    return new Promise(function (then) {
      if (isFile) return then({});
      var asking = new XMLHttpRequest();
      asking.onload = function () {
        var status = asking.status;
        then({ ok: status >= 200 && status < 300, status: status, type: asking.getResponseHeader("content-type") || "–" });
      };
      asking.onerror = function () { then({}); };
      asking.open("HEAD", root + program);
      asking.send();
    });
  }

  function height() { return Math.ceil(h.getBoundingClientRect().height); }
  var ways = {
    ours: function (px) { return { ns: "shanyraq", v: 1, type: "height", height: px }; },
    h5p: function (px) { return { context: "h5p", action: "resize", scrollHeight: px, clientHeight: px }; },
    wordpress: function (px) { return { message: "height", value: px, secret: secret }; }
  };
  function wait(ms) { return new Promise(function (then) { setTimeout(then, ms); }); }
  // Who gives the frame its height: each is asked for one pixel more, and does it or not.
  function follows(way) {
    var px = way === "wordpress" && innerHeight >= 1000 ? 999 : Math.max(innerHeight + 1, 201), until = performance.now() + 400;
    parent.postMessage(ways[way](px), "*");
    return (function look() {
      if (innerHeight === px) {
        parent.postMessage(ways[way](height()), "*");
        return wait(100).then(function () { return true; });
      }
      return performance.now() < until && wait(20).then(look);
    })();
  }
  function followed() {
    if (isAlone || asked.get("fit") === "height") return Promise.resolve([]);
    // H5P's script cannot answer a frame without an origin: it would throw in the page around.
    var known = Object.keys(ways).filter(function (way) { return way === "ours" || (way === "h5p" ? !isOpaque : secret); });
    var until = performance.now() + 3000;
    return (function round() {
      return known.reduce(function (before, way) {
        return before.then(function (found) {
          return follows(way).then(function (isIt) { return isIt ? found.concat(way) : found; });
        });
      }, Promise.resolve([])).then(function (found) {
        return found.length || performance.now() > until ? found : wait(200).then(round);
      });
    })();
  }

  function report(found, file, clips) {
    var forms = sendsForms(), isKept = keeps(), isClosed = isOpaque || forms === false;
    var isSecure = location.protocol === "https:", isLocal = /^(localhost|127\.[\d.]+|\[::1\])$/.test(location.hostname);
    var isTall = innerHeight >= height() - 1, isFixed = asked.get("fit") === "height";
    function may(token) {
      if (isAlone || sandbox === null) return "allowed";
      if (isSame) return sandbox.split(/\s+/).indexOf(token) < 0 ? "refused" : "allowed";
      return isClosed ? "unlikely" : "likely";
    }
    var who = found.map(function (way) { return say["height_" + way]; }).join(", ");
    var isNamed = !named ? "not" : !around || isAlone ? "unknown" : named === around ? "right" : "wrong";
    var verdict = isFile ? "file" : isAlone ? "alone" : isOpaque ? secret ? "wordpress" : "closed" : !file.ok ? "program"
      : isNamed === "wrong" ? "named" : !isFixed && !found.length && !isTall ? "height" : isClosed ? "sandbox"
      : !isKept ? "storage" : !isSecure && !isLocal ? "http" : isFixed ? "fixed" : "fine";
    var rows = [
      ["address", address()],
      ["browser", navigator.userAgent],
      ["frame", put(say.size, { w: innerWidth, h: innerHeight })],
      ["content", put(say.pixels, { n: height() })],
      ["height", isAlone || isFixed ? say.height_fixed : who || say.height_nobody],
      ["storage", !isKept ? say.refused : isAlone || isSame ? say.allowed : say.storage_apart],
      ["origin", isOpaque ? say.origin_none : say.origin_own],
      ["forms", forms === null ? say.unknown : !forms ? say.refused : sandbox === null || isAlone ? say.allowed : say.likely],
      ["windows", say[may("allow-popups")]],
      ["print", say[may("allow-modals")]],
      ["downloads", say[may("allow-downloads")]],
      ["program", file.ok ? say.program_arrives : file.status ? put(say.program_status, { n: file.status }) : say.program_refused],
      ["kind", !file.type ? say.unknown : /^application\/wasm/.test(file.type) ? file.type : put(say.kind_wrong, { kind: file.type })],
      ["cors", !isOpaque || isBarred ? say.unknown : file.ok ? say.allowed : say.refused],
      ["https", isSecure ? say.https_yes : isLocal || isFile ? say.https_local : say.https_no],
      ["around", isAlone ? say.around_none : isSame ? say.around_same : around ? put(say.around_other, { origin: around }) : say.around_unnamed],
      ["named", put(say["named_" + isNamed], { origin: named.slice(0, 80) })],
      ["fullscreen", d.fullscreenEnabled || d.webkitFullscreenEnabled ? say.allowed : say.refused],
      ["clipboard", say[clips]],
      ["unseen", say.unseen_what]
    ];
    if (isAlone) rows = rows.filter(function (row) { return ["height", "windows", "print", "downloads", "named"].indexOf(row[0]) < 0; });
    return {
      name: verdict,
      verdict: put(say["verdict_" + verdict], { who: who || say.height_nobody, named: named, origin: around }),
      isFine: verdict === "fine" || verdict === "fixed",
      // In a file or with a broken program another frame would be no better.
      helps: ["alone", "wordpress", "closed", "named", "height", "sandbox"].indexOf(verdict) >= 0,
      rows: rows.map(function (row) { return [say[row[0]], row[1]]; })
    };
  }
  // The address of this page without the report, and without what WordPress adds or a pupil takes along.
  function address() {
    var url = new URL(location);
    ["doctor", "secret"].forEach(function (name) { url.searchParams.delete(name); });
    url.search = url.search.replace(/embed=(?=&|$)/, "embed").replace(/%3A/g, ":").replace(/%2F/g, "/");
    url.hash = "";
    return url.href;
  }
  // The same for a frame, with the right name of the page around.
  function better() {
    var src = address();
    if (!/[?&]embed\b/.test(src)) src += (src.indexOf("?") < 0 ? "?" : "&") + "embed";
    return named && around && !isAlone ? src.replace(/parent=[^&]*/, "parent=" + around) : src;
  }

  // A text to copy, with its button.
  function field(parent, label, text) {
    var box = element(parent, "div", "code"), around = element(box, "label");
    element(around, "span", "", label);
    var area = element(around, "textarea");
    area.readOnly = true;
    area.rows = 4;
    area.value = text;
    var button = element(box, "button", "copy", say.copy), line = element(box, "p");
    button.type = "button";
    line.setAttribute("role", "status");
    line.dataset.copied = say.copied;
    line.dataset.select = say.select;
    button.onclick = function () { copied(area, button, line); };
  }
  function draw(made) {
    status.className = made.isFine ? "verdict fine" : "verdict amiss";
    status.textContent = made.verdict;
    box.dataset.verdict = made.name;
    if (made.helps) {
      field(box, say.instead, filled(code, {
        src: escaped(better()), title: escaped((d.querySelector("h1") || d.body).textContent.trim()), script: root + "embed.js"
      }));
    }
    var facts = element(box, "dl");
    made.rows.forEach(function (row) {
      var pair = element(facts, "div");
      element(pair, "dt", "", row[0]);
      element(pair, "dd", "", row[1]);
    });
    field(box, say.as_text, [made.verdict].concat(made.rows.map(function (row) { return row.join(": "); })).join("\n"));
  }

  try {
    var sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    d.adoptedStyleSheets = [].concat([].slice.call(d.adoptedStyleSheets), sheet);
  } catch (old) {}
  var box = d.createElement("section"), heading = element(box, "h2", "", say.title), status = element(box, "p", "verdict", say.looking);
  box.className = "doctor";
  heading.id = "doctor-title";
  box.setAttribute("aria-labelledby", heading.id);
  status.setAttribute("role", "status");
  d.body.insertBefore(box, d.body.firstChild);
  wait(300).then(function () { return Promise.all([followed(), fetched(), clipboard()]); }).then(function (got) {
    draw(report(got[0], got[1], got[2]));
  });
})(document, document.documentElement);
