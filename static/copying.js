// What the page for sites and the report on a frame share; the prerenderer puts it into both.
// A pattern with its signs filled in.
function filled(pattern, values) {
  return pattern.replace(/#(\w+)/g, function (sign, name) { return name in values ? values[name] : sign; });
}
function escaped(text) {
  return text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
}
// Copies what stands in a field: by the clipboard; else, as in a frame without an origin, by the old command; else the
// text is selected, for the hand. `line` says what came of it.
function copied(field, button, line) {
  function select() { field.focus(); field.select(); }
  var written = navigator.clipboard ? navigator.clipboard.writeText(field.value) : Promise.reject();
  return written.catch(function () {
    select();
    if (!document.execCommand("copy")) throw 0;
    button.focus();
  }).then(function () { line.textContent = line.dataset.copied; }, function () {
    line.textContent = line.dataset.select;
    select();
  });
}
