// Keeps visited pages readable without a connection: fresh from the network when there is one, else
// as last seen. The list of services is fetched once in advance; downloads are never kept.
//
// Other sites may share the host: the portal stands above the agencies, and an office may have more
// there than this. A worker answers for the pages of its own site alone, from a store of its own.
const ROOT = new URL(registration.scope).pathname;
const KIND = `profil-terbuka ${ROOT} `;
const STORE = `${KIND}VERSI`;
const OWN = new Set(NAMA);
const KEPT = /(\/|\.html|\.css|\.js|\.svg)$/;

const isOwn = ({ origin, pathname }) =>
  origin === location.origin
  && pathname.startsWith(ROOT)
  && OWN.has(pathname.slice(ROOT.length).split("/")[0])
  && KEPT.test(pathname);

self.addEventListener("install", (event) => {
  const first = ["aset/situs.css", "aset/situs.js", "aset/awal.js", "layanan/"];
  event.waitUntil(
    caches.open(STORE).then((store) => Promise.allSettled(first.map((path) => store.add(path)))),
  );
});

self.addEventListener("activate", (event) => {
  const old = (name) => name.startsWith(KIND) && name !== STORE;
  event.waitUntil(
    caches.keys().then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name)))),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || !isOwn(url)) return;
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
      .catch(async () => (await (await caches.open(STORE)).match(url.pathname)) ?? Response.error()),
  );
});
