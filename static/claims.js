// For the page of claims: two lists choose which are shown. A link to one that is not shows all again.
(function (d) {
  var filter = d.querySelector(".filter"), lists = filter.querySelectorAll("select"), status = filter.querySelector("p");
  function show() {
    var cards = d.querySelectorAll(".claim-card"), shown = 0;
    cards.forEach(function (card) {
      card.hidden = [].some.call(lists, function (list) { return list.value && card.dataset[list.name] !== list.value; });
      shown += !card.hidden;
    });
    d.querySelectorAll(".paragraph").forEach(function (paragraph) {
      paragraph.hidden = !paragraph.querySelector(".claim-card:not([hidden])");
      d.querySelector('.jumps a[href="#' + paragraph.id + '"]').parentElement.hidden = paragraph.hidden;
    });
    status.textContent = status.dataset.text.replace("#", shown);
  }
  filter.addEventListener("change", show);
  addEventListener("hashchange", function () {
    var target = d.getElementById(location.hash.slice(1));
    if (!target || !target.closest("[hidden]")) return;
    lists.forEach(function (list) { list.value = ""; });
    show();
    target.scrollIntoView();
  });
  d.documentElement.classList.add("filters");
})(document);
