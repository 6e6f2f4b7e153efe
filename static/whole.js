// Stands in the file that holds the whole course, after the program's own script and that of frames, in the same element.
// Unpacks the program, which lies in the file as deflated base64, and starts it. The pages the program reads itself.
(function (d, h) {
  if (self !== top) frame();
  // The choice of language, with which the file opens, is not shown on the way to another page.
  if (/^#\//.test(location.hash) || /[?&](lang|lesson|mode|q)=./.test(location.search)) h.classList.add("on-the-way");
  function unpack(id) {
    var text = atob(d.getElementById(id).textContent), bytes = new Uint8Array(text.length);
    for (var n = 0; n < bytes.length; n++) bytes[n] = text.charCodeAt(n);
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).arrayBuffer();
  }
  new Promise(function (then) { d.addEventListener("DOMContentLoaded", then); }).then(function () {
    return unpack("program");
  }).then(function (bytes) {
    return program()({ module_or_path: bytes });
  }).then(function () {
    setTimeout(function () {
      h.classList.add("live", "whole");
      performance.mark("live");
    });
  }).catch(function () {
    h.classList.replace("js", "no-app");
    d.querySelector(".app-failed button").onclick = function () { location.reload(); };
  });
})(document, document.documentElement);
