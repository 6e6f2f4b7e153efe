// Runs on a page whose address brings answers from a frame: see frame.js, which put them there, and docs/embedding.md.
// Asks in one line whether to take them along. What comes with an address is anybody's text: nothing is taken without a
// tap, and then by the program, which reads it as what another tab has kept. Only answers are looked at: what such a text
// says to forget, to go on with or to set is left out.
(function (d, h) {
  var words = /*words*/{}, KEPT = "shanyraq.progress", LONGEST = 8192, LARGEST = 3e5;
  var parts = location.hash.split("?answers="), sent = parts[1] || "";
  function tidy() {
    try { history.replaceState(history.state, "", location.pathname + location.search + parts[0]); } catch (refused) {}
  }
  function text(bytes) { return new TextDecoder("utf-8", { fatal: true }).decode(bytes); }
  // A small text may hold a large one: no more is unpacked than any answers take.
  function unpacked() {
    var bytes = Uint8Array.from(atob(sent.slice(1).replace(/-/g, "+").replace(/_/g, "/")), function (c) { return c.charCodeAt(0); });
    if (sent[0] !== "z") return text(bytes);
    var reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
    var all = [], size = 0;
    return reader.read().then(function next(got) {
      if (got.done) return new Blob(all).arrayBuffer().then(text);
      size += got.value.length;
      all.push(got.value);
      if (size > LARGEST) return reader.cancel().then(function () { throw size; });
      return reader.read().then(next);
    });
  }
  function questions(saved) {
    var all = (JSON.parse(saved) || {}).questions || {}, answered = Object.create(null);
    Object.keys(all).forEach(function (id) {
      if (all[id] && all[id].at) answered[id] = { rev: all[id].rev, said: all[id].said, at: all[id].at };
    });
    return answered;
  }
  function kept() {
    try { return questions(localStorage.getItem(KEPT)); } catch (refused) { return questions("{}"); }
  }
  // Where both pages keep in one place, all of it is here already.
  function news(answers) {
    var here = kept();
    return Object.keys(answers).filter(function (id) { return JSON.stringify(here[id]) !== JSON.stringify(answers[id]); });
  }
  function button(line, className) {
    var made = d.createElement("button");
    made.type = "button";
    made.className = className;
    line.appendChild(made);
    return made;
  }
  function ask(answers) {
    var line = d.createElement("div"), says = d.createElement("p"), said = "take";
    line.className = "offer answers";
    line.setAttribute("role", "status");
    line.appendChild(says);
    var yes = button(line, "yes"), no = button(line, "no");
    function write() {
      var say = words[h.lang] || {};
      says.textContent = say[said];
      yes.textContent = say.yes;
      no.textContent = say.no;
    }
    function settle() {
      tidy();
      d.getElementById("content").focus({ preventScroll: true });
    }
    yes.onclick = function () {
      var saved = JSON.stringify({ version: 2, questions: answers });
      dispatchEvent(new StorageEvent("storage", { key: "shanyraq.answers", newValue: saved }));
      // The program keeps all that it has taken in, so what is still unknown was not answers.
      var here = kept();
      said = Object.keys(answers).every(function (id) { return here[id]; }) ? "taken" : "unread";
      line.removeChild(yes);
      line.removeChild(no);
      settle();
      write();
      setTimeout(function () { line.remove(); }, 10e3);
    };
    no.onclick = function () {
      line.remove();
      settle();
    };
    write();
    new MutationObserver(write).observe(h, { attributes: true, attributeFilter: ["lang"] });
    d.body.appendChild(line);
  }
  Promise.resolve().then(function () {
    if (sent.length > LONGEST) throw sent.length;
    return unpacked();
  }).then(function (saved) {
    var answers = questions(saved);
    if (!news(answers).length) throw 0;
    ask(answers);
  }).catch(tidy);
})(document, document.documentElement);
