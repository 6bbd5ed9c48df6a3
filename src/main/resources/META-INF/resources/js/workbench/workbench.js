// What the workbench does in the browser alone: light or dark, input methods, and what was typed while the server was away.
const root = document.documentElement;
const THEME = 'khos-workbench-theme';
const DRAFT = 'khos-draft:';

const stored = {
  get(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // storage is switched off: drafts live on the server alone
    }
  },
  set(key, value) {
    try {
      localStorage.setItem(key, value);
    } catch {
      // full or switched off, as above
    }
  },
  remove(key) {
    try {
      localStorage.removeItem(key);
    } catch {
      // as above
    }
  },
};

const dark = () =>
  root.getAttribute('theme') ? root.getAttribute('theme') === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
const show = (theme) => root.setAttribute('theme', theme);
show(stored.get(THEME) ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'));

document.addEventListener('click', (event) => {
  if (!event.target.closest?.('[data-theme-toggle]')) return;
  show(dark() ? 'light' : 'dark');
  stored.set(THEME, root.getAttribute('theme'));
});

const inText = (target) => target.closest?.('input,textarea,vaadin-text-field,vaadin-text-area,[contenteditable]');

// A key that the input method takes to finish a word is not a key of ours: it must not reach any shortcut.
const guard = (event) => {
  if (event.isComposing || event.keyCode === 229) event.stopImmediatePropagation();
};
window.addEventListener('keydown', guard, true);

const panes = () =>
  ['#segments', '#source', '#target textarea', '#issues .issue-text', '#matches .tp', '#terms .tp', '#concordance .tp', '#comments .tp', '#history .tp', '#preview .page']
    .map((pane) => document.querySelector(pane))
    .filter((pane) => pane?.checkVisibility());

document.addEventListener('keydown', (event) => {
  if (!inText(event.target) && /^[123]$/.test(event.key)) document.getElementById(`conflict-pick-${event.key}`)?.click();
  if (!inText(event.target) && !event.ctrlKey && !event.altKey && !event.metaKey && !document.querySelector('vaadin-dialog[opened]')) {
    if (event.key === '?') document.getElementById('keys')?.click();
    if (event.key === 'n' || event.key === 'N') document.getElementById('new')?.click();
    if (event.key === '/' && document.getElementById('search')) {
      document.getElementById('search').focus();
      event.preventDefault();
    }
  }
  if (event.key === 'Enter' && !event.ctrlKey && event.target.closest?.('#find-what,#find-with')) {
    event.preventDefault();
    document.getElementById('find-go')?.click();
  }
  if (event.key === 'F6') {
    const all = panes();
    if (!all.length) return;
    const here = all.findIndex((pane) => pane.contains(document.activeElement));
    all[(here + (event.shiftKey ? all.length - 1 : 1)) % all.length].focus();
    event.preventDefault();
  }
  if (event.ctrlKey && event.key === 's' && document.getElementById('target')) event.preventDefault();
});

// The text field of an area, once its component has made it.
const fieldOf = async (area) => {
  await customElements.whenDefined('vaadin-text-area');
  for (;;) {
    const field = area()?.querySelector('textarea');
    if (field) return field;
    await new Promise(requestAnimationFrame);
  }
};

const dressed = new Map();
const dress = (address) => {
  if (!dressed.has(address)) {
    const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address });
    dressed.set(address, new Promise((resolve) => ['load', 'error'].forEach((type) => sheet.addEventListener(type, resolve))));
    document.head.append(sheet);
  }
  return dressed.get(address);
};

let open = null;

// What was selected last in the source: selecting in the target takes the browser's own selection away from it.
let picked = '';
const tidy = (text) => text.replace(/^[ \t\r\n\u3000]+|[ \t\r\n\u3000]+$/g, '');
document.addEventListener('selectionchange', () => {
  const source = document.getElementById('source');
  const selection = getSelection();
  if (source?.contains(selection.anchorNode) && source.contains(selection.focusNode)) picked = tidy(selection.toString());
});

// Brings the row of the open segment into view; the list may still be reading its rows.
const bring = (place, tries = 20) => {
  const list = document.getElementById('segments');
  if (!list) return;
  // The row that was open a moment ago may still be marked.
  const row = list.querySelector(`[data-current][data-row="${place}"]`)?.getBoundingClientRect();
  const box = list.getBoundingClientRect();
  if (row && row.top >= box.top && row.bottom <= box.bottom) return;
  if (list.items?.length > place || list.size > place) list.scrollToIndex(Math.max(0, place - 2));
  if (tries > 0) setTimeout(() => bring(place, tries - 1), 100);
};

