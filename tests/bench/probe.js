// Put into every page before anything of its own runs: notes what a pupil would notice, the same way in all of them.
(function () {
  const noted = { tap: null, live: null, lcp: 0, largest: "", blocked: 0, shift: 0, width: 0 };
  const tasks = [];
  const bench = (window.bench = { noted });

  function observe(type, note) {
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  }
  observe("longtask", (task) => tasks.push(task));
  observe("layout-shift", (shift) => (noted.shift += shift.value));
  observe("largest-contentful-paint", ({ startTime, element }) => {
    noted.lcp = startTime;
    noted.largest = element ? element.localName + "." + element.className : "";
  });

  // A frame is on its way to the screen when the first message sent from its animation callback arrives.
  function painted(then) {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => then(performance.now());
      port2.postMessage(0);
    });
  }

  function isTappable(input) {
    const label = input.closest("label") || input;
    const [box] = label.getClientRects();
    const style = getComputedStyle(label);
    if (!box || !box.width || !box.height || input.disabled || input.closest("[inert]")) return false;
    if (style.visibility !== "visible" || style.pointerEvents === "none") return false;
    // Outside the window there is no point to test; scrolling there would change what is measured.
    const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return !hit || label.contains(hit);
  }

  // Settles three seconds after the page is live (or, where nothing comes to life, can be tapped).
  bench.watch = function (option, mark) {
    bench.settled = new Promise((done) => {
      function settle() {
        setTimeout(() => {
          const until = (noted.live || noted.tap) + 3000;
          tasks.filter((task) => task.startTime < until).forEach((task) => (noted.blocked += task.duration - 50));
          noted.width = document.scrollingElement.scrollWidth;
          rehearse().then(() => done(noted));
        }, 3000);
      }
      (function look() {
        const first = document.querySelector(option);
        if (!first || !isTappable(first)) return requestAnimationFrame(look);
        painted((now) => {
          noted.tap = now;
          if (!mark) settle();
        });
      })();
      if (mark) {
        observe("mark", (entry) => {
          if (entry.name !== mark) return;
          noted.live = entry.startTime;
          settle();
        });
      }
    });
  };

  // Measures something that is nothing: what measures is compiled when first used, which is no part of the first answer.
  function rehearse() {
    const nothing = document.body.appendChild(document.createElement("output"));
    nothing.id = "bench-rehearsal";
    return bench.measure(() => (nothing.textContent = "."), "#bench-rehearsal").then(() => nothing.remove());
  }

  // Waits for feedback to something that has begun, and has the browser lay it out.
  function whenLaidOut(feedback, hasBegun, then) {
    const seen = new MutationObserver(() => {
      const found = document.querySelector(feedback);
      if (!hasBegun() || !found || !found.textContent.trim() || !found.getClientRects().length) return;
      seen.disconnect();
      // Asking for a size has the browser lay out what is new.
      document.scrollingElement.getBoundingClientRect();
      then();
    });
    seen.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  }

  // Of a real click: what the page has to do until its feedback is laid out (within one frame, if that is less), and
  // the time from the finger to the screen, with all that browser and machine add.
  bench.await = function (feedback) {
    bench.answered = new Promise((done) => {
      let clicked, began;
      const note = (event) => {
        clicked = event.timeStamp;
        began = performance.now();
      };
      addEventListener("click", note, { capture: true, once: true });
      whenLaidOut(feedback, () => clicked !== undefined, () => {
        const work = performance.now() - began;
        painted((now) => done({ work, seen: now - clicked }));
      });
    });
  };

  // The same of something that the page does itself, for pages and answers that no single click gives alike.
  bench.measure = function (act, feedback) {
    return new Promise((done) => {
      // From a task of its own, as the handlers of a click have.
      setTimeout(() => {
        let began;
        whenLaidOut(feedback, () => began !== undefined, () => {
          const work = performance.now() - began;
          painted((now) => done({ work, seen: now - began }));
        });
        began = performance.now();
        act();
      });
    });
  };

  // Brings an element into the middle of the window, and tells where to tap it.
  bench.place = function (selector) {
    const element = document.querySelector(selector);
    const target = element && (element.closest("label") || element);
    if (!target) return null;
    target.scrollIntoView({ block: "center", behavior: "instant" });
    const [box] = target.getClientRects();
    const point = { x: box.x + Math.min(box.width / 2, 40), y: box.y + box.height / 2 };
    const hit = document.elementFromPoint(point.x, point.y);
    if (!hit || !target.contains(hit)) return null;
    // A page wider than the window is shown smaller, and taps count in pixels of the window.
    const { scale, offsetLeft, offsetTop } = visualViewport;
    return { x: (point.x - offsetLeft) * scale, y: (point.y - offsetTop) * scale };
  };

  // Wasm memory is no part of the JavaScript heap: it is counted by itself.
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const real = WebAssembly[name];
    WebAssembly[name] = async function (...given) {
      const made = await real.apply(WebAssembly, given);
      const memories = Object.values((made.instance || made).exports).filter((one) => one instanceof WebAssembly.Memory);
      bench.wasmBytes = () => memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
      return made;
    };
  }
})();
