// A text in sentence pairs: ways to read, links of sentences, cards of terms, words to keep. Without it both languages
// stand open, numbers are links, and terms lead to the list at the end.
const WORDS = 'khos-words';
const MOST_WORDS = 2000;

export function start({ root, vertical, memory, readList, write, tell, copyText }) {
  const body = document.body;
  const pairs = [...document.querySelectorAll('.pairs>li,.vpairs>li')];
  const chinese = (pair) => pair.querySelector('.z,.zt');
  const mongolian = (pair) => pair.querySelector('.mn,.m');

  // ---- learn, both, mother; and which of the two is learned
  const modes = document.querySelector('[data-modes]');

  /** The half of a pair that is covered now. */
  function covered(pair) {
    if (!modes || body.dataset.mode !== 'learn' || pair.classList.contains('open')) return null;
    if (!chinese(pair) || !mongolian(pair)) return null;
    return body.dataset.target === 'zh' ? mongolian(pair) : chinese(pair);
  }

  function cover(pair) {
    const hidden = covered(pair);
    // What is covered is neither read out nor reached by Tab.
    [chinese(pair), mongolian(pair)].forEach((half) => half && (half.inert = half === hidden));
    const button = pair.querySelector('.cover');
    if (button) button.setAttribute('aria-expanded', String(pair.classList.contains('open')));
  }

  function unfold(pair, open) {
    pair.classList.toggle('open', open);
    cover(pair);
  }

  if (modes) {
    const choose = (name, key, attribute) => {
      const inputs = [...document.querySelectorAll(`[data-modes] input[name=${name}]`)];
      const remembered = inputs.find((one) => one.value === memory.get(key));
      const chosen = remembered ?? inputs.find((one) => one.checked);
      if (chosen) {
        chosen.checked = true;
        body.dataset[attribute] = chosen.value;
      }
      inputs.forEach((input) =>
        input.addEventListener('change', () => {
          body.dataset[attribute] = input.value;
          memory.set(key, input.value);
          // The sentence that the address asks for stays open.
          pairs.forEach((pair) => unfold(pair, pair.matches(':target')));
        }),
      );
    };
    document.querySelectorAll('.target').forEach((one) => (one.hidden = false));
    choose('mode', 'khos-mode', 'mode');
    choose('target', 'khos-target', 'target');
    pairs.forEach(cover);
  }

  document.addEventListener('click', (event) => {
    const pair = event.target.closest('.pairs>li,.vpairs>li');
    if (!pair || body.dataset.mode !== 'learn' || event.target.closest('a')) return;
    if (event.target.closest('button:not(.cover)') || String(getSelection())) return;
    unfold(pair, !pair.classList.contains('open'));
  });

  function arrive() {
    if (!/^#s\d+$/.test(location.hash)) return;
    const pair = document.getElementById(location.hash.slice(1));
    if (!pair) return;
    unfold(pair, true);
    pair.scrollIntoView({ block: 'center', inline: 'center' });
  }
  arrive();
  addEventListener('hashchange', arrive);

  // ---- the number of a sentence is its link
  document.addEventListener('click', (event) => {
    const number = event.target.closest('.pn');
    if (!number) return;
    copyText(number.href).then(() => tell(number.dataset.copied));
  });

  // ---- terms
  const list = document.querySelector('[data-terms]');
  if (!list) return;
  const { close, keep, kept, keptTold, dropTold } = list.dataset;
  const known = () => readList(WORDS).filter((word) => word && typeof word.id === 'string');

  const say = (element, text) => {
    element.textContent = text;
    if (root.lang !== 'zh-Hans' && /\p{Script=Han}/u.test(text)) element.lang = 'zh-Hans';
    return element;
  };

  function word(entry) {
    const text = (selector) => entry.querySelector(selector)?.textContent.trim() ?? '';
    return {
      id: entry.dataset.id,
      zh: text('[data-word=zh]'),
      mn: text('[data-word=mn]'),
      latin: text('[data-word=latin]'),
      definition: text('[data-word=definition]'),
      path: location.pathname,
      title: document.querySelector('h1').textContent.trim(),
    };
  }

  function show(button, id) {
    const has = known().some((one) => one.id === id);
    button.setAttribute('aria-pressed', String(has));
    say(button, has ? kept : keep);
  }

  function keeper(entry) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = vertical ? 'more keep' : 'link keep';
    button.dataset.keep = entry.dataset.id;
    show(button, entry.dataset.id);
    return button;
  }

  list.querySelectorAll('[data-id]').forEach((entry) => entry.querySelector('.acts').append(keeper(entry)));

  const card = document.createElement('aside');
  card.className = 'card';
  card.hidden = true;
  card.setAttribute('role', 'dialog');
  card.setAttribute('aria-labelledby', 'card-title');
  list.before(card);
  let opener = null;

  function open(term) {
    const entry = document.getElementById(term.hash.slice(1));
    if (!entry) return false;
    opener = term;
    const shown = entry.cloneNode(true);
    shown.removeAttribute('id');
    const title = shown.querySelector('h3');
    const heading = document.createElement('h2');
    heading.id = 'card-title';
    heading.append(...title.childNodes);
    [...title.attributes].forEach((one) => heading.setAttribute(one.name, one.value));
    title.replaceWith(heading);
    const shut = document.createElement('button');
    shut.type = 'button';
    shut.className = 'ib shut';
    shut.dataset.shut = '';
    shut.setAttribute('aria-label', close);
    shut.innerHTML = '<svg class="i" viewBox="0 0 24 24" aria-hidden="true"><path d="m6 6 12 12M18 6 6 18"/></svg>';
    shown.querySelector('.hd').append(shut);
    card.replaceChildren(...shown.childNodes);
    card.dataset.id = entry.dataset.id;
    card.hidden = false;
    body.classList.add('with-card');
    shut.focus({ preventScroll: true });
    clear(term);
    return true;
  }

  /** Moves the page until the sentence of `term` stands free of the sheet. */
  function clear(term) {
    if (getComputedStyle(card).position !== 'fixed') return;
    const sheet = card.getBoundingClientRect();
    const line = term.getBoundingClientRect();
    if (vertical && line.right > sheet.left - 16) scrollBy({ left: line.right - sheet.left + 48 });
    if (!vertical && line.bottom > sheet.top - 16) scrollBy({ top: line.bottom - sheet.top + 48 });
  }

  function shut() {
    if (card.hidden) return;
    card.hidden = true;
    body.classList.remove('with-card');
    if (opener) opener.focus({ preventScroll: true });
    opener = null;
  }

  document.addEventListener('click', (event) => {
    const term = event.target.closest('a.term');
    if (term && !event.ctrlKey && !event.metaKey && !event.shiftKey && open(term)) {
      event.preventDefault();
      return;
    }
    if (event.target.closest('[data-shut]')) return shut();
    const button = event.target.closest('[data-keep]');
    if (button) {
      const id = button.dataset.keep;
      const entry = list.querySelector(`[data-id="${CSS.escape(id)}"]`);
      const has = known().some((one) => one.id === id);
      write(WORDS, has ? known().filter((one) => one.id !== id) : [...known(), word(entry)].slice(-MOST_WORDS));
      document.querySelectorAll('[data-keep]').forEach((one) => one.dataset.keep === id && show(one, id));
      tell(has ? dropTold : keptTold);
      return;
    }
    if (!card.hidden && !event.target.closest('.card')) shut();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || card.hidden) return;
    event.preventDefault();
    shut();
  });

  // ---- a sentence is said, to its end; pressing again stops
  const sound = new Audio();
  let saying = null;
  let until = 0;
  function hush() {
    sound.pause();
    saying?.setAttribute('aria-pressed', 'false');
    saying = null;
  }
  function listen() {
    if (!saying) return;
    if (sound.currentTime >= until) return hush();
    requestAnimationFrame(listen);
  }
  function begin() {
    if (!saying) return;
    sound.currentTime = Number(saying.dataset.from);
    const playing = sound.play();
    if (playing) playing.catch(hush); // the browser cannot play it, or was told to stop
    listen();
  }
  sound.addEventListener('ended', hush);
  sound.addEventListener('error', hush);
  sound.addEventListener('timeupdate', () => saying && sound.currentTime >= until && hush());
  document.querySelectorAll('[data-say]').forEach((button) => {
    button.hidden = false;
    button.addEventListener('click', () => {
      const again = saying === button;
      hush();
      if (again) return;
      saying = button;
      until = Number(button.dataset.until);
      button.setAttribute('aria-pressed', 'true');
      const wanted = new URL(button.dataset.say, location.href).href;
      if (sound.src !== wanted) sound.src = wanted;
      if (sound.readyState > 0) begin();
      else sound.addEventListener('loadedmetadata', begin, { once: true });
    });
  });
}
