// A film, its captions in both languages beside the picture, and the transcript that goes along. Without it the browser's
// player shows the film with its own captions.
const PLACES = 'khos-places';
const MOST_PLACES = 300;
const SKIP = 10;
/** A caption stays this long after its end, in seconds, when nothing is said. */
const LINGER = 1.5;

/** The index of the last of the sorted numbers that is not greater than `x`; -1 when all are. */
function last(numbers, x) {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle] <= x) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

export function start({ memory, readMap, write, see }) {
  const film = document.querySelector('video[data-film]');
  const player = document.querySelector('[data-player]');
  const strips = [...document.querySelectorAll('.tr-z,.tr-m,.vtr')];
  const captions = { zh: document.querySelector('[data-caption=zh]'), mn: document.querySelector('[data-caption=mn]') };
  const calm = matchMedia('(prefers-reduced-motion: reduce)');

  // ---- what is said when
  const byStart = new Map();
  document.querySelectorAll('[data-cue]').forEach((line) => {
    const from = Number(line.dataset.cue);
    if (!byStart.has(from)) byStart.set(from, { from, until: 0, lines: [], zh: [], mn: [] });
    const cue = byStart.get(from);
    cue.until = Math.max(cue.until, Number(line.dataset.until));
    cue.lines.push(line);
    line.querySelectorAll('.x').forEach((text) => cue[text.lang === 'zh-Hans' ? 'zh' : 'mn'].push(...text.childNodes));
  });
  const cues = [...byStart.values()].sort((a, b) => a.from - b.from);
  const starts = cues.map((cue) => cue.from);

  let at = null;
  let following = true;
  const chip = document.querySelector('[data-follow]');

  function reveal(line) {
    const strip = line.parentNode;
    const box = strip.getBoundingClientRect();
    const here = line.getBoundingClientRect();
    const behavior = calm.matches ? 'auto' : 'smooth';
    const left = strip.scrollWidth > strip.clientWidth + 1 ? here.left - box.left - box.width / 3 : 0;
    const top = strip.scrollHeight > strip.clientHeight + 1 ? here.top - box.top - box.height / 3 : 0;
    // Only the strip moves, never the page.
    if (left || top) strip.scrollTo({ left: strip.scrollLeft + left, top: strip.scrollTop + top, behavior });
  }

  function draw(cue) {
    for (const language of ['zh', 'mn']) {
      const place = captions[language];
      if (place) place.replaceChildren(...(cue ? cue[language].map((node) => node.cloneNode(true)) : []));
    }
  }

  function go(cue) {
    if (cue === at) return;
    at?.lines.forEach((line) => line.removeAttribute('aria-current'));
    at = cue;
    if (!cue) return;
    cue.lines.forEach((line) => line.setAttribute('aria-current', 'true'));
    draw(cue);
    if (following) cue.lines.forEach(reveal);
  }

  function follow(seconds) {
    const cue = cues[last(starts, seconds)];
    if (cue && seconds < cue.until) return go(cue);
    if (!cue || seconds <= cue.until + LINGER) return;
    go(null);
    draw(null);
  }

  function setFollowing(now) {
    following = now;
    if (chip) chip.hidden = now || !cues.length;
    if (now) at?.lines.forEach(reveal);
  }
  strips.forEach((strip) => {
    const scrolls = () => strip.scrollWidth > strip.clientWidth + 1 || strip.scrollHeight > strip.clientHeight + 1;
    const moved = () => film && !film.paused && scrolls() && setFollowing(false);
    strip.addEventListener('wheel', moved, { passive: true });
    strip.addEventListener('touchmove', moved, { passive: true });
    strip.addEventListener('keydown', (event) => /^(Arrow|Page|Home|End)/.test(event.key) && moved());
  });
  chip?.addEventListener('click', () => setFollowing(true));

  function play() {
    const playing = film.play();
    if (playing) playing.catch(() => {}); // the reader's browser wants a press of its own button
  }

  document.addEventListener('click', (event) => {
    const line = event.target.closest('[data-do=cue]')?.closest('[data-cue]');
    if (!line) return;
    const cue = cues.find((one) => one.lines.includes(line));
    setFollowing(true);
    go(cue);
    if (!film) return;
    film.currentTime = cue.from + 0.01;
    play();
  });

  // ---- #t12.500 in the address: that line, and the film there, which waits to be played
  let named = false;
  function arrive() {
    const place = /^#t(\d+(?:\.\d+)?)$/.exec(location.hash);
    if (!place) return;
    const seconds = Number(place[1]);
    // The two languages may begin a line at different moments.
    const cue = cues.find((one) => one.lines.some((line) => line.id === location.hash.slice(1)))
      ?? cues[Math.max(0, last(starts, seconds))];
    named = true;
    if (cue) {
      go(cue);
      cue.lines[0].scrollIntoView({ block: 'center', inline: 'center' });
    }
    if (!film) return;
    // A chapter may begin before anything is said.
    const early = cue && seconds < cue.from && !cue.lines.some((line) => line.id === location.hash.slice(1));
    const seek = () => (film.currentTime = cue && !early && seconds < cue.from + 0.01 ? cue.from + 0.01 : seconds);
    if (film.readyState > 0) seek();
    else film.addEventListener('loadedmetadata', seek, { once: true });
  }
  arrive();
  addEventListener('hashchange', arrive);
  if (!film) return;

  // ---- chapters: a list that seeks, and marks on a bar to seek with
  const chapters = [...document.querySelectorAll('[data-chapter]')].map((item) => ({ item, from: Number(item.dataset.chapter) }));
  const rail = document.querySelector('[data-rail]');
  const bar = rail?.querySelector('input');
  const marks = rail ? [...rail.querySelectorAll('[data-at]')] : [];
  let chapter = -2;
  function measure() {
    const length = film.duration;
    if (!rail || !(length > 0 && length < Infinity)) return;
    bar.max = length;
    // The middle of the thumb, which is 0.75rem wide, never reaches the ends.
    marks.forEach((mark) => {
      const part = Math.min(1, Number(mark.dataset.at) / length);
      mark.style.left = `calc(${part * 100}% + ${(0.5 - part) * 0.75}rem - 1px)`;
    });
    rail.hidden = false;
    showChapter();
  }
  function showChapter() {
    if (!chapters.length) return;
    const now = film.currentTime;
    const here = last(chapters.map((one) => one.from), now + 0.02);
    if (bar) {
      bar.value = now;
      const clock = `${Math.floor(now / 60)}:${String(Math.floor(now % 60)).padStart(2, '0')}`;
      bar.setAttribute('aria-valuetext', [clock, chapters[here]?.item.querySelector('.x').textContent.trim()].join(' '));
    }
    if (here === chapter) return;
    chapter = here;
    chapters.forEach(({ item }, i) => (i === here ? item.setAttribute('aria-current', 'true') : item.removeAttribute('aria-current')));
    marks.forEach((mark, i) => mark.classList.toggle('on', i === here));
  }
  function enter(one) {
    if (loop) turnLoop();
    setFollowing(true);
    film.currentTime = one.from + 0.01;
  }
  document.querySelector('[data-chapters]')?.addEventListener('click', (event) => {
    const link = event.target.closest('a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    history.replaceState(history.state, '', link.hash);
    enter(chapters.find((one) => one.item.contains(link)));
    play();
  });
  bar?.addEventListener('input', () => {
    if (loop) turnLoop();
    film.currentTime = Number(bar.value);
  });
  bar?.addEventListener('keydown', (event) => {
    const step = { PageDown: 1, PageUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const to = chapters[Math.min(Math.max(0, chapter + step), chapters.length - 1)];
    enter(to);
  });
  for (const event of ['timeupdate', 'seeked', 'seeking']) film.addEventListener(event, showChapter);
  film.addEventListener('loadedmetadata', measure);
  film.addEventListener('durationchange', measure);

  // ---- captions: each language on or off. We draw them ourselves, the browser's own would cover the picture; only the
  // full screen, which has no room beside the picture, shows the browser's.
  const controls = document.querySelector('[data-controls]');
  controls.hidden = false;
  const control = (name) => controls.querySelector(`[data-control=${name}]`);
  const press = (button, on) => button?.setAttribute('aria-pressed', String(on));
  const shown = { zh: memory.get('khos-caption-zh') !== 'off', mn: memory.get('khos-caption-mn') !== 'off' };

  const full = () => document.fullscreenElement === film || film.webkitDisplayingFullscreen === true;
  function showCaptions() {
    [...film.textTracks].forEach((track) => {
      const language = track.language === 'zh-Hans' ? 'zh' : 'mn';
      if (cues.length) track.mode = full() && shown[language] ? 'showing' : 'hidden';
    });
    for (const language of ['zh', 'mn']) {
      const place = captions[language];
      if (place) place.hidden = !shown[language];
      press(control(language), shown[language]);
    }
    player.classList.toggle('no-mn', !shown.mn);
    player.classList.toggle('no-zh', !shown.zh);
  }
  function turnCaption(language) {
    shown[language] = !shown[language];
    memory.set(`khos-caption-${language}`, shown[language] ? 'on' : 'off');
    showCaptions();
  }
  /** One key goes through both, the one, the other, none. */
  function turnCaptions() {
    const steps = ['11', '10', '01', '00'];
    const next = steps[(steps.indexOf(`${Number(shown.zh)}${Number(shown.mn)}`) + 1) % 4];
    if (shown.zh !== (next[0] === '1')) turnCaption('zh');
    if (shown.mn !== (next[1] === '1')) turnCaption('mn');
  }
  showCaptions();
  film.addEventListener('loadedmetadata', showCaptions);
  film.addEventListener('fullscreenchange', showCaptions);
  film.addEventListener('webkitbeginfullscreen', showCaptions);
  film.addEventListener('webkitendfullscreen', showCaptions);

  // ---- time
  let loop = null;
  function tick() {
    const now = film.currentTime;
    if (loop && (now >= loop.until - 0.03 || now < loop.from - 0.5)) {
      film.currentTime = loop.from + 0.01;
      return;
    }
    follow(now);
  }
  film.addEventListener('timeupdate', tick);
  film.addEventListener('seeked', () => {
    const cue = cues[last(starts, film.currentTime)];
    if (loop && cue) loop = cue;
    tick();
  });
  if (film.requestVideoFrameCallback) {
    const frame = () => {
      tick();
      film.requestVideoFrameCallback(frame);
    };
    film.requestVideoFrameCallback(frame);
  }

  function turnLoop() {
    loop = loop ? null : (cues[last(starts, film.currentTime)] ?? cues[0] ?? null);
    press(control('loop'), Boolean(loop));
    if (loop && film.currentTime < loop.from) film.currentTime = loop.from + 0.01;
  }
  function skip(seconds) {
    if (loop) turnLoop();
    film.currentTime = Math.min(Math.max(0, film.currentTime + seconds), film.duration || Infinity);
  }
  const speed = control('speed');
  if (speed) {
    const kept = memory.get('khos-speed');
    if ([...speed.options].some((one) => one.value === kept)) speed.value = kept;
    const set = () => {
      film.defaultPlaybackRate = Number(speed.value);
      film.playbackRate = Number(speed.value);
    };
    set();
    film.addEventListener('loadedmetadata', set);
    speed.addEventListener('change', () => {
      set();
      memory.set('khos-speed', speed.value);
    });
  }
  const acts = {
    back: () => skip(-SKIP),
    on: () => skip(SKIP),
    loop: turnLoop,
    zh: () => turnCaption('zh'),
    mn: () => turnCaption('mn'),
    again: () => {
      film.currentTime = 0;
      controls.querySelector('[data-resumed]').hidden = true;
    },
  };
  controls.addEventListener('click', (event) => acts[event.target.closest('[data-control]')?.dataset.control]?.());

  measure();
  showChapter();

  // ---- keys, where the player or the transcript has the focus (WCAG 2.2, 2.1.4)
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    if (!event.target.closest('[data-player],[data-controls],.tr')) return;
    if (event.target.closest('select,summary,input,textarea')) return;
    const onButton = event.target.closest('button,a');
    const onStrip = event.target.closest('.tr');
    const keys = {
      ' ': onButton ? null : () => (film.paused ? play() : film.pause()),
      ArrowLeft: onStrip ? null : acts.back,
      ArrowRight: onStrip ? null : acts.on,
      c: turnCaptions,
      m: () => (film.muted = !film.muted),
      l: turnLoop,
    };
    const act = keys[event.key];
    if (!act) return;
    act();
    event.preventDefault();
  }, true);

  // ---- the place on this device
  const item = film.dataset.film;
  function keep() {
    const { [item]: before, ...others } = readMap(PLACES);
    const near = film.currentTime > 5 && film.currentTime < (film.duration || 0) * 0.95;
    if (!near && before === undefined) return;
    const kept = Object.entries(others).slice(-MOST_PLACES + 1);
    write(PLACES, Object.fromEntries(near ? [...kept, [item, Math.floor(film.currentTime)]] : kept));
  }
  let keptAt = 0;
  film.addEventListener('timeupdate', () => {
    if (Math.abs(film.currentTime - keptAt) < 5) return;
    keptAt = film.currentTime;
    keep();
    if (film.duration && film.currentTime >= film.duration * 0.8) see(item);
  });
  film.addEventListener('pause', keep);
  addEventListener('pagehide', keep);
  const before = Number(readMap(PLACES)[item]);
  if (before > 5 && !named) {
    const resume = () => {
      if (film.currentTime > 1) return;
      film.currentTime = before;
      const resumed = controls.querySelector('[data-resumed]');
      const clock = `${String(Math.floor(before / 60)).padStart(2, '0')}:${String(before % 60).padStart(2, '0')}`;
      resumed.querySelector('[data-format]').textContent = resumed.querySelector('[data-format]').dataset.format.replace('{0}', clock);
      resumed.hidden = false;
    };
    if (film.readyState > 0) resume();
    else film.addEventListener('loadedmetadata', resume, { once: true });
  }

  // ---- the end: the next episode is offered, never started
  const next = document.querySelector('[data-next]');
  film.addEventListener('ended', () => {
    see(item);
    keep();
    if (next) next.hidden = false;
  });
  film.addEventListener('play', () => next && (next.hidden = true));

  // ---- a small picture while reading on
  const box = film.closest('.vid');
  const small = document.querySelector('[data-small]');
  let wanted = true;
  function shrink(now) {
    box.classList.toggle('mini', now);
    small.hidden = !now;
  }
  if (small && 'IntersectionObserver' in window) {
    new IntersectionObserver(([entry]) => {
      if (entry.intersectionRatio >= 0.3) {
        wanted = true;
        shrink(false);
      } else if (wanted && !film.paused && !full()) shrink(true);
    }, { threshold: [0, 0.3] }).observe(box);
    small.addEventListener('click', () => {
      wanted = false;
      film.pause();
      shrink(false);
      (at?.lines[0].querySelector('button') ?? film).focus({ preventScroll: true });
    });
  }
}
