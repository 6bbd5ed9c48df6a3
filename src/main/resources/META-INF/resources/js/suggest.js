// Suggestions while typing, after the combobox pattern of ARIA 1.2. Without this script the field asks as well.
const WAIT = 60;
const SIZE = 8;
const MONGOLIAN = /[\u1820-\u18aa]/;
const vertical = document.documentElement.classList.contains('v');
const next = vertical ? ['ArrowDown', 'ArrowRight'] : ['ArrowDown'];
const previous = vertical ? ['ArrowUp', 'ArrowLeft'] : ['ArrowUp'];

export const attach = (input) => {
  if (input.getAttribute('role') === 'combobox') return;
  const form = input.form;
  const list = document.createElement('div');
  list.id = `${input.id}-suggestions`;
  list.className = 'suggest';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', input.labels[0]?.textContent ?? '');
  form.append(list);
  const states = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': list.id, 'aria-expanded': 'false' };
  Object.entries(states).forEach(([name, value]) => input.setAttribute(name, value));

  let active = -1;
  let composing = false;
  let timer;
  let request;

  const open = () => !list.hidden;

  const point = (to) => {
    list.children[active]?.setAttribute('aria-selected', 'false');
    active = to;
    const option = list.children[active];
    if (!option) {
      input.removeAttribute('aria-activedescendant');
      return;
    }
    option.setAttribute('aria-selected', 'true');
    input.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };

  const close = () => {
    clearTimeout(timer);
    request?.abort();
    request = undefined;
    point(-1);
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
  };

  const option = ({ text, url }, number) => {
    const link = document.createElement('a');
    link.id = `${list.id}-${number}`;
    link.className = url ? 'page' : 'question';
    link.href = url || `${form.action}?${new URLSearchParams({ q: text })}`;
    link.tabIndex = -1;
    link.setAttribute('role', 'option');
    link.setAttribute('aria-selected', 'false');
    const words = document.createElement('span');
    const mongolian = MONGOLIAN.test(text);
    words.lang = mongolian ? 'mn-Mong' : 'zh-Hans';
    if (mongolian) words.className = 'mn';
    words.textContent = text;
    link.append(words);
    return link;
  };

  const show = (suggestions) => {
    point(-1);
    list.replaceChildren(...suggestions.map(option));
    list.hidden = suggestions.length === 0;
    list.scrollTo(0, 0);
    input.setAttribute('aria-expanded', String(open()));
  };

  const ask = async () => {
    const typed = input.value;
    request?.abort();
    if (!typed.trim()) {
      close();
      return;
    }
    const mine = new AbortController();
    request = mine;
    try {
      const asked = new URLSearchParams({ q: typed, lang: document.body.dataset.lang, size: SIZE });
      const answer = await fetch(`/api/v1/suggest?${asked}`, { signal: mine.signal, credentials: 'omit' });
      const suggestions = answer.ok ? (await answer.json()).suggestions : [];
      // What was typed since, or in another field, asks for itself.
      if (request === mine && !composing && document.activeElement === input) show(suggestions);
    } catch {
      if (request === mine) close(); // no network: the field works without
    }
  };

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  };

  const choose = (link) => {
    close();
    if (link.classList.contains('page')) {
      location.assign(link.href);
      return;
    }
    input.value = link.textContent;
    form.requestSubmit();
  };

  input.addEventListener('input', (event) => {
    if (!composing && !event.isComposing) later();
  });
  input.addEventListener('compositionstart', () => {
    composing = true;
    close();
  });
  input.addEventListener('compositionend', () => {
    composing = false;
    later();
  });
  input.addEventListener('blur', close);
  form.addEventListener('submit', (event) => {
    if (composing) event.preventDefault();
    else close();
  });
  // A pressed mouse must not take the focus from the field, which would close the list before the click.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const link = event.target.closest('[role=option]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    choose(link);
  });

  const move = (step) => {
    const places = list.children.length + 1;
    point(((active + 1 + step + places) % places) - 1);
  };

  input.addEventListener('keydown', (event) => {
    // 229 is what browsers call a key that an input method has taken.
    if (composing || event.isComposing || event.keyCode === 229) return;
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (next.includes(event.key) && !open() && input.value.trim()) ask();
    else if (next.includes(event.key) && open()) move(1);
    else if (previous.includes(event.key) && open()) move(-1);
    else if (event.key === 'Enter' && open() && active >= 0) choose(list.children[active]);
    else if (event.key === 'Escape' && open()) close();
    else return;
    event.preventDefault();
  });

  if (input.value && document.activeElement === input && !input.defaultValue) later();
};
