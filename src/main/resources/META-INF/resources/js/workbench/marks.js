// What is marked in the texts of the open segment without touching them: codes and the places of issues in the box, places of
// issues in the source, and where the source would be cut.
import { Mirror } from './mongolian-input.js';

// The places of the box are drawn in an element of the same size over it; nothing in it takes room in the text.
class Over extends Mirror {
  constructor(field, host) {
    super(field, 'workbench');
    this.view.classList.add('marks');
    host.append(this.view);
    this.place();
  }

  place() {
    super.place();
    const base = this.view.parentElement;
    if (!base || base === document.body) return;
    const origin = base.getBoundingClientRect();
    const box = this.field.getBoundingClientRect();
    this.view.style.left = `${box.left - origin.left + this.field.clientLeft}px`;
    this.view.style.top = `${box.top - origin.top + this.field.clientTop}px`;
  }
}

// A place after the text around it has changed from `was` to `now`; null when it was changed itself.
function shifted(span, was, now) {
  let start = 0;
  const most = Math.min(was.length, now.length);
  while (start < most && was[start] === now[start]) start++;
  let end = 0;
  while (end < most - start && was[was.length - 1 - end] === now[now.length - 1 - end]) end++;
  const step = now.length - was.length;
  if (span[1] <= start) return span;
  if (span[0] >= was.length - end) return [span[0] + step, span[1] + step];
  return span[0] < start && span[1] > was.length - end ? [span[0], span[1] + step] : null;
}

class Marks {
  constructor(field) {
    this.field = field;
    this.text = field.value;
    this.codes = [];
    this.issues = [];
    this.over = new Over(field, field.closest('.tgt'));
    this.layer = document.createElement('div');
    this.over.view.append(this.layer);
    this.drawn = [];
    field.addEventListener('input', () => this.follow());
    field.addEventListener('scroll', () => this.later());
    field.addEventListener('keydown', (event) => this.key(event));
    field.closest('#target').addEventListener('value-changed', () => this.follow());
    new ResizeObserver(() => {
      this.over.measure();
      this.later();
    }).observe(field);
    document.fonts?.addEventListener('loadingdone', () => {
      this.over.measure();
      this.later();
    });
  }

  // What was found in `text`; more may have been typed since.
  set(text, codes, issues) {
    this.text = text;
    this.codes = codes;
    this.issues = issues;
    this.follow();
    this.later();
  }

  follow() {
    const now = this.field.value;
    if (now === this.text) return;
    const move = (span) => span && shifted(span, this.text, now);
    this.codes = this.codes
      .map((code) => ({ ...code, opening: move(code.opening), closing: move(code.closing), halves: code.closing ? 2 : 1 }))
      .filter((code) => code.opening && (code.halves === 1 || code.closing));
    this.issues = this.issues.map((issue) => ({ ...issue, span: move(issue.span) })).filter((issue) => issue.span);
    this.text = now;
    this.later();
  }

