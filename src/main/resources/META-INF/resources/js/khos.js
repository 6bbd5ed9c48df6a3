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

  // ---- the size of the text
  const sizes = [...document.querySelectorAll('[data-do=size]')];
  function nameSize() {
    sizes.forEach((button) => {
      const name = button.dataset.names.split(' ')[Number(root.dataset.size ?? 1)];
      button.setAttribute('aria-label', button.dataset.format.replace('{0}', name));
    });
  }
  function turnSize() {
    root.dataset.size = (Number(root.dataset.size ?? 1) + 1) % 4;
    memory.set('khos-size', root.dataset.size);
    nameSize();
    tell(sizes[0].getAttribute('aria-label'));
  }
  nameSize();

  // ---- a word that something was done, shown for a moment and read out
  const told = document.createElement('p');
  told.className = 'told';
  told.setAttribute('role', 'status');
  document.body.append(told);
  let telling;
  function tell(text) {
    clearTimeout(telling);
    told.lang = /\p{Script=Han}/u.test(text) ? 'zh-Hans' : root.lang;
    told.textContent = text;
    telling = setTimeout(() => told.replaceChildren(), 3000);
  }

  async function copyText(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Not allowed, or a page without TLS: the older way.
      const field = document.createElement('textarea');
      field.value = text;
      document.body.append(field);
      field.select();
      document.execCommand('copy');
      field.remove();
    }
  }

  // ---- lists kept on the device
  function readList(key) {
    try {
      const kept = JSON.parse(memory.get(key) || '[]');
      return Array.isArray(kept) ? kept : [];
    } catch {
      return []; // not ours, or cut short: begin anew
    }
  }
  function readMap(key) {
    try {
      const kept = JSON.parse(memory.get(key) || '{}');
      return kept && typeof kept === 'object' && !Array.isArray(kept) ? kept : {};
    } catch {
      return {}; // as above
    }
  }
  const write = (key, value) => memory.set(key, JSON.stringify(value));

  // ---- episodes seen on this device
  let seen = readList('khos-seen').filter((one) => typeof one === 'string');
  function see(item) {
    if (seen.includes(item)) return;
    seen = [...seen, item].slice(-2000);
    write('khos-seen', seen);
    markSeen();
  }

  function markSeen() {
    const known = new Set(seen);
    const shown = new Set();
    document.querySelectorAll('.teeth [data-episode]').forEach((tooth) => {
      if (known.has(tooth.dataset.episode) && !tooth.classList.contains('seen')) {
        tooth.classList.add('seen');
        tooth.setAttribute('aria-label', `${tooth.getAttribute('aria-label')} ${tooth.closest('ol').dataset.seenWord}`);
      }
      if (tooth.classList.contains('seen')) shown.add(tooth);
    });
    document.querySelectorAll('li[data-episode]').forEach((item) => {
      if (!known.has(item.dataset.episode)) return;
      item.classList.add('seen');
      const mark = item.querySelector('.mk');
      if (mark && !item.hasAttribute('aria-current')) mark.textContent = mark.dataset.seen;
    });
    document.querySelectorAll('[data-seen-key]').forEach((key) => {
      const count = [...shown].filter((tooth) => tooth.closest('ol') === key.previousElementSibling).length;
      key.hidden = count === 0;
      key.querySelector('[data-format]').textContent = key.querySelector('[data-format]').dataset.format.replace('{0}', count);
      key.querySelector('progress').value = count;
    });
  }
  markSeen();

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
    await copyText(document.getElementById(button.dataset.copy).value);
    button.textContent = button.dataset.done;
  }

  // ---- the other language at the same place
  function place() {
    const film = document.querySelector('video[data-film]');
    if (film && film.currentTime > 1) return `t${film.currentTime.toFixed(3)}`;
    if (Math.max(Math.abs(scrollX), scrollY) < 40) return location.hash.slice(1);
    const bar = document.querySelector('.vbar');
    const from = vertical && bar ? bar.offsetWidth : 0;
    // The sentence a link led to, as long as it is seen: others may begin before it in its line.
    const places = [...document.querySelectorAll('main :target'), ...document.querySelectorAll('main [id]')];
    const inView = places.find((one) => {
      if (!/^[st]\d[\d.]*$/.test(one.id)) return false;
      const box = one.getBoundingClientRect();
      return vertical ? box.right > from + 40 && box.left < innerWidth : box.bottom > 80 && box.top < innerHeight;
    });
    return inView ? inView.id : '';
  }
  document.querySelectorAll('.lang,.zs').forEach((link) => {
    const address = link.getAttribute('href');
    const aim = () => {
      const at = place();
      link.setAttribute('href', at ? `${address}#${at}` : address);
    };
    // Before a press of any button of the mouse, for new windows too; keys make a click.
    link.addEventListener('pointerdown', aim);
    link.addEventListener('click', aim);
  });

  // ---- practice: its script comes when it is wanted
  const practice = document.querySelector('[data-practice]');
  if (practice) {
    practice.hidden = false;
    practice.addEventListener('click', (event) => {
      const button = event.target.closest('[data-kind]');
      if (!button) return;
      import(practice.dataset.practice).then(
        (module) => module.start(practice, button.dataset.kind, kit),
        () => tell(practice.dataset.problem),
      );
    });
  }

  // ---- what this kind of page does
  const kit = { root, vertical, memory, readList, readMap, write, see, tell, copyText, type };
  if (script.dataset.page) import(script.dataset.page).then((module) => module.start(kit), () => {});

  // ---- what was read stays readable without a network
  if ('serviceWorker' in navigator && 'caches' in window) {
    // Where a browser forbids it, as in some private windows, pages need the network.
    const begun = navigator.serviceWorker.register(script.dataset.worker, { updateViaCache: 'none' });
    begun.then(() => navigator.serviceWorker.ready, () => null).then((worker) => {
      if (worker && !navigator.serviceWorker.controller) worker.active.postMessage({ read: location.pathname });
    });
    const keeper = document.querySelector('[data-offline]');
    if (keeper) import(keeper.dataset.offline).then((module) => module.attach(keeper, kit), () => {});
  }

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
    if (button.dataset.do === 'size') turnSize();
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
