// The workers of two floor pages. What was fetched once is served from the phone; nothing is updated.
// The page of a first visit asks for it as `?whole`, and all its files are kept before it is active:
// the build writes them in here.
const whole = [];

self.addEventListener('install', (event) => {
  self.skipWaiting();
  if (location.search !== '?whole') return;
  event.waitUntil(caches.open('floor').then((cache) => cache.addAll(whole)));
});
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  if (event.request.method !== 'GET') return;
  event.respondWith(answer(event.request));
});

async function answer(request) {
  const cache = await caches.open('floor');
  const kept = await cache.match(request);
  if (kept) return kept;
  const fetched = await fetch(request);
  if (fetched.ok) await cache.put(request, fetched.clone());
  return fetched;
}
