// Texts that are on the device: a lesson is kept or dropped; the list says what can be read without a network. Nothing of it
// leaves the device.
const READ = 'khos-read';
const KEPT = 'khos-kept';
const MOST_KEPT = 100;
const ANY = { ignoreVary: true };

const say = (element, text) => {
  element.textContent = text;
  element.lang = /\p{Script=Han}/u.test(text) ? 'zh-Hans' : document.documentElement.lang;
};

/** Stores the text at `path`; the words for what came of it. */
async function keep(path, words) {
  const cache = await caches.open(KEPT);
  if ((await cache.keys()).length >= MOST_KEPT) return words.full;
  try {
    const answer = await fetch(path).catch(() => caches.match(path, ANY));
    if (!answer?.ok) return words.failed;
    await cache.put(path, answer);
  } catch {
    return words.failed; // no room on the device
  }
  const read = await caches.open(READ);
  await read.delete(path, ANY);
  return words.keepTold;
}

async function drop(path) {
  const cache = await caches.open(KEPT);
  await cache.delete(path, ANY);
}

/** The control on a lesson. */
export async function attach(button, { tell }) {
  const words = button.dataset;
  const path = location.pathname;
  const has = async () => Boolean(await (await caches.open(KEPT)).match(path, ANY));
  const show = (kept) => {
    button.setAttribute('aria-pressed', String(kept));
    say(button, kept ? words.on : words.off);
  };
  show(await has());
  button.hidden = false;
  button.addEventListener('click', async () => {
    if (await has()) {
      await drop(path);
      tell(words.dropTold);
    } else {
      tell(await keep(path, words));
    }
    show(await has());
  });
}

/** What a stored page is called. */
async function entry(cache, request) {
  const answer = await cache.match(request, ANY);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const { pathname } = new URL(request.url);
  return { path: pathname, lang: page.documentElement.lang, title: page.querySelector('h1')?.textContent.trim() || pathname };
}

async function entries(name) {
  const cache = await caches.open(name);
  const keys = await cache.keys();
  return (await Promise.all(keys.map((one) => entry(cache, one)))).reverse();
}

/** The page of what is at hand. */
export function start({ tell, vertical }) {
  const page = document.querySelector('[data-at-hand]');
  const words = page.dataset;
  // The worker gives this page for any other that is not stored.
  const lost = location.pathname !== words.path;
  page.querySelectorAll('[data-lost]').forEach((one) => (one.hidden = !lost));
  page.querySelectorAll('[data-found]').forEach((one) => (one.hidden = lost));

  function item({ path, lang, title }, droppable) {
    const li = document.createElement('li');
    const link = document.createElement('a');
    link.href = path;
    link.lang = lang;
    link.className = !vertical && lang === 'mn-Mong' ? 'mn' : vertical && lang !== 'mn-Mong' ? 'zt' : 't';
    link.textContent = title;
    li.append(link);
    if (droppable) {
      const away = document.createElement('button');
      away.type = 'button';
      away.className = vertical ? 'more' : 'link';
      say(away, words.drop);
      away.setAttribute('aria-label', `${words.drop} ${title}`);
      away.addEventListener('click', async () => {
        await drop(path);
        await draw();
        tell(words.dropTold);
        page.querySelector('h1:not([hidden])').focus();
      });
      li.append(away);
    }
    return li;
  }

  async function draw() {
    const [kept, read] = await Promise.all([entries(KEPT), entries(READ)]);
    for (const [name, list, droppable] of [['kept', kept, true], ['read', read, false]]) {
      page.querySelector(`[data-list=${name}]`).replaceChildren(...list.map((one) => item(one, droppable)));
      page.querySelector(`[data-some=${name}]`).hidden = list.length === 0;
    }
    page.querySelector('[data-none]').hidden = kept.length + read.length > 0;
  }
  if ('caches' in window) draw();
}
