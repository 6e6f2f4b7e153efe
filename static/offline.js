// Loaded last of all, by boot.js, and never in a frame or from a file: starts the worker (sw.js), offers a new version,
// and on the pages around the lessons the whole course. It draws what it says itself, with its words in all languages,
// so that pages carry nothing of it. Filled in by src/bin/prerender/offline.rs.
(function (d, h, workers) {
  var build = "{build}", words = {words}, sizes = {sizes};
  var root = new URL(".", d.currentScript.src).href, drawings = [];
  // A page of another build has its own.
  if (!workers || h.dataset.build !== build) return;
  function node(name, inside, attributes) {
    var made = d.createElement(name);
    inside.append(made);
    for (var key in attributes) made.setAttribute(key, attributes[key]);
    return made;
  }
  function says(word, values) {
    return words[h.lang][word].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  }
  // Draws now, and whenever the language changes.
  function drawn(draw) { drawings.push(draw); draw(); }
  function installable() {
    var link = node("link", d.head, { rel: "manifest" }), touch = node("link", d.head, { rel: "apple-touch-icon", href: root + "icons/180.png" });
    drawn(function () { link.href = root + h.lang + "/app.webmanifest"; });
  }
  function offer(course) {
    if (!workers.controller || d.querySelector(".offer")) return;
    var line = node("div", d.body, { class: "offer", role: "status" });
    var text = node("p", line), button = node("button", line, { type: "button" });
    button.onclick = function () {
      workers.addEventListener("controllerchange", () => location.reload());
      course.waiting ? course.waiting.postMessage("take") : location.reload();
    };
    drawn(function () { text.textContent = says("new-version"); button.textContent = says("load-new"); });
  }
  function watch(course) {
    // The first worker of all is no new version, though it may have taken the page over before it is heard of.
    var coming = course.active && course.installing;
    if (course.waiting) offer(course);
    if (coming) coming.addEventListener("statechange", function () { if (coming.state === "installed") offer(course); });
  }
  function keeper() {
    var box = d.createElement("section"), title = node("h2", box), about = node("p", box);
    var button = node("button", box, { type: "button" }), status = node("p", box, { role: "status" }), busy;
    box.className = "offline";
    title.id = "offline-title";
    box.setAttribute("aria-labelledby", title.id);
    function whole() { return h.lang + "/course.txt"; }
    // The page fetches: engines end workers that take long, and only so it can be said how far it is.
    function fetched(path, size) {
      return fetch(root + path).then(function (answer) {
        var reader = answer.body.getReader(), parts = [], bytes = 0;
        if (!answer.ok) throw Error(path);
        return reader.read().then(function more(read) {
          if (read.done) return new Blob(parts).arrayBuffer();
          parts.push(read.value);
          bytes += read.value.length;
          status.textContent = says("keeping", { percent: Math.min(100, Math.round(100 * bytes / size)) });
          return reader.read().then(more);
        });
      });
    }
    function keep(worker, path, bytes) {
      return new Promise(function (told, failed) {
        var channel = new MessageChannel();
        channel.port1.onmessage = function (event) { event.data ? told() : failed(path); };
        worker.postMessage([path, bytes], [channel.port2, bytes]);
      });
    }
    button.onclick = function () {
      if (busy) return;
      busy = true;
      button.setAttribute("aria-disabled", "true");
      var path = whole();
      Promise.all([workers.ready, fetched(path, sizes[h.lang][1])]).then(function (got) {
        return keep(got[0].active, path, got[1]);
      }).then(function () {
        busy = false;
        draw();
      }, function () {
        busy = false;
        button.removeAttribute("aria-disabled");
        status.textContent = says("keep-failed");
      });
    };
    function draw() {
      if (busy) return;
      title.textContent = says("keep-title");
      about.textContent = says("keep-about");
      button.textContent = says("keep-button", { kb: sizes[h.lang][0].toLocaleString(h.lang) });
      button.removeAttribute("aria-disabled");
      var asked = h.lang;
      caches.match(root + whole()).then(function (is) {
        if (asked !== h.lang) return;
        button.hidden = !!is;
        status.textContent = is ? says("kept") : "";
      });
    }
    drawn(draw);
    d.getElementById("app").after(box);
  }
  workers.register(root + "sw.js", { updateViaCache: "none" }).then(function (course) {
    installable();
    watch(course);
    course.addEventListener("updatefound", () => watch(course));
    if (/^desk/.test(h.dataset.app)) keeper();
    new MutationObserver(function () { drawings.forEach((draw) => draw()); }).observe(h, { attributeFilter: ["lang"] });
  }).catch(function () {});
})(document, document.documentElement, navigator.serviceWorker);
