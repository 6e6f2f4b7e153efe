// Stands in the file that holds the whole course, after the program's own script, in the same element. Unpacks the
// program and the pages, which lie in the file as deflated base64, and starts it.
(function (d, h) {
  function unpack(id) {
    var text = atob(d.getElementById(id).textContent), bytes = new Uint8Array(text.length);
    for (var n = 0; n < bytes.length; n++) bytes[n] = text.charCodeAt(n);
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).arrayBuffer();
  }
  new Promise(function (then) { d.addEventListener("DOMContentLoaded", then); }).then(function () {
    return Promise.all([unpack("program").then(function (bytes) { return WebAssembly.compile(bytes); }), unpack("pages")]);
  }).then(function (got) {
    self.shanyraqPack = new Uint8Array(got[1]);
    return program()({ module_or_path: got[0] });
  }).then(function () {
    delete self.shanyraqPack;
    setTimeout(function () {
      h.classList.add("live");
      performance.mark("live");
    });
  }).catch(function () {
    h.classList.replace("js", "no-app");
    d.querySelector(".app-failed button").onclick = function () { location.reload(); };
  });
})(document, document.documentElement);
