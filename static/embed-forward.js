// For the page `embed/`: goes on to the page that its address asks for, by the link that fits. What fits no link is left
// for that page to name.
(function (d) {
  var asked = new URLSearchParams(location.search), mode = asked.get("mode");
  var languages = [].slice.call(d.querySelectorAll("section[lang]"));
  var wanted = languages.filter(function (section) { return section.lang === asked.get("lang"); })[0] || languages[0];
  var link = [].filter.call(wanted.querySelectorAll("a"), function (a) {
    return a.dataset.lesson === (asked.get("lesson") || "");
  })[0] || wanted.querySelector("a");
  var papers = ["check", "final", "review", "starter"];
  var path = new URL(link.href);
  if (papers.indexOf(mode) >= 0 || asked.has("q")) {
    if (link.dataset.check && mode === "check" && !asked.get("q")) asked.set("q", link.dataset.check);
    path = new URL(wanted.querySelector("a").href + "practice/");
  }
  if (!asked.has("embed")) asked.set("embed", "");
  path.search = asked;
  path.hash = location.hash;
  if (location.protocol === "file:") path.pathname += "index.html";
  location.replace(path);
})(document);