let touched = Date.now();
['keydown', 'pointerdown'].forEach((type) => addEventListener(type, () => (touched = Date.now()), { capture: true, passive: true }));

const keep = (event) => {
  if (open && event.target.closest?.('#target')) {
    stored.set(DRAFT + open.id, JSON.stringify({ version: open.version, base: open.base, text: event.target.value }));
  }
};
document.addEventListener('input', keep, true);

const kept = (id) => {
  try {
    const draft = JSON.parse(stored.get(DRAFT + id) ?? 'null');
    return typeof draft?.text === 'string' && Number.isInteger(draft.version) ? draft : null;
  } catch {
    return null; // not ours
  }
};

// While the server cannot be reached, say so where the saving is told; what is typed stays in this browser.
const watch = () => {
  const connection = window.Vaadin?.connectionState;
  connection?.addStateChangeListener((before, now) => {
    const away = document.getElementById('away');
    if (away) away.hidden = now !== 'reconnecting' && now !== 'connection-lost';
  });
  return connection;
};
if (!watch()) addEventListener('load', watch, { once: true });

window.khosWorkbench = {
  // Typing Mongolian into an area, mostly that of the target.
  async input(place, words, area = null) {
    const host = () => area ?? document.getElementById('target');
    const [typing, field] = await Promise.all([
      import('./mongolian-input.js'),
      fieldOf(host),
      dress(new URL('mongolian-input.css', import.meta.url).href),
    ]);
    typing.attach(field, { place, words, look: 'workbench' });
    host().addEventListener('value-changed', () => typing.refresh(field));
  },
  // Goes to the next term of the source, behind the last one back to the text.
  nextTerm() {
    const terms = [...document.querySelectorAll('#source .tm')];
    const next = terms[terms.indexOf(document.activeElement) + 1];
    (next ?? document.querySelector('#target textarea')).focus();
  },
  // A segment was opened: offer what was typed into it and never acknowledged.
  opened(view, id, version, text, place, address) {
    open = { id, version, base: text };
    picked = '';
    // Not by way of the router: the view is the same, and the address is absolute whatever page came first.
    history.replaceState(history.state, '', address);
    bring(place);
    const draft = kept(id);
    if (draft && draft.text !== text) view.$server.recover(id, draft.version, draft.text, draft.base ?? null);
    else stored.remove(DRAFT + id);
  },
  // The server has stored a text: forget it, unless more was typed meanwhile; that stands upon the new version.
  saved(id, version, text) {
    if (open?.id === id) open = { id, version, base: text };
    const draft = kept(id);
    if (!draft || draft.text === text) stored.remove(DRAFT + id);
    else stored.set(DRAFT + id, JSON.stringify({ version, base: text, text: draft.text }));
  },
  // Somebody else changed the open segment, which nobody has touched here, as far as the server knows.
  updated(view, id, version, text) {
    if (open?.id !== id) return;
    open = { id, version, base: text };
    const draft = kept(id);
    if (draft && draft.text !== text) view.$server.recover(id, draft.version, draft.text, draft.base ?? null);
  },
  // A list that became shorter is told to empty rows it no longer has, on which Vaadin's part of it fails.
  shortening(list) {
    const { clear } = list.$connector;
    list.$connector.clear = (first, count) => {
      if (first < list.items.length) clear(first, count);
    };
  },
  // Asks every few seconds what the others do; somebody who has touched nothing for ten minutes no longer counts as there.
  company(view) {
    const asking = setInterval(() => {
      if (!view.isConnected) clearInterval(asking);
      else if (navigator.onLine) view.$server.look(Date.now() - touched < 600_000);
    }, 5_000);
  },
  // What was typed into a segment and not acknowledged, if anything.
  typed(id) {
    return kept(id)?.text ?? null;
  },
  // Puts a text in the place of what stands in a field, as if typed: the browser's undo takes it back.
  type(field, text) {
    const area = field.querySelector('textarea');
    area.focus();
    area.select();
    document.execCommand(text ? 'insertText' : 'delete', false, text);
  },
  // Puts a text at the caret, or in the place of what is selected, as if typed.
  insert(field, text) {
    field.querySelector('textarea').focus();
    document.execCommand('insertText', false, text);
  },
  // What is selected in the source, in the target, and on the side of the caret before the other.
  selected() {
    const field = document.querySelector('#target textarea');
    const typed = tidy(field.value.slice(field.selectionStart, field.selectionEnd));
    return [picked, typed, document.activeElement === field ? typed || picked : picked || typed];
  },
  forget(id) {
    stored.remove(DRAFT + id);
  },
};
