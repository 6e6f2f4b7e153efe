// For the page for other sites alone: puts what is chosen into the codes, shows it in a frame, and copies.
(function (d, h) {
  /*copying*/
  var page = d.querySelector(".for-sites"), choices = page.querySelector(".choices"), stage = page.querySelector(".stage");
  // The file that holds the whole course lies nowhere: it has no pages that a frame could show.
  var isHosted = /^http/.test(location.protocol) && !!h.dataset.root;
  var root = isHosted ? new URL(h.dataset.root, location).href : choices.dataset.root, built = choices.dataset.address;
  // In a frame without an origin, the policy of the page admits no frame at all.
  var isShown = isHosted && self.origin !== "null";
  function one(selector) { return page.querySelector(selector); }
  function list(name) { return one("select[name=" + name + "]"); }
  function title(name) {
    return list(name).selectedOptions[0].dataset.titles.split("\n")[list("lang").selectedIndex];
  }

  // What is chosen: the query of its look, and where it lies.
  function chosen() {
    var lesson = list("lesson").value, lang = list("lang").value, mode = list("mode").value, look = [];
    [["theme", "auto"], ["size", "normal"]].forEach(function (pair) {
      var value = list(pair[0]).value;
      if (value !== pair[1]) look.push([pair[0], value]);
    });
    if (!one("[name=header]").checked) look.push(["header", "0"]);
    var what = [["lesson", lesson], ["lang", lang], ["mode", mode === "learn" ? "" : mode]];
    what = what.filter(function (pair) { return pair[1]; });
    var path = lang + "/" + (lesson && lesson + "/"), asked = [["embed", ""]];
    // Which questions a check has is known to the page that leads on.
    if (mode === "check") { path = "embed/"; asked = what; }
    else if (mode !== "learn") {
      path = lang + "/practice/";
      asked = asked.concat(what.filter(function (pair) { return pair[0] !== "lang"; }));
    }
    return {
      isLesson: mode === "learn" && !!lesson,
      page: root + path,
      query: asked.concat(look),
      attributes: what.concat(look).map(function (pair) { return pair[0] + '="' + pair[1] + '"'; }).join(" "),
      title: title("lesson") + (mode === "learn" ? "" : " – " + title("mode"))
    };
  }
  function address(now, more) {
    return now.page + "?" + now.query.concat(more || []).map(function (pair) {
      return pair[0] + (pair[1] && "=" + pair[1]);
    }).join("&");
  }
  function show(now) {
    var frame = d.createElement("iframe");
    frame.title = now.title;
    frame.width = one("[name=width]:checked").value;
    frame.height = 720;
    frame.src = address(now);
    // A new one each time: the same would leave a step back in the history.
    stage.textContent = "";
    stage.appendChild(frame);
    stage.hidden = false;
  }
  function update() {
    // A check is that of a lesson.
    var check = one("option[value=check]");
    check.disabled = !list("lesson").value;
    if (check.disabled && check.selected) list("mode").value = "learn";
    var now = chosen();
    page.querySelectorAll(".place").forEach(function (place) {
      var code = place.dataset.code, isAddress = code === "address";
      var src = address(now, "fixed" in place.dataset ? [["fit", "height"]] : []);
      if (code === "lesson") {
        var isKnown = built === root;
        src = now.page;
        place.querySelector(".lesson-alone").hidden = !isKnown || now.isLesson;
        place.querySelector(".no-address").hidden = isKnown;
        place.querySelector(".code").hidden = !isKnown || !now.isLesson;
      }
      place.querySelector("textarea").value = filled(place.dataset.pattern, {
        src: isAddress ? src : escaped(src), title: escaped(now.title), script: root + "embed.js", attributes: now.attributes
      });
      place.querySelector("[role=status]").textContent = "";
    });
    if (stage.firstChild) show(now);
  }

  one(".by-hand").hidden = isHosted;
  one(".from-file").hidden = isHosted;
  one(".over-http").hidden = !isHosted || location.protocol !== "http:";
  one(".look").hidden = !isShown;
  one(".cannot-show").hidden = isShown;
  var missing = one(".no-address");
  missing.textContent = missing.dataset.text.replace("#", root);
  choices.addEventListener("change", update);
  choices.addEventListener("click", function (event) {
    var button = event.target.closest("button");
    if (!button) return;
    if (button.className === "copy") {
      var code = button.closest(".code");
      return copied(code.querySelector("textarea"), button, code.querySelector("[role=status]"));
    }
    // The very script of other sites gives the frame its height.
    if (!self.shanyraqEmbed) d.head.appendChild(Object.assign(d.createElement("script"), { src: root + "embed.js" }));
    show(chosen());
  });
  update();
})(document, document.documentElement);