  later() {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = null;
      this.draw();
    });
  }

  draw() {
    const { over } = this;
    over.set(this.field.value);
    over.visible();
    const places = [
      ...this.codes.flatMap((code) => [code.opening, code.closing].filter(Boolean).map((span) => [span, 'code'])),
      ...this.issues.map((issue) => [issue.span, issue.severity]),
    ];
    let count = 0;
    if (over.node) {
      const view = over.view.getBoundingClientRect();
      for (const [[start, end], name] of places) {
        const from = Math.max(start, over.from);
        const to = Math.min(end, over.to);
        if (from >= to || count > 400) continue;
        const range = document.createRange();
        range.setStart(over.node, from - over.from);
        range.setEnd(over.node, to - over.from);
        for (const box of range.getClientRects()) {
          if (box.width < 0.5 || box.height < 0.5) continue;
          const mark = (this.drawn[count] ??= this.layer.appendChild(document.createElement('i')));
          count++;
          mark.hidden = false;
          mark.className = `mark-${name}${over.vertical ? ' upright' : ''}`;
          mark.style.left = `${box.left - view.left}px`;
          mark.style.top = `${box.top - view.top}px`;
          mark.style.width = `${box.width}px`;
          mark.style.height = `${box.height}px`;
        }
      }
    }
    for (let i = count; i < this.drawn.length; i++) this.drawn[i].hidden = true;
  }

  // A code goes as a whole, with its other half; the words between them stay. What is being composed is not ours.
  key(event) {
    if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return;
    if (event.ctrlKey || event.altKey || event.metaKey || (event.key !== 'Backspace' && event.key !== 'Delete')) return;
    const { selectionStart: at, selectionEnd, value } = this.field;
    if (at !== selectionEnd) return;
    const back = event.key === 'Backspace';
    const touches = (span) => span && (back ? span[0] < at && at <= span[1] : span[0] <= at && at < span[1]);
    const code = this.codes.findLast(({ opening, closing }) => touches(opening) || touches(closing));
    if (!code) return;
    event.preventDefault();
    const { opening, closing } = code;
    const inner = closing ? value.slice(opening[1], closing[0]) : '';
    const caret = !closing || touches(opening) ? opening[0] : opening[0] + inner.length;
    this.field.setSelectionRange(opening[0], (closing ?? opening)[1]);
    document.execCommand(inner ? 'insertText' : 'delete', false, inner);
    this.field.setSelectionRange(caret, caret);
  }
}

const box = () => document.querySelector('#target textarea');
const all = new WeakMap();
const marksOf = (field) => {
  if (!all.has(field)) all.set(field, new Marks(field));
  return all.get(field);
};

// ---------------------------------------------------------------------------------------------------------------------------
// The source: its characters are counted as its text has them, codes too.

const source = () => document.getElementById('source');

function place(node, offset) {
  const range = document.createRange();
  range.selectNodeContents(source());
  range.setEnd(node, offset);
  return range.toString().length;
}

function rangeOf([start, end]) {
  const walker = document.createTreeWalker(source(), NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let at = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const next = at + node.length;
    if (start >= at && start < next) range.setStart(node, start - at);
    if (end > at && end <= next) {
      range.setEnd(node, end - at);
      return range;
    }
    at = next;
  }
  return null;
}

function highlight(name, spans) {
  if (!window.Highlight) return; // the list of issues says it too
  const ranges = spans.map(rangeOf).filter(Boolean);
  if (ranges.length) CSS.highlights.set(name, new Highlight(...ranges));
  else CSS.highlights.delete(name);
}

// Where the caret was put last in the source.
let cut = -1;
let knife = null;

function showCut() {
  const range = cut > 0 ? rangeOf([cut - 1, cut]) : null;
  const boxes = range?.getClientRects() ?? [];
  const last = boxes[boxes.length - 1];
  if (!last) {
    knife?.remove();
    return;
  }
  const host = source().parentElement;
  knife ??= Object.assign(document.createElement('i'), { className: 'knife' });
  if (knife.parentElement !== host) host.append(knife);
  const origin = host.getBoundingClientRect();
  const upright = getComputedStyle(source()).writingMode !== 'horizontal-tb';
  knife.style.left = `${(upright ? last.left : last.right) - origin.left + host.scrollLeft}px`;
  knife.style.top = `${(upright ? last.bottom : last.top) - origin.top + host.scrollTop}px`;
  knife.style.width = `${upright ? last.width : 2}px`;
  knife.style.height = `${upright ? 2 : last.height}px`;
}

function setCut(at) {
  cut = at;
  showCut();
}

document.addEventListener('selectionchange', () => {
  const selection = getSelection();
  if (!source()?.contains(selection.anchorNode)) return;
  setCut(selection.isCollapsed ? place(selection.anchorNode, selection.anchorOffset) : -1);
});

