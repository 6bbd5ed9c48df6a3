// Exercises made from the pairs of a page: choose, put in order, type, and cards that come back when they are about to be
// forgotten. What was right and what was wrong stays on the device.
const CARDS = 'khos-cards';
const RESULTS = 'khos-practice';
const MOST_CARDS = 3000;
const MOST_RESULTS = 500;
const ITEMS = 5;
const OPTIONS = 4;
const DAY = 86_400_000;

// Letters that are written with the same strokes somewhere in a word, for checking without a network; the server knows better.
const ALIKE = [/[ᠠᠡ]/g, 'ᠠ', /[ᠣᠤᠥᠦ]/g, 'ᠤ', /[ᠲᠳ]/g, 'ᠲ', /[ᠬᠭ]/g, 'ᠬ', /[ᠢᠶᠵ]/g, 'ᠢ'];

const bare = (text) => text.normalize('NFC').replace(/[\p{P}\p{Z}\s\u180B-\u180F\u200C\u200D]/gu, '').toLowerCase();
const shuffled = (all) => {
  const list = [...all];
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    [list[i], list[j]] = [list[j], list[i]];
  }
  return list;
};

/** SM-2 (Wozniak 1990): what a card is after an answer of `quality` 0 to 5; `days` is the time until it comes back. */
export function reviewed({ ease = 2.5, times = 0, days = 0 } = {}, quality) {
  const next = Math.max(1.3, ease + 0.1 - (5 - quality) * (0.08 + (5 - quality) * 0.02));
  if (quality < 3) return { ease: next, times: 0, days: 0 };
  return { ease: next, times: times + 1, days: times === 0 ? 1 : times === 1 ? 6 : Math.round(days * next) };
}

/** The words of a sentence, as they are laid out to be put in order. */
function parts(text, language) {
  const clean = text.trim();
  if (language === 'mn') return clean.split(/ +/).filter(Boolean);
  const segmenter = globalThis.Intl?.Segmenter && new Intl.Segmenter('zh', { granularity: 'word' });
  const words = segmenter ? [...segmenter.segment(clean)].filter((one) => one.isWordLike).map((one) => one.segment) : [];
  const letters = [...clean].filter((one) => bare(one));
  return words.length > 2 ? words : letters;
}

function pairsOf(section, readList) {
  const item = section.dataset.item;
  if (section.dataset.deck) {
    return readList('khos-words')
      .filter((word) => word && word.zh && word.mn)
      .map((word) => ({ key: `words#${word.id}`, zh: word.zh, mn: word.mn }));
  }
  const found = new Map();
  const add = (key, element) => {
    const pair = found.get(key) ?? { key: `${item}#${key}`, zh: '', mn: '' };
    const text = element.textContent.trim();
    pair[element.matches('[lang=zh-Hans]') ? 'zh' : 'mn'] = text;
    found.set(key, pair);
  };
  document.querySelectorAll('.pairs>li,.vpairs>li').forEach((line) =>
    line.querySelectorAll(':scope>.z,:scope>.zt,:scope>.mn,:scope>.m').forEach((half) => add(line.id, half)),
  );
  document.querySelectorAll('[data-cue]').forEach((line) =>
    line.querySelectorAll('.x').forEach((half) => add(`t${line.dataset.cue}`, half)),
  );
  const texts = new Set();
  return [...found.values()].filter((pair) => {
    const text = `${pair.zh}\n${pair.mn}`;
    return pair.zh && pair.mn && !texts.has(text) && texts.add(text);
  });
}

