// Keeps visited pages readable without a connection: fresh from the network when there is one, else
// as last seen. The list of services is fetched once in advance; downloads are never kept.
const STORE = "profil-terbuka-VERSI";
const KEPT = /(\/|\.html|\.css|\.js|\.svg)$/;

self.addEventListener("install", (event) => {
  const first = ["aset/situs.css", "aset/situs.js", "layanan/"];
  event.waitUntil(
    caches.open(STORE).then((store) => Promise.allSettled(first.map((path) => store.add(path)))),
  );
});

self.addEventListener("activate", (event) => {
  const old = (name) => name.startsWith("profil-terbuka-") && name !== STORE;
  event.waitUntil(
    caches.keys().then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name)))),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin || !KEPT.test(url.pathname)) return;
  event.respondWith(
    fetch(request)
      .then((answer) => {
        if (answer.ok) {
          const copy = answer.clone();
          // Without the query: what somebody searched for is nobody's business.
          event.waitUntil(caches.open(STORE).then((store) => store.put(url.pathname, copy)));
        }
        return answer;
      })
      .catch(async () => (await caches.match(url.pathname)) ?? Response.error()),
  );
});
