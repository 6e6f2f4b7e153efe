// The worker of the course: it answers from what is kept on the device, and keeps what is visited. Filled in by
// src/bin/prerender/offline.rs. ARCHITECTURE.md, “Without a network”, says why it is as it is.
//
// Each build has a cache of its own, and in it is nothing but what is of that build: pages and data say its name, and
// programs are named by their bytes. What the host has of another build passes through and is not kept.
const BUILD = "{build}", PROGRAMS = "{programs}", ROOT = registration.scope, MINE = ROOT + "#", NAME = MINE + BUILD;
const INSTEAD = ROOT + "offline/", WHOLE = "/course.txt", busy = {};
const at = (path) => new URL(path, ROOT).href;
const address = (url) => url.split(/[?#]/)[0].replace(/index\.html$/, "");

async function isOurs(url, answer) {
  if (!answer.ok || answer.type !== "basic" || answer.redirected) return false;
  return url.includes(PROGRAMS) || (await answer.clone().text()).includes(BUILD);
}

// The file as it is in this build; nothing if there is no such file any more.
async function fetched(url) {
  for (const cache of ["default", "reload"]) {
    const answer = await fetch(url, { cache });
    if (answer.status === 404) return;
    if (await isOurs(url, answer)) return answer;
  }
  throw Error(url + " is of another build");
}

// Keeps a file, after all that it needs: so whatever is kept, works.
function keep(url, cache, answer) {
  return busy[url] ||= (async () => {
    if (await cache.match(url)) return;
    const whole = answer || await fetched(url);
    if (!whole) return;
    if (url.endsWith(WHOLE)) return keepWhole(url, cache, await whole.arrayBuffer());
    const text = url.endsWith("/") ? await whole.clone().text() : "";
    const app = /data-app="((\w+).+?)"/.exec(text);
    const needs = app ? [app[1] + ".js", app[1] + ".wasm"] : [];
    // The result is shown by the page of the lesson, and must not be lost by loading it again.
    if (app && app[2] === "lesson") {
      needs.push(app[1] + "-rest.wasm");
      if (!url.endsWith("/result/")) needs.push(url + "result/");
    }
    for (const path of needs) await keep(at(path), cache);
    await cache.put(url, whole);
  })().finally(() => delete busy[url]);
}

// Keeps the whole course in a language, which has come as one file; that file itself need not be kept, only that it was.
async function keepWhole(url, cache, bytes) {
  const files = unpacked(new Uint8Array(bytes)), said = (name) => new TextDecoder().decode(files.get(name));
  if (said("build") !== BUILD) throw Error(url + " is of another build");
  for (const path of JSON.parse(said("programs"))) await keep(at(path), cache);
  for (const [path, text] of files) {
    if (!path.includes("/") || await cache.match(at(path))) continue;
    const type = path.endsWith("/") ? "text/html" : "application/json";
    await cache.put(at(path), new Response(text, { headers: { "content-type": type + ";charset=utf-8" } }));
  }
  await cache.put(url, new Response());
}

// The texts of a pack by their names. src/pack.rs, which writes it, says how it is made.
function unpacked(bytes) {
  let at = 0, end = 0, expected = 0;
  function number() {
    for (let value = 0, scale = 1; ; scale *= 32) {
      const digit = bytes[at++];
      value += ((digit - 63) & 31) * scale;
      if (!(digit >= 95)) return value;
    }
  }
  const numbers = (count) => Array.from({ length: count }, number);
  const files = Array.from({ length: number() }, () => {
    const length = number(), name = new TextDecoder().decode(bytes.subarray(at, at += length));
    return [name, number()];
  });
  const text = new Uint8Array(files.reduce((sum, [, length]) => sum + length, 0));
  const count = number(), fresh = numbers(count), lengths = numbers(count), distances = numbers(count);
  function copy(length) {
    text.set(bytes.subarray(at, at += length), end);
    end += length;
  }
  for (let n = 0; n < count; n++) {
    copy(fresh[n]);
    const far = distances[n], from = expected + fresh[n] + (far % 2 ? -(far + 1) / 2 : far / 2);
    // It may reach into itself, so byte by byte.
    for (let k = 0; k < lengths[n]; k++) text[end++] = text[from + k];
    expected = from + lengths[n];
  }
  copy(bytes.length - at);
  if (end !== text.length) throw Error("the course has not come whole");
  let start = 0;
  return new Map(files.map(([name, length]) => [name, plain(text.subarray(start, start += length))]));
}

// A text of a pack without its escapes, in its place: `~` is `<`, and what follows `^` says what is meant.
function plain(text) {
  let end = 0;
  for (let at = 0; at < text.length; at++) {
    const byte = text[at];
    text[end++] = byte === 126 ? 60 : byte === 94 ? [126, 94, 13, 0][text[++at] - 49] : byte;
  }
  return text.subarray(0, end);
}

// What is kept; the data of a view are taken out of a page that holds them whole.
async function kept(url, cache) {
  const answer = await cache.match(url);
  if (answer || !url.endsWith("/data.json")) return answer;
  const page = url.slice(0, -9), isCover = page.slice(ROOT.length).split("/").length === 2;
  const holds = await cache.match(isCover ? page : page + "result/");
  const data = holds && /id="data">(.*?)<\/script>/s.exec(await holds.text());
  return data && new Response(data[1], { headers: { "content-type": "application/json" } });
}

async function answered(event, url) {
  const cache = await caches.open(NAME), here = await kept(url, cache);
  if (here) return here;
  try {
    const answer = await fetch(event.request), copy = answer.clone();
    event.waitUntil(isOurs(url, copy).then((ours) => ours && (url.endsWith("/data.json") ? keep(url.slice(0, -9), cache) : keep(url, cache, copy))).catch(() => {}));
    return answer;
  } catch {
    if (event.request.mode !== "navigate") return Response.error();
    if (await cache.match(url + "/")) return Response.redirect(url + "/" + new URL(event.request.url).search);
    return await cache.match(INSTEAD) || Response.error();
  }
}

onfetch = (event) => {
  const { method, mode, url, headers } = event.request, path = address(url);
  if (method !== "GET" || headers.has("range") || !url.startsWith(ROOT)) return;
  if (mode === "navigate" || path.includes(PROGRAMS) || new URL(url).search === "?" + BUILD) event.respondWith(answered(event, path));
};

oninstall = (event) => event.waitUntil((async () => {
  const isNew = !(await caches.has(NAME)), cache = await caches.open(NAME), wanted = new Set([INSTEAD, ROOT, ROOT + "offline.js"]);
  for (const name of await caches.keys()) {
    if (name === NAME || !name.startsWith(MINE)) continue;
    for (const { url } of await (await caches.open(name)).keys()) if (/(\/|\.json|\.txt)$/.test(url)) wanted.add(url);
  }
  try {
    // What comes as one file first: all that it holds need not be fetched then.
    for (const url of [...wanted].sort((a, b) => b.endsWith(WHOLE) - a.endsWith(WHOLE))) await keep(url, cache);
  } catch (failed) {
    if (isNew) await caches.delete(NAME);
    throw failed;
  }
  // Pages that are open: one that is not of this build must not hold it up.
  for (const { url } of await clients.matchAll({ includeUncontrolled: true })) if (url.startsWith(ROOT)) await keep(address(url), cache).catch(() => {});
})());

onactivate = (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name !== NAME && name.startsWith(MINE)) await caches.delete(name);
  await clients.claim();
})());

// “take”: the learner wants this version now. Anything else is a file to keep, with its bytes where the page has fetched
// it, and whether it is kept is told.
onmessage = (event) => {
  if (event.data === "take") return skipWaiting();
  const [path, bytes] = event.data, tell = (is) => event.ports[0].postMessage(is);
  const kept = caches.open(NAME).then((cache) => keep(at(path), cache, bytes && new Response(bytes)));
  event.waitUntil(kept.then(() => tell(true), () => tell(false)));
};
