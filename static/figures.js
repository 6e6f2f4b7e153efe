// For the page of figures alone: shows in a figure what was so at the time that is chosen. Entries, bars and marks say
// from which number of a day they are, and from which they are over; see `Date::days`, `Span::holds`, and `as_of.rs`.
[].forEach.call(document.querySelectorAll("figure.as-of"), function (figure) {
  var box = figure.querySelector(".chooser"), year = box.querySelector(".year input"), all = box.querySelector(".all");
  var month = box.querySelector(".month select"), day = box.querySelector(".day select"), drawing = figure.querySelector(".drawing");
  var first = +year.min, last = +year.max;
  function every(selector, then) { [].forEach.call(figure.querySelectorAll(selector), then); }

  // The chosen time: its numbers of days, and its name. A month that is not chosen is 0, and so is a day.
  function chosen() {
    var y = +year.value, m = month ? +month.value : 0, d = m ? +day.value : 0, start = y * 10000 + m * 100 + d;
    var name = m && month.options[m];
    return {
      start: start,
      // What was over on the first day of a year was not so in that year.
      day: start + (d ? 0 : m ? 1 : 101),
      end: start + (d ? 1 : m ? 100 : 10000),
      name: isAll() ? box.dataset.all : (d ? box.dataset.day : m ? box.dataset.month : box.dataset.year)
        .replace("#d", d).replace("#m", d ? name.dataset.inDate : m ? name.text : "").replace("#y", y),
    };
  }
  function isAll() { return all.getAttribute("aria-pressed") === "true"; }
  function from(element) { return +element.dataset.from; }
  function over(element) { return +(element.dataset.over || 1e9); }
  function holds(element, time) { return isAll() || from(element) < time.end && over(element) > time.day; }

  function show() {
    var time = chosen(), spans = 0, events = 0;
    box.querySelector(".year strong").textContent = time.name;
    year.setAttribute("aria-valuetext", time.name);
    if (month) {
      box.querySelector(".day").hidden = !+month.value;
      for (var n = 29; n <= 31; n++) day.options[n].hidden = day.options[n].disabled = n > new Date(year.value, month.value, 0).getDate();
      if (day.options[day.selectedIndex].disabled) return day.value = "0", show();
    }
    every("li[data-from]", function (entry) {
      entry.hidden = !holds(entry, time);
      if (entry.hidden) return;
      if (entry.closest(".spans")) spans++;
      else events += entry.querySelectorAll(".told").length;
    });
    // What holds nothing that is shown is not shown either.
    every(".holder", function (holder) { holder.hidden = !holder.querySelector("li[data-from]:not([hidden])"); });
    figure.querySelector(".nothing").hidden = spans > 0;
    if (drawing) {
      figure.querySelector(".no-event").hidden = events > 0;
      draw(time);
    }
    return box.dataset.said.replace("#date", time.name).replace("#spans", spans).replace("#events", events);
  }

  // A number of a day as a point on the line: days of a calendar whose months have 31.
  function point(number) {
    return (Math.floor(number / 10000) * 12 + Math.max(Math.floor(number / 100) % 100, 1) - 1) * 31 + Math.max(number % 100, 1) - 1;
  }
  function draw(time) {
    var scale = figure.querySelector("[name=scale]:checked").value, y = +year.value;
    var left = scale === "all" ? first : scale === "one" ? y : Math.min(Math.max(y - 4, first), Math.max(last - 9, first));
    var right = scale === "all" ? last + 1 : scale === "one" ? y + 1 : left + 10;
    function x(number) {
      var share = (point(number) - left * 372) / (right - left) / 3.72;
      return Math.min(Math.max(share, -10), 110);
    }
    function put(rect, from, over) {
      rect.setAttribute("x", x(from).toFixed(2) + "%");
      rect.setAttribute("width", Math.max(x(over) - x(from), 0).toFixed(2) + "%");
    }
    every(".drawing rect.bar", function (bar) {
      put(bar, from(bar), over(bar));
      bar.classList.toggle("holds", holds(bar, time));
    });
    every(".drawing rect.chosen", function (band) {
      isAll() || scale === "one" && time.end - time.start === 10000 ? band.setAttribute("width", 0) : put(band, time.start, time.end);
    });
    every(".drawing .mark", function (mark) {
      mark.setAttribute("x", x(from(mark)).toFixed(2) + "%");
      mark.classList.toggle("holds", !isAll() && holds(mark, time));
      // Over its neighbours.
      if (mark.classList.contains("holds")) mark.parentNode.appendChild(mark);
    });
    var axis = drawing.querySelector(".axis svg"), step = scale === "all" ? 5 : 2;
    axis.textContent = "";
    function tick(number, text) {
      var label = document.createElementNS("http://www.w3.org/2000/svg", "text");
      label.setAttribute("x", x(number).toFixed(2) + "%");
      label.setAttribute("y", "75%");
      label.textContent = text;
      axis.appendChild(label);
    }
    // On a phone there is no room for twelve names.
    if (scale === "one") for (var m = 1; m <= 12; m++) tick(y * 10000 + m * 100, drawing.clientWidth < 480 ? m : month.options[m].text.slice(0, 3));
    else for (var at = Math.ceil(left / step) * step; at < right; at += step) tick(at * 10000, at);
  }

  function choose(event) {
    if (!event.target.closest(".all")) all.setAttribute("aria-pressed", "false");
    figure.querySelector(".announcer").textContent = show();
  }
  box.addEventListener("input", choose);
  box.addEventListener("click", function (event) {
    var button = event.target.closest("button");
    if (!button) return;
    if (button === all) all.setAttribute("aria-pressed", String(!isAll()));
    else year.value = +year.value + (button.className === "on" ? 1 : -1);
    choose(event);
  });
  if (drawing) figure.querySelector(".scale").addEventListener("change", show);
  show();
});