export function start(section, kind, { root, vertical, readList, readMap, write, type }) {
  const words = JSON.parse(section.dataset.words);
  const pairs = pairsOf(section, readList);
  const desk = section.querySelector('.desk');
  desk.hidden = false;

  const say = (name, ...values) => values.reduce((text, value, i) => text.replace(`{${i}}`, value), words[name] ?? name);

  function make(tag, { className = '', text = '', lang, ...rest } = {}, ...children) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = text;
    const language = lang ?? (text && root.lang !== 'zh-Hans' && /\p{Script=Han}/u.test(text) ? 'zh-Hans' : undefined);
    if (language) element.lang = language;
    Object.entries(rest).forEach(([name, value]) => element.setAttribute(name, value));
    element.append(...children);
    return element;
  }

  /** A text of either language; Mongolian stands upright wherever it is. */
  const shown = (text, language, tag = 'span', rest = {}) =>
    make(tag, { text, lang: language === 'zh' ? 'zh-Hans' : 'mn-Mong', className: language === 'mn' ? `mn${text.length > 16 ? ' long' : ''}` : 'z', ...rest });

  const button = (text, act, rest = {}) => {
    const made = make('button', { type: 'button', text, ...rest });
    made.addEventListener('click', act);
    return made;
  };

  const cards = () => readMap(CARDS);
  function learn(key, quality) {
    const { [key]: before, ...others } = cards();
    const card = reviewed(before, quality);
    const all = [...Object.entries(others).slice(-MOST_CARDS + 1), [key, { ...card, due: Date.now() + card.days * DAY }]];
    write(CARDS, Object.fromEntries(all));
    return card;
  }
  const due = (pair) => cards()[pair.key]?.due ?? 0;

  function lay(...children) {
    desk.replaceChildren(...children);
    const first = desk.querySelector('[data-first]') ?? desk.querySelector('input,button');
    if (first) first.focus({ preventScroll: true });
    const box = desk.getBoundingClientRect();
    if (vertical ? box.right > innerWidth || box.left < 0 : box.bottom > innerHeight || box.top < 0) {
      desk.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
  }

  if (!pairs.length) return lay(make('p', { className: 'none', text: say('empty'), tabindex: '-1', 'data-first': '' }));

  // ---- five exercises
  let score = 0;

  const other = (language) => (language === 'zh' ? 'mn' : 'zh');

  function verdict(pair, language, right, next) {
    if (right) score++;
    learn(pair.key, right ? 4 : 1);
    const answer = right ? [] : [shown(pair[language], language, 'span')];
    const line = make('p', { className: `verdict ${right ? 'right' : 'wrong'}`, role: 'status' });
    line.append(make('b', { text: say(right ? 'right' : 'wrong') }), ...answer);
    const on = button(say('next'), next, { className: 'go', 'data-next-item': '' });
    desk.append(line, on);
    on.focus({ preventScroll: true });
    const box = on.getBoundingClientRect();
    if (vertical ? box.right > innerWidth : box.bottom > innerHeight) on.scrollIntoView({ block: 'end', inline: 'end' });
  }

  function head(number, task, pair, from) {
    return make('div', { className: 'ask' },
      make('p', { className: 'kick', text: `${number} / ${Math.min(ITEMS, plan.length)}　${say(task)}` }),
      asked(pair, from));
  }

  const asked = (pair, language, rest = {}) => {
    const element = shown(pair[language], language, 'p', rest);
    element.classList.add('q');
    return element;
  };

  function choose(number, pair, to, next) {
    const wrong = shuffled(pairs.filter((one) => one[to] !== pair[to])).slice(0, OPTIONS - 1);
    const list = make('ol', { className: `opts ${to}` });
    shuffled([pair, ...wrong]).forEach((option) => {
      const choice = button('', () => {
        const right = option[to] === pair[to];
        list.querySelectorAll('button').forEach((one) => (one.disabled = true));
        choice.classList.add(right ? 'right' : 'wrong');
        verdict(pair, to, right, next);
      });
      choice.append(shown(option[to], to));
      list.append(make('li', {}, choice));
    });
    lay(head(number, 'choose', pair, other(to)), list);
    list.querySelector('button').focus({ preventScroll: true });
  }

  function order(number, pair, to, next) {
    const wanted = parts(pair[to], to);
    const laid = make('p', { className: `laid ${to}`, 'aria-label': say('laid'), role: 'group' });
    const heap = make('p', { className: `heap ${to}` });
    const check = button(say('check'), () => {
      const right = [...laid.children].map((one) => one.textContent).join(' ') === wanted.join(' ');
      [...laid.children].forEach((one) => (one.disabled = true));
      check.remove();
      verdict(pair, to, right, next);
    }, { className: 'go' });
    check.disabled = true;
    let mixed = shuffled(wanted);
    if (mixed.join() === wanted.join()) mixed = [...mixed.slice(1), mixed[0]];
    mixed.forEach((part) => {
      const tile = button('', () => {
        const nextTile = tile.nextElementSibling ?? tile.previousElementSibling;
        (tile.parentNode === laid ? heap : laid).append(tile);
        check.disabled = heap.children.length > 0;
        (heap.firstElementChild ? (nextTile?.isConnected && nextTile.parentNode === heap ? nextTile : heap.firstElementChild) : check).focus({ preventScroll: true });
      }, { className: 'tile' });
      tile.append(shown(part, to));
      heap.append(tile);
    });
    lay(head(number, 'order', pair, other(to)), laid, heap, check);
    heap.querySelector('button').focus({ preventScroll: true });
  }

  async function alike(given, wanted) {
    if (bare(given) === bare(wanted)) return true;
    if (!bare(given)) return false;
    try {
      const query = new URLSearchParams({ typed: given, wanted });
      const answer = await fetch(`${section.dataset.alike}?${query}`, { credentials: 'omit' });
      if (answer.ok) return (await answer.json()).alike === true;
    } catch {
      // no network: by the letters that look alike
    }
    const fold = (text) => {
      let folded = bare(text);
      for (let i = 0; i < ALIKE.length; i += 2) folded = folded.replace(ALIKE[i], ALIKE[i + 1]);
      return folded;
    };
    return fold(given) === fold(wanted);
  }

  function typed(number, pair, to, next) {
    const field = make('input', {
      lang: to === 'zh' ? 'zh-Hans' : 'mn-Mong', autocomplete: 'off', spellcheck: 'false', maxlength: '300', 'aria-label': say('type'),
      ...(to === 'mn' ? { 'data-mongolian-input': '' } : {}),
    });
    const form = make('form', { className: `type ${to}` }, field, make('button', { className: 'go', text: say('check') }));
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      if (field.readOnly || !field.value.trim()) return;
      field.readOnly = true;
      form.querySelector('.go').remove();
      verdict(pair, to, to === 'zh' ? bare(field.value) === bare(pair.zh) : await alike(field.value, pair.mn), next);
    });
    if (to === 'mn' && type) {
      form.insertBefore(button('ᠠ', () => type(field), { className: 'typing', 'aria-label': section.dataset.typing, lang: 'mn-Mong' }), form.lastChild);
    }
    lay(head(number, 'type', pair, other(to)), form);
    field.focus({ preventScroll: true });
  }

  let plan = [];
  function five() {
    score = 0;
    const byNeed = shuffled(pairs).sort((a, b) => due(a) - due(b));
    const kinds = [[choose, 'zh'], [choose, 'mn'], [order, 'mn'], [typed, 'zh'], [typed, 'mn']];
    plan = kinds.map(([exercise, to], i) => {
      // What is typed is short.
      const near = byNeed.slice(i).slice(0, 5).sort((a, b) => a[to].length - b[to].length);
      const pair = exercise === typed && near.length ? near[0] : byNeed[i % byNeed.length];
      if (exercise !== order) return [pairs.length < 2 && exercise === choose ? typed : exercise, pair, to];
      const able = (language) => byNeed.find((one) => parts(one[language], language).length > 1);
      const language = byNeed.some((one) => parts(one.mn, 'mn').length > 2) ? 'mn' : 'zh';
      const sentence = able(language) ?? able('zh');
      return sentence ? [order, sentence, language] : [pairs.length < 2 ? typed : choose, pair, 'zh'];
    });
    step(0);
  }
  function step(i) {
    if (i === plan.length) return finish();
    const [exercise, pair, to] = plan[i];
    exercise(i + 1, pair, to, () => step(i + 1));
  }
  function finish() {
    const all = readMap(RESULTS);
    const item = section.dataset.item;
    const best = Math.max(score, all[item]?.best ?? 0);
    const { [item]: before, ...others } = all;
    write(RESULTS, Object.fromEntries([...Object.entries(others).slice(-MOST_RESULTS + 1), [item, { last: score, best }]]));
    lay(
      make('p', { className: 'score', tabindex: '-1', 'data-first': '', role: 'status', text: say('score', score, plan.length) }),
      make('div', { className: 'acts' }, button(say('again'), five, { className: 'go' }), button(say('cards'), turn, { className: 'link' })),
    );
  }

  // ---- cards
  function turn() {
    const now = Date.now();
    const waiting = pairs.filter((pair) => due(pair) <= now).sort((a, b) => due(a) - due(b));
    if (!waiting.length) {
      const soonest = Math.min(...pairs.map(due));
      const days = Math.max(1, Math.ceil((soonest - now) / DAY));
      return lay(make('p', { className: 'score', tabindex: '-1', 'data-first': '', text: say('rest', days) }));
    }
    const pair = waiting[0];
    const from = document.body.dataset.target === 'mn' ? 'mn' : 'zh';
    const grades = make('div', { className: 'acts grades', hidden: '' });
    [['forgot', 1], ['hard', 3], ['good', 4], ['easy', 5]].forEach(([name, quality]) =>
      grades.append(button(say(name), () => {
        learn(pair.key, quality);
        turn();
      }, { className: 'grade' })),
    );
    const back = asked(pair, other(from), { hidden: '' });
    const flip = button(say('flip'), () => {
      back.hidden = false;
      grades.hidden = false;
      flip.remove();
      grades.children[2].focus({ preventScroll: true });
    }, { className: 'go', 'data-first': '' });
    lay(
      make('p', { className: 'kick', text: say('left', waiting.length) }),
      make('div', { className: 'flip' }, asked(pair, from), make('i', { className: vertical ? 'vspine' : 'spine', 'aria-hidden': 'true' }), back),
      flip,
      grades,
    );
  }

  // ---- digits choose
  if (!desk.dataset.keys) {
    desk.dataset.keys = 'on';
    desk.addEventListener('keydown', (event) => {
      if (event.target.closest('input') || event.ctrlKey || event.altKey || event.metaKey || !/^[1-9]$/.test(event.key)) return;
      const choices = [...desk.querySelectorAll('.opts button:not(:disabled),.heap button,.grades:not([hidden]) button')];
      choices[Number(event.key) - 1]?.click();
    });
  }

  if (kind === 'cards') turn();
  else five();
}
