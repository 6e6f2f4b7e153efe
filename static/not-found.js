// The page for unknown addresses is shown at any depth: its links are set from the first language in the address, or
// from the folder of the site if there is none.
(function (d) {
  var languages = [].map.call(d.querySelectorAll("[data-language]"), function (a) { return a.dataset.language; });
  var parts = location.pathname.split("/");
  var at = parts.findIndex(function (part) { return languages.indexOf(part) >= 0; });
  var root = at > 0 ? parts.slice(0, at).join("/") + "/" : "/";
  d.querySelectorAll("[data-language]").forEach(function (a) { a.href = root + a.dataset.language + "/"; });
})(document);
