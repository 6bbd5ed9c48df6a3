// What was read stays readable without a network. The program writes two lines before this: VERSION, which names these files,
// and SHELL, the addresses of what every page needs. Pages come from the network first, so that an edit or a withdrawal is
// seen at once; styles, scripts and fonts, whose addresses change with their content, come from the device first.
const ASSETS = `khos-shell-${VERSION}`;
const READ = 'khos-read'; // the texts last read, oldest first
const KEPT = 'khos-kept'; // the lessons that the reader keeps, at most as many as js/offline.js allows
const PICTURES = 'khos-pictures';
const MOST_READ = 20;
const MOST_PICTURES = 40;
const LARGEST_PICTURE = 1 << 20;
const TEXT = /^\/(zh|mn)\/(articles\/[^/]+|lessons\/[^/]+|series\/[^/]+\/\d+)$/;
const ASSET = /^\/(css|js|fonts|icons)\/(?!workbench)|^\/favicon\.svg$/;
const ANY = { ignoreVary: true };

addEventListener('install', (event) => {
  skipWaiting();
  event.waitUntil(caches.open(ASSETS).then((cache) => cache.addAll(SHELL)));
});

addEventListener('activate', (event) => {
  const ours = [ASSETS, READ, KEPT, PICTURES];
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((one) => one.startsWith('khos-') && !ours.includes(one)).map((one) => caches.delete(one))))
      .then(() => clients.claim()),
  );
});

addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin || request.headers.has('range')) return;
  if (ASSET.test(url.pathname) && url.searchParams.has('v')) event.respondWith(asset(request));
  else if (request.mode === 'navigate' && /^\/(zh|mn)(\/|$)/.test(url.pathname)) event.respondWith(page(event, url));
  else if (request.destination === 'image' && url.pathname.startsWith('/media/')) event.respondWith(picture(event));
});

// A page that was open before there was a worker.
addEventListener('message', (event) => {
  const path = String(event.data?.read ?? '');
  if (TEXT.test(path)) event.waitUntil(fetch(path).then((answer) => remember(path, answer), () => {}));
});

const storable = (answer) => answer.ok && answer.type === 'basic' && !/no-store/.test(answer.headers.get('cache-control') ?? '');

async function asset(request) {
  const cache = await caches.open(ASSETS);
  const known = await cache.match(request, ANY);
  if (known) return known;
  try {
    const answer = await fetch(request);
    if (storable(answer)) {
      // One version of each file: the cache is no larger than the program.
      await cache.delete(request, { ignoreSearch: true, ignoreVary: true });
      await cache.put(request, answer.clone());
    }
    return answer;
  } catch (lost) {
    // A page that was stored before a new version: the file as it is now.
    const other = await cache.match(request, { ignoreSearch: true, ignoreVary: true });
    if (other) return other;
    throw lost;
  }
}

async function page(event, url) {
  const path = url.pathname;
  const offline = `${path.slice(0, 3)}/offline`;
  let answer;
  try {
    answer = await fetch(event.request);
  } catch {
    const shell = await caches.open(ASSETS);
    return (await caches.match(path, ANY)) ?? (await shell.match(offline, ANY)) ?? Response.error();
  }
  if (TEXT.test(path)) event.waitUntil(remember(path, answer.clone()));
  if (path === offline && storable(answer)) {
    const copy = answer.clone();
    event.waitUntil(caches.open(ASSETS).then((cache) => cache.put(path, copy)));
  }
  return answer;
}

async function remember(path, answer) {
  const [read, kept] = await Promise.all([caches.open(READ), caches.open(KEPT)]);
  if (answer.status === 404 || answer.status === 410) {
    await Promise.all([read.delete(path, ANY), kept.delete(path, ANY)]);
  } else if (storable(answer)) {
    if (await kept.match(path, ANY)) return kept.put(path, answer);
    await last(read, path, answer, MOST_READ);
  }
}

async function picture(event) {
  const cache = await caches.open(PICTURES);
  const known = await cache.match(event.request, ANY);
  if (known) return known;
  const answer = await fetch(event.request);
  const size = Number(answer.headers.get('content-length') ?? LARGEST_PICTURE + 1);
  if (storable(answer) && size <= LARGEST_PICTURE) event.waitUntil(last(cache, event.request, answer.clone(), MOST_PICTURES));
  return answer;
}

// Puts one in as the latest; the oldest go.
async function last(cache, key, answer, most) {
  await cache.delete(key, ANY);
  await cache.put(key, answer);
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - most)).map((old) => cache.delete(old, ANY)));
}
