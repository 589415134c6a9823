// Keeps one build of the app on the phone, whole or not at all.
//
// A new build waits until no page of the old one is open: nothing is exchanged under a mentor's hands. Only the app's
// own screens and files are answered from here; /v1, /team, /staff and /sign-in never are.
const BUILD = "{{BUILD}}";
const FILES = {{PRECACHE}};
const CACHE = `daymark-${BUILD}`;
const SCREENS = /^\/(today|door|students(\/[^/]+){0,2}|pair)?$/;

self.addEventListener("install", (event) => {
  // cache: "reload" asks the server: a build must not be put together from what an older one left in the HTTP cache.
  const requests = FILES.map((file) => new Request(file, { cache: "reload" }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(requests)));
});

self.addEventListener("activate", (event) => {
  const old = (name) => name.startsWith("daymark-") && name !== CACHE;
  const clear = (names) => Promise.all(names.filter(old).map((name) => caches.delete(name)));
  // The very first page may be served from here at once; later builds only activate when no page is open.
  event.waitUntil(caches.keys().then(clear).then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  const kept = request.mode === "navigate" ? SCREENS.test(url.pathname) && "/" : FILES.includes(url.pathname) && url.pathname;
  if (kept) event.respondWith(caches.match(kept, { cacheName: CACHE }).then((hit) => hit ?? fetch(request)));
});

// A reminder was tapped: the app that is open, else a new one. It never says about whom.
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const show = ([page]) => (page ? page.focus() : self.clients.openWindow("/"));
  event.waitUntil(self.clients.matchAll({ type: "window", includeUncontrolled: true }).then(show));
});
