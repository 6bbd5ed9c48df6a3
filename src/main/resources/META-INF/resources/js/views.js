// Reports that a page was seen or a film played, and shows the counts. No cookie, nothing that outlives its delivery.
const ADDRESS = '/api/v1/views';
const QUEUE = 'khos-views';
const KEPT = 20;
const body = document.body;

const newId = () => [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, '0')).join('');

const waiting = {
  read() {
    try {
      const views = JSON.parse(localStorage.getItem(QUEUE) ?? '[]');
      return Array.isArray(views) ? views : [];
    } catch {
      return []; // storage is switched off: a view that finds no network is lost
    }
  },
  write(views) {
    try {
      if (views.length) localStorage.setItem(QUEUE, JSON.stringify(views.slice(-KEPT)));
      else localStorage.removeItem(QUEUE);
    } catch {
      // as above
    }
  },
};

// Answered means stored, or refused for good; anything else is sent again with the same id.
const send = async (view) => {
  try {
    const answer = await fetch(ADDRESS, {
      method: 'POST',
      keepalive: true,
      credentials: 'omit',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(view),
    });
    return answer.status === 204 || answer.status === 400;
  } catch {
    return false;
  }
};

const report = async (kind, item, watched) => {
  const view = { item, lang: body.dataset.lang, id: newId(), kind };
  if (watched) view.watched = watched;
  waiting.write([...waiting.read(), view]);
  if (await send(view)) waiting.write(waiting.read().filter((other) => other.id !== view.id));
};

const deliver = async () => {
  for (const view of waiting.read()) {
    if (!(await send(view))) return;
    waiting.write(waiting.read().filter((other) => other.id !== view.id));
  }
};

const show = async () => {
  const places = [...document.querySelectorAll('[data-views],[data-plays]')];
  const items = [...new Set(places.map((place) => place.dataset.views ?? place.dataset.plays))].slice(0, 200);
  if (!items.length) return;
  try {
    const answer = await fetch(`${ADDRESS}?items=${items.map(encodeURIComponent).join(',')}`, { credentials: 'omit' });
    if (!answer.ok) return;
    const counts = (await answer.json()).items;
    for (const place of places) {
      const plays = place.dataset.plays !== undefined;
      const count = counts[plays ? place.dataset.plays : place.dataset.views];
      if (!count) continue;
      const number = new Intl.NumberFormat('zh-CN').format(plays ? count.plays : count.views);
      place.textContent = (place.dataset.format ?? '{0}').replace('{0}', number);
      place.hidden = false;
    }
  } catch {
    // no network: the page is whole without its counts
  }
};

// A page counts once it was before somebody's eyes for a second.
const whenSeen = (then) => {
  let timer;
  const look = () => {
    clearTimeout(timer);
    if (document.visibilityState !== 'visible' || document.prerendering) return;
    timer = setTimeout(() => {
      document.removeEventListener('visibilitychange', look);
      document.removeEventListener('prerenderingchange', look);
      then();
    }, 1000);
  };
  document.addEventListener('visibilitychange', look);
  document.addEventListener('prerenderingchange', look);
  look();
};

const watch = (video) => {
  let watched = 0;
  let last;
  let told = false;
  video.addEventListener('timeupdate', () => {
    const step = video.currentTime - (last ?? video.currentTime);
    last = video.currentTime;
    if (!video.paused && step > 0 && step < 2) watched += step;
    if (!told && watched >= 10) {
      told = true;
      report('play', video.dataset.item, Math.round(watched));
    }
  });
};

whenSeen(async () => {
  await deliver();
  if (body.dataset.item) await report('view', body.dataset.item);
  show();
});
document.querySelectorAll('video[data-item]').forEach(watch);
