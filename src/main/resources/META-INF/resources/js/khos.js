// Small behaviours. Every page is complete without them.
(() => {
  const root = document.documentElement;
  const script = document.currentScript;
  const vertical = root.classList.contains('v');
  const suggestions = script.dataset.suggest;

  // What the device remembers. Where storage is forbidden, nothing is remembered.
  const memory = {
    get(key) {
      try {
        return localStorage.getItem(key);
      } catch {
        return null;
      }
    },
    set(key, value) {
      try {
        localStorage.setItem(key, value);
      } catch {
        // Forbidden or full: the choice holds for this page only.
      }
    },
  };

  // ---- theme
  function turnTheme() {
    const dark = root.dataset.theme
      ? root.dataset.theme === 'dark'
      : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
    memory.set('khos-theme', root.dataset.theme);
  }

  // ---- lessons: learn, both, mother
  const modes = document.querySelector('[data-modes]');
  if (modes) {
    const show = (mode) => {
      document.body.dataset.mode = mode;
      document.querySelectorAll('.open').forEach((one) => one.classList.remove('open'));
      document.querySelectorAll('.cover').forEach((one) => (one.hidden = false));
    };
    const remembered = [...modes.querySelectorAll('input')].find((one) => one.value === memory.get('khos-mode'));
    if (remembered) {
      remembered.checked = true;
      show(remembered.value);
    }
    modes.addEventListener('change', (event) => {
      show(event.target.value);
      memory.set('khos-mode', event.target.value);
    });
  }

  function uncover(button) {
    button.parentNode.querySelector(vertical ? '.zt' : '.mn').classList.add('open');
    button.hidden = true;
  }

  // ---- episodes seen on this device
  let seen = [];
  try {
    const kept = JSON.parse(memory.get('khos-seen') || '[]');
    seen = Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
  } catch {
    // Not ours, or cut short: begin anew.
  }

  function markSeen() {
    const known = new Set(seen);
    let count = 0;
    document.querySelectorAll('.teeth [data-episode]').forEach((tooth) => {
      if (known.has(tooth.dataset.episode) && !tooth.classList.contains('seen')) {
        tooth.classList.add('seen');
        tooth.setAttribute('aria-label', `${tooth.getAttribute('aria-label')} ${tooth.closest('ol').dataset.seenWord}`);
      }
      if (tooth.classList.contains('seen')) count++;
    });
    document.querySelectorAll('li[data-episode]').forEach((item) => {
      if (!known.has(item.dataset.episode)) return;
      item.classList.add('seen');
      const mark = item.querySelector('.mk');
      if (mark && !item.hasAttribute('aria-current')) mark.textContent = mark.dataset.seen;
    });
    document.querySelectorAll('[data-seen-key]').forEach((key) => {
      key.hidden = count === 0;
      key.firstElementChild.textContent = key.dataset.format.replace('{0}', count);
    });
  }
  markSeen();

  // ---- film, captions, transcript
  const film = document.querySelector('video[data-film]');
  const lines = [...document.querySelectorAll('[data-cue]')];

  function current(seconds) {
    let start = null;
    for (const line of lines) {
      if (Number(line.dataset.cue) <= seconds && seconds < Number(line.dataset.until)) start = line.dataset.cue;
    }
    return start;
  }

  let shown = null;
  function follow(start, move) {
    if (start === shown || start === null) return;
    shown = start;
    for (const line of lines) {
      const here = line.dataset.cue === start;
      if (here) line.setAttribute('aria-current', 'true');
      else line.removeAttribute('aria-current');
      if (!here) continue;
      line.querySelectorAll('.x').forEach((text) => {
        const chinese = text.lang === 'zh-Hans';
        const caption = document.querySelector(`[data-caption=${chinese ? 'zh' : 'mn'}]`);
        if (caption) caption.replaceChildren(...[...text.childNodes].map((node) => node.cloneNode(true)));
      });
      // Only the strip moves, never the page.
      const strip = line.parentNode;
      if (move && strip.scrollWidth > strip.clientWidth + 1 && strip.classList.contains('tr-m')) {
        strip.scrollLeft += line.getBoundingClientRect().left - strip.getBoundingClientRect().left - 24;
      }
    }
  }

  function seek(line) {
    follow(line.dataset.cue, true);
    if (film) {
      film.currentTime = Number(line.dataset.cue) + 0.01;
      const playing = film.play();
      if (playing) playing.catch(() => {});
    }
  }

  if (film) {
    // We draw the captions ourselves, in both languages; the browser's own would cover the picture.
    // Only the full screen, which has no room beside the picture, shows those in the language of the page.
    const show = (full) => [...film.textTracks].forEach((track) => {
      if (lines.length) track.mode = full && track.language === root.lang ? 'showing' : 'hidden';
    });
    show(false);
    film.addEventListener('loadedmetadata', () => show(false), { once: true });
    film.addEventListener('fullscreenchange', () => show(document.fullscreenElement === film));
    film.addEventListener('webkitbeginfullscreen', () => show(true));
    film.addEventListener('webkitendfullscreen', () => show(false));
    film.addEventListener('timeupdate', () => follow(current(film.currentTime), true));
    film.addEventListener('seeked', () => follow(current(film.currentTime), true));
    [...film.textTracks].forEach((track) =>
      track.addEventListener('cuechange', () => follow(current(film.currentTime), true)),
    );
    let done = seen.includes(film.dataset.film);
    film.addEventListener('timeupdate', () => {
      if (done || !film.duration || film.currentTime < film.duration * 0.8) return;
      done = true;
      seen = [...seen, film.dataset.film].slice(-2000);
      memory.set('khos-seen', JSON.stringify(seen));
      markSeen();
    });
  }

  // ---- typing Mongolian: its script comes when it is wanted
  let typing = null;
  function type(field) {
    const { input, inputSheet, inputWords } = script.dataset;
    const module = (typing ??= import(input).then(async (loaded) => {
      await loaded.start({ words: JSON.parse(inputWords), sheet: inputSheet });
      return loaded;
    }));
    module.then(
      (loaded) => field && loaded.open(field),
      () => (typing = null), // no network: the fields are fields, and the next wish tries again
    );
  }
  if (document.querySelector('textarea[data-mongolian-input]')) type();
  document.querySelectorAll('[data-mongolian-open]').forEach((button) => {
    button.hidden = false;
    button.addEventListener('click', () => typing ?? type(button.form.querySelector('[data-mongolian-input]')));
  });

  // ---- the converter
  const form = document.querySelector('[data-convert]');
  if (form) {
    form.addEventListener('submit', (event) => {
      const file = form.elements.file.files[0];
      const size = file ? file.size : new Blob([form.elements.text.value]).size;
      if (size <= Number(form.dataset.largest)) return;
      event.preventDefault();
      form.querySelector('[data-problem]').textContent = form.dataset.tooLarge;
    });
  }

  // Without a Menksoft font its codes are nothing but boxes: then only the other text is shown.
  if (document.querySelector('.box.menk')) {
    const lacking = () => root.classList.add('no-menk');
    document.fonts.load('16px "Khos Menksoft"', '\uE266').then((fonts) => fonts.length || lacking(), lacking);
  }

  async function copy(button) {
    const field = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      // Not allowed, or a page without TLS: the older way.
      field.select();
      document.execCommand('copy');
    }
    button.textContent = button.dataset.done;
  }

  // ---- #t12.500 in the address: that line, and the film there, which waits to be played
  function arrive() {
    const place = /^#t(\d+(?:\.\d+)?)$/.exec(location.hash);
    if (!place || !lines.length) return;
    const seconds = Number(place[1]);
    const before = lines.filter((line) => Number(line.dataset.cue) <= seconds);
    // The two languages may begin a line at different moments.
    const start = document.getElementById(location.hash.slice(1))?.dataset.cue ?? current(seconds) ??
      (before.at(-1) ?? lines[0]).dataset.cue;
    follow(start, true);
    lines.find((line) => line.dataset.cue === start).scrollIntoView({ block: 'center', inline: 'center' });
    if (!film) return;
    const go = () => (film.currentTime = Number(start) + 0.01);
    if (film.readyState > 0) go();
    else film.addEventListener('loadedmetadata', go, { once: true });
  }
  arrive();
  addEventListener('hashchange', arrive);

  // ---- suggestions: fetched when a search field gets the focus
  const fields = 'form.find[action$="/search"] input[name=q]';
  function suggest(field) {
    // Without a network the field works without them.
    if (field.matches(fields)) import(suggestions).then((module) => module.attach(field), () => {});
  }
  document.addEventListener('focusin', (event) => suggest(event.target));
  if (document.activeElement) suggest(document.activeElement);

  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-do]');
    if (!button) return;
    if (button.dataset.do === 'copy') copy(button);
    if (button.dataset.do === 'theme') turnTheme();
    if (button.dataset.do === 'show') uncover(button);
    if (button.dataset.do === 'cue') seek(button.closest('[data-cue]'));
  });

  // ---- vertical pages: wheel and keys go sideways
  if (!vertical) return;
  addEventListener(
    'wheel',
    (event) => {
      if (event.ctrlKey || event.shiftKey || Math.abs(event.deltaY) <= Math.abs(event.deltaX)) return;
      const step = event.deltaMode === 1 ? 24 : event.deltaMode === 2 ? innerWidth : 1;
      scrollBy({ left: event.deltaY * step });
      event.preventDefault();
    },
    { passive: false },
  );
  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.target.closest('input, textarea, select, video, button, [contenteditable]')) return;
    if (event.key === ' ' && event.target.closest('a')) return;
    const bar = document.querySelector('.vbar');
    const screen = (innerWidth - (bar ? bar.offsetWidth : 0)) * 0.9;
    const steps = {
      ArrowRight: 80,
      ArrowLeft: -80,
      PageDown: screen,
      PageUp: -screen,
      ' ': event.shiftKey ? -screen : screen,
      Home: -root.scrollWidth,
      End: root.scrollWidth,
    };
    const left = steps[event.key];
    if (left === undefined) return;
    scrollBy({ left });
    event.preventDefault();
  });
})();