// The caret of the source goes by keys when it has the focus.
document.addEventListener('keydown', (event) => {
  if (event.target !== source() || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  const upright = getComputedStyle(source()).writingMode !== 'horizontal-tb';
  const step = { [upright ? 'ArrowDown' : 'ArrowRight']: 1, [upright ? 'ArrowUp' : 'ArrowLeft']: -1 }[event.key];
  if (!step) return;
  const text = source().textContent;
  let next = Math.max(0, cut) + step;
  if (/[\udc00-\udfff]/.test(text[next] ?? '')) next += step;
  setCut(Math.max(0, Math.min(text.length - 1, next)));
  event.preventDefault();
});

window.khosMarks = {
  // What was found in a text of the box: `{codes: [{opening, closing}], issues: [{span, severity}], source: [...]}`.
  show(id, found, text) {
    const field = box();
    if (!field) {
      requestAnimationFrame(() => window.khosMarks.show(id, found, text));
      return;
    }
    marksOf(field).set(text, found.codes, found.issues);
    for (const name of ['error', 'warning', 'notice']) {
      highlight(`khos-${name}`, found.source.filter((issue) => issue.severity === name).map((issue) => issue.span));
    }
  },
  // Another segment is open.
  clear() {
    setCut(-1);
    for (const name of ['error', 'warning', 'notice']) highlight(`khos-${name}`, []);
  },
  select(start, end) {
    const field = box();
    field.focus();
    field.setSelectionRange(start, end);
  },
  // Mends a place as if typed, if it says what it said.
  replace(start, end, was, becomes) {
    const field = box();
    if (field.value.slice(start, end) !== was) return;
    field.focus();
    field.setSelectionRange(start, end);
    document.execCommand(becomes ? 'insertText' : 'delete', false, becomes);
  },
  // Puts the halves of a code around what is selected.
  wrap(before, after) {
    const field = box();
    field.focus();
    const { selectionStart: start, selectionEnd: end, value } = field;
    const inner = after ? value.slice(start, end) : '';
    if (!after) field.setSelectionRange(end, end);
    document.execCommand('insertText', false, before + inner + after);
    if (after && !inner) field.setSelectionRange(start + before.length, start + before.length);
  },
  // Shows a place to cut the source at, to be moved by keys.
  propose(at) {
    source().focus();
    setCut(at);
  },
  // Where the source and the target would be cut.
  cuts() {
    return [cut, box().selectionStart];
  },
};

// ---------------------------------------------------------------------------------------------------------------------------
// Names behind an @ in a field for comments.

window.khosMentions = {
  attach(area, people) {
    const list = Object.assign(document.createElement('ul'), { className: 'mentions', hidden: true });
    list.setAttribute('role', 'listbox');
    area.after(list);
    let found = [];
    let chosen = 0;
    const field = () => area.querySelector('textarea');
    const begun = () => /(?:^|[^A-Za-z0-9._-])@([A-Za-z0-9._-]*)$/.exec(field().value.slice(0, field().selectionStart))?.[1];
    const draw = () => {
      const typed = begun()?.toLowerCase();
      found = typed === undefined ? [] : people.filter(([name, shown]) => name.startsWith(typed) || shown.toLowerCase().startsWith(typed)).slice(0, 6);
      chosen = Math.min(chosen, Math.max(0, found.length - 1));
      list.hidden = found.length === 0;
      list.replaceChildren(...found.map(([name, shown], number) => {
        const item = document.createElement('li');
        item.setAttribute('role', 'option');
        item.setAttribute('aria-selected', String(number === chosen));
        item.append(`@${name}`, Object.assign(document.createElement('span'), { textContent: shown }));
        item.addEventListener('pointerdown', (event) => {
          event.preventDefault();
          take(name);
        });
        return item;
      }));
    };
    const take = (name) => {
      const at = field().selectionStart;
      field().focus();
      field().setSelectionRange(at - begun().length, at);
      document.execCommand('insertText', false, `${name} `);
      draw();
    };
    area.addEventListener('input', draw);
    area.addEventListener('focusout', () => {
      list.hidden = true;
    });
    area.addEventListener('keydown', (event) => {
      if (list.hidden || event.isComposing || event.ctrlKey) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) chosen = (chosen + step + found.length) % found.length;
      else if (event.key === 'Enter' || event.key === 'Tab') take(found[chosen][0]);
      else if (event.key === 'Escape') found = [];
      else return;
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'Escape') list.hidden = true;
      else draw();
    }, true);
  },
};
