// The page for unknown addresses is shown at any depth: where the course lies is told by the first language in the
// address. If there is none, the folders above are asked for the course, the nearest first.
(function (d) {
  var links = [].slice.call(d.querySelectorAll("[data-language]"));
  var languages = links.map(function (a) { return a.dataset.language; });
  var parts = location.pathname.split("/");
  function lead(root) {
    links.forEach(function (a) { a.href = root + a.dataset.language + "/"; });
    d.documentElement.classList.add("led");
  }
  var at = parts.findIndex(function (part) { return languages.indexOf(part) >= 0; });
  if (at > 0) return lead(parts.slice(0, at).join("/") + "/");
  lead("/");
  d.documentElement.classList.remove("led");
  (function ask(depth) {
    var root = parts.slice(0, depth).join("/") + "/";
    if (depth <= 1) return lead("/");
    fetch(root + languages[0] + "/data.json", { method: "HEAD" }).then(function (answer) {
      answer.ok ? lead(root) : ask(depth - 1);
    }, function () { lead("/"); });
  })(parts.length - 1);
})(document);
