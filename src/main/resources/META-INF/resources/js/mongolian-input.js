// Typing Mongolian in any text field: Latin letters become words, a keyboard on the screen, signs for what cannot be seen.
// start(options) takes every <textarea data-mongolian-input> of a page, attach(field, options) one field. A page gives the
// words of the interface; css/mongolian-input.css is the look. Without this script the fields are fields.

const MVS = '\u180e';
const NNBSP = '\u202f';
const ZWJ = '\u200d';
const NIRUGU = '\u180a';
const SELECTORS = ['\u180b', '\u180c', '\u180d', '\u180f'];

// Letters in the order of the block: sign, name in Unicode, official Latin (MGC/01-02, 2016), and the selectors it takes when
// isolated, initial, medial, final (GB/T 25914-2023 and UTN #57).
const LETTERS = [
  ['ᠠ', 'A', 'a', '123/12/1/12'],
  ['ᠡ', 'E', 'e', '12/1//12'],
  ['ᠢ', 'I', 'i', '123/12/123/'],
  ['ᠣ', 'O', 'o', '//1/12'],
  ['ᠤ', 'U', 'u', '123/12/1/12'],
  ['ᠥ', 'OE', 'ö', '1//123/123'],
  ['ᠦ', 'UE', 'ü', '123/12/123/123'],
  ['ᠧ', 'EE', 'ë', ''],
  ['ᠨ', 'NA', 'n', '1/1/12/12'],
  ['ᠩ', 'ANG', 'ng', ''],
  ['ᠪ', 'BA', 'b', '///1'],
  ['ᠫ', 'PA', 'p', ''],
  ['ᠬ', 'QA', 'x', '124/1234/1234/1'],
  ['ᠭ', 'GA', 'g', '124/1234/1234/123'],
  ['ᠮ', 'MA', 'm', ''],
  ['ᠯ', 'LA', 'l', ''],
  ['ᠰ', 'SA', 's', '///1'],
  ['ᠱ', 'SHA', 'š', '1/12/12/'],
  ['ᠲ', 'TA', 't', '//12/'],
  ['ᠳ', 'DA', 'd', '1/12/12/1'],
  ['ᠴ', 'CHA', 'č', ''],
  ['ᠵ', 'JA', 'ǰ', '1///1'],
  ['ᠶ', 'YA', 'y', '1/12/123/'],
  ['ᠷ', 'RA', 'r', ''],
  ['ᠸ', 'WA', 'w', '//1/1'],
  ['ᠹ', 'FA', 'f', ''],
  ['ᠺ', 'KA', 'k', ''],
  ['ᠻ', 'KHA', 'ḳ', ''],
  ['ᠼ', 'TSA', 'c', ''],
  ['ᠽ', 'ZA', 'z', ''],
  ['ᠾ', 'HAA', 'h', ''],
  ['ᠿ', 'ZRA', 'ž', ''],
  ['ᡀ', 'LHA', 'lh', ''],
  ['ᡁ', 'ZHI', 'ẑ', ''],
  ['ᡂ', 'CHI', 'ĉ', ''],
];
const VARIANTS = new Map(LETTERS.map(([letter, , , selectors]) => [letter, selectors.split('/')]));

// What cannot be seen, by what its sign says.
const INVISIBLE = new Map([
  [MVS, ['MVS', 'Mongolian vowel separator']],
  [NNBSP, ['NN', 'Narrow no-break space']],
  ['\u180b', ['1', 'Mongolian free variation selector one']],
  ['\u180c', ['2', 'Mongolian free variation selector two']],
  ['\u180d', ['3', 'Mongolian free variation selector three']],
  ['\u180f', ['4', 'Mongolian free variation selector four']],
  [ZWJ, ['ZWJ', 'Zero width joiner']],
  ['\u200c', ['ZWN', 'Zero width non-joiner']],
  ['\u00a0', ['NB', 'No-break space']],
  ['\u200b', ['ZWS', 'Zero width space']],
  ['\u2060', ['WJ', 'Word joiner']],
  ['\ufeff', ['BOM', 'Byte order mark']],
  ['\u00ad', ['SHY', 'Soft hyphen']],
]);
const CONTROLS = [
  [MVS, 'MVS'],
  [NNBSP, 'NNBSP'],
  ['\u180b', 'FVS1'],
  ['\u180c', 'FVS2'],
  ['\u180d', 'FVS3'],
  ['\u180f', 'FVS4'],
  [ZWJ, 'ZWJ'],
  ['\u200c', 'ZWNJ'],
  [NIRUGU, 'Nirugu', 'Mongolian nirugu'],
];
const PUNCTUATION = [
  ['᠂', 'Mongolian comma'],
  ['᠃', 'Mongolian full stop'],
  ['᠄', 'Mongolian colon'],
  ['？', 'Question mark'],
  ['！', 'Exclamation mark'],
  ['《', 'Left double angle bracket'],
  ['》', 'Right double angle bracket'],
  ['᠀', 'Mongolian birga'],
  ['᠁', 'Mongolian ellipsis'],
  ['᠅', 'Mongolian four dots'],
  ['᠆', 'Mongolian todo soft hyphen'],
  ['᠇', 'Mongolian sibe syllable boundary marker'],
  ['᠈', 'Mongolian manchu comma'],
  ['᠉', 'Mongolian manchu full stop'],
];
const DIGITS = 'zero one two three four five six seven eight nine'.split(' ');
// The commonest suffixes, those that go together beside each other.
const SUFFIXES = (
  'ᠤᠨ ᠦᠨ ᠶᠢᠨ ᠢ ᠶᠢ ᠤ ᠦ ᠳᠤ ᠳᠦ ᠲᠤ ᠲᠦ ᠠᠴᠠ ᠡᠴᠡ ᠪᠠᠷ ᠪᠡᠷ ᠢᠶᠠᠷ ᠢᠶᠡᠷ ᠲᠠᠢ ᠲᠡᠢ ᠪᠠᠨ ᠪᠡᠨ ᠢᠶᠠᠨ ᠢᠶᠡᠨ ᠤᠳ ᠦᠳ ᠨᠤᠭᠤᠳ ᠨᠦᠭᠦᠳ ᠨᠠᠷ ᠨᠡᠷ ' +
  'ᠳᠠᠬᠢ ᠳᠡᠬᠢ ᠳᠠᠭᠠᠨ ᠳᠡᠭᠡᠨ ᠳᠤᠭᠠᠷ ᠳᠦᠭᠡᠷ'
).split(' ');
const LATIN_ROWS = ['wertyuiop', 'asdfghjkl', 'qzxcvbnm-'];
const STOPS = { ',': '᠂', '.': '᠃', ':': '᠄', ';': '；', '?': '？', '!': '！' };

// Letter for letter, for when nobody answers.
const SPELLED = {
  ng: 'ᠩ', kh: 'ᠬ', gh: 'ᠭ', sh: 'ᠱ', ch: 'ᠴ', zh: 'ᠵ', ts: 'ᠼ',
  a: 'ᠠ', e: 'ᠡ', i: 'ᠢ', o: 'ᠣ', u: 'ᠤ', ö: 'ᠥ', ü: 'ᠦ', n: 'ᠨ', b: 'ᠪ', p: 'ᠫ', h: 'ᠬ', q: 'ᠬ', g: 'ᠭ', m: 'ᠮ', l: 'ᠯ',
  s: 'ᠰ', x: 'ᠱ', t: 'ᠲ', d: 'ᠳ', c: 'ᠴ', j: 'ᠵ', y: 'ᠶ', r: 'ᠷ', w: 'ᠸ', v: 'ᠸ', f: 'ᠹ', k: 'ᠺ', z: 'ᠽ',
};

const ADDRESS = '/api/v1/input';
const LONGEST = 64;
const SHOWN = 9;
const ASKED = 27;
const DELAY = 30;
const PATIENCE = 800;
const AWAY = 3000;
const KNOWN = 500;
const LEARNED = 300;
const CHUNK = 1500;

const isLetter = (c) => c >= '\u1820' && c <= '\u1878';
const isGap = (c) => c === MVS || c === NNBSP || c === '\u00a0';
const isSelector = (c) => SELECTORS.includes(c);
const isLatin = (c) => /^[a-zöüëščǰž\u0430-\u044f\u0451\u04e9\u04af]$/.test(c);
const isVowel = (c) => c >= '\u1820' && c <= '\u1827';
const isMongolian = (text) => /[\u1800-\u18af]/.test(text);
// What words with their suffixes are made of.
const inWord = (c) => isLetter(c) || isSelector(c) || c === MVS || c === NNBSP || c === ZWJ || c === NIRUGU;

// What the device remembers. Where storage is forbidden, nothing is remembered.
const memory = {
  get(key) {
    try {
      const kept = JSON.parse(localStorage.getItem(key) ?? '{}');
      return kept && typeof kept === 'object' && !Array.isArray(kept) ? kept : {};
    } catch {
      return {};
    }
  },
  set(key, value) {
    try {
      localStorage.setItem(key, JSON.stringify(value));
    } catch {
      // Forbidden or full: the choice holds for this page only.
    }
  },
};

// At most `most` entries; what was not used for longest goes first.
class Recent extends Map {
  constructor(most, entries = []) {
    super();
    this.most = most;
    for (const [key, value] of entries) this.keep(key, value);
  }

  keep(key, value) {
    this.delete(key);
    this.set(key, value);
    if (this.size > this.most) this.delete(this.keys().next().value);
  }
}

function spell(latin) {
  const typed = latin.replace(/^-/, '').toLowerCase();
  const front = /[eöüë]/.test(typed);
  let text = '';
  for (let i = 0; i < typed.length; ) {
    const pair = typed.slice(i, i + 2);
    const two = SPELLED[pair] && pair.length === 2 ? pair : '';
    const vowelNext = /[aeiouöüë]/.test(typed[i + 2] ?? '');
    if (pair[0] === '_' && i + 2 === typed.length && text && /[ae]/.test(pair[1])) text += MVS;
    let letter = two ? SPELLED[two] : (SPELLED[pair[0]] ?? '');
    if (two === 'ng' && vowelNext) letter += 'ᠭ';
    if (front && !two) letter = { ᠣ: 'ᠥ', ᠤ: 'ᠦ' }[letter] ?? letter;
    text += letter;
    i += two ? 2 : 1;
  }
  return text;
}

// The gender of a word by its last vowel that has one: 1 back, 2 front, 0 none.
function gender(word) {
  for (let i = word.length - 1; i >= 0; i--) {
    if (/[ᠠᠣᠤ]/.test(word[i])) return 1;
    if (/[ᠡᠥᠦᠧ]/.test(word[i])) return 2;
  }
  return 0;
}

// How well a suffix goes with the word before it: by the harmony of vowels, and by vowel or consonant where they meet.
function fit(suffix, word) {
  if (!word) return 0;
  const letters = [...suffix].filter(isLetter).join('');
  const own = gender(letters);
  const harmony = !own || own === (gender(word) === 2 ? 2 : 1) ? 2 : 0;
  const vowel = isVowel([...word].filter(isLetter).pop() ?? '');
  const open = /^[ᠶᠪ]/.test(letters);
  const closed = /^[ᠢᠤᠦ]/.test(letters);
  return harmony + (open && !vowel || closed && vowel ? 0 : 1);
}

// The word that ends at `at`, with its suffixes.
function wordBefore(text, at) {
  let start = at;
  while (start > 0 && inWord(text[start - 1])) start--;
  return text.slice(start, at);
}

let inserting = false;

// Types into a field as a keyboard would, so that undoing undoes it and whoever listens hears of it.
function insert(field, text, from = field.selectionStart, to = field.selectionEnd) {
  if (document.activeElement !== field) field.focus({ preventScroll: true });
  if (from !== field.selectionStart || to !== field.selectionEnd) field.setSelectionRange(from, to);
  inserting = true;
  let done = false;
  try {
    if (document.activeElement === field) {
      done = text ? document.execCommand('insertText', false, text) : document.execCommand('delete');
    }
  } finally {
    inserting = false;
  }
  if (!done) replace(field, text, from, to);
}

function replace(field, text, from, to) {
  if (field.readOnly || field.disabled) return;
  const start = !text && from === to ? Math.max(0, from - 1) : from;
  field.setRangeText(text, start, to, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText', data: text }));
}

function element(tag, className, attributes = {}, ...children) {
  const made = document.createElement(tag);
  made.className = className;
  for (const [name, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

// Words stand in the language they are in: what has not been said in Mongolian yet is Chinese.
function word(text, language, className = '') {
  return element('span', className, { lang: isMongolian(text) ? 'mn-Mong' : language }, text);
}

const mongolian = (text, className = 'mi-mn') => element('span', className, { lang: 'mn-Mong' }, text);

// ---------------------------------------------------------------------------------------------------------------------------
// Where the characters of a field are. A text field does not say, so its text is laid out once more, unseen, in an element of
// the same size and style; of a long text only a part, from a beginning of a line that is known.

const COPIED = [
  'direction', 'fontFamily', 'fontFeatureSettings', 'fontKerning', 'fontSize', 'fontStretch', 'fontStyle', 'fontSynthesis',
  'fontVariantLigatures', 'fontVariationSettings', 'fontWeight', 'letterSpacing', 'lineBreak', 'lineHeight', 'tabSize',
  'textIndent', 'textOrientation', 'textSpacingTrim', 'textTransform', 'wordBreak', 'wordSpacing', 'writingMode',
];

// What is behind the letters of a field.
function ground(field) {
  for (let at = field; at; at = at.parentElement) {
    const colour = getComputedStyle(at).backgroundColor;
    if (!/^(transparent|rgba\(.*, 0\))$/.test(colour)) return colour;
  }
  return 'Canvas';
}

export class Mirror {
  constructor(field, look) {
    this.field = field;
    this.single = field.tagName === 'INPUT';
    this.view = element('div', 'mi-over', { 'aria-hidden': 'true', 'data-look': look });
    this.page = element('div', 'mi-mirror', { lang: field.lang || field.closest('[lang]')?.lang || null });
    this.view.append(this.page);
    document.body.append(this.view);
    this.text = '';
    this.measure();
  }

  remove() {
    this.view.remove();
  }

  // After a change of size or style.
  measure() {
    const style = getComputedStyle(this.field);
    for (const name of COPIED) this.page.style[name] = style[name];
    this.vertical = style.writingMode !== 'horizontal-tb';
    this.view.style.setProperty('--mi-ground', ground(this.field));
    this.page.style.whiteSpace = this.single ? 'pre' : 'pre-wrap';
    this.page.style.overflowWrap = this.single ? 'normal' : 'break-word';
    const [left, top, right, bottom] = ['Left', 'Top', 'Right', 'Bottom'].map((side) => parseFloat(style[`padding${side}`]));
    const width = this.field.clientWidth - left - right;
    const height = this.field.clientHeight - top - bottom;
    this.inline = this.vertical ? top : left;
    this.block = this.vertical ? left : top;
    this.size = this.vertical ? height : width;
    this.page.style.inlineSize = `${this.size}px`;
    if (this.single) this.page.style.lineHeight = `${this.vertical ? width : height}px`;
    this.lines = [{ at: 0, block: 0 }];
    this.forget();
    this.place();
  }

  forget() {
    this.from = 0;
    this.to = -1;
  }

  // Over the field, where it is now and as far as it is scrolled.
  place() {
    const box = this.field.getBoundingClientRect();
    const style = this.view.style;
    style.left = `${box.left + this.field.clientLeft}px`;
    style.top = `${box.top + this.field.clientTop}px`;
    style.width = `${this.field.clientWidth}px`;
    style.height = `${this.field.clientHeight}px`;
    const block = this.block + (this.base ?? 0);
    this.page.style.left = `${(this.vertical ? block : this.inline) - this.field.scrollLeft}px`;
    this.page.style.top = `${(this.vertical ? this.inline : block) - this.field.scrollTop}px`;
  }

  set(text) {
    if (text === this.text) return;
    let same = 0;
    const most = Math.min(text.length, this.text.length);
    while (same < most && text[same] === this.text[same]) same++;
    this.text = text;
    // A line begins where it did if its first word and all before are the same.
    this.lines = this.lines.filter((line) => line.at === 0 || line.at < same - 200);
    this.forget();
  }

  // Lays out the text from a known line to `to` at least.
  lay(line, to) {
    this.from = line.at;
    this.to = Math.min(this.text.length, to);
    this.base = line.block;
    // A last empty line has no height without something in it.
    this.page.textContent = `${this.text.slice(this.from, this.to)}\u200b`;
    this.node = this.page.firstChild;
    this.place();
  }

  // The rectangle of the character at an offset of what is laid out.
  box(at) {
    const range = document.createRange();
    range.setStart(this.node, at - this.from);
    range.setEnd(this.node, at - this.from + 1);
    const boxes = range.getClientRects();
    return boxes[boxes.length - 1] ?? range.getBoundingClientRect();
  }

  blockOf(at) {
    const box = this.box(at);
    const page = this.page.getBoundingClientRect();
    return this.base + (this.vertical ? box.left - page.left : box.top - page.top);
  }

  // Remembers where the last whole line of what is laid out begins.
  advance() {
    let low = this.from + 1;
    let high = this.to - 1;
    const last = this.blockOf(high);
    const find = (block) => {
      let a = low;
      let b = high;
      while (a < b) {
        const middle = (a + b) >> 1;
        if (this.blockOf(middle) < block - 1) a = middle + 1;
        else b = middle;
      }
      return a;
    };
    // The last line may be cut short, and the one before it would then end elsewhere.
    let at = find(last);
    if (at > low) at = find(this.blockOf(at - 1));
    const known = { at, block: this.blockOf(at) };
    const before = this.lines[this.lines.length - 1];
    if (at <= before.at || known.block <= before.block) return null;
    // Its rectangle is that of its letters; what precedes them in the line is the same in each line.
    known.block -= this.blockOf(this.from) - this.base;
    this.lines.push(known);
    return known;
  }

  // Lays out what surrounds an offset.
  around(at) {
    if (this.to >= at && this.from <= at && (this.to === this.text.length || this.to >= at + 80)) {
      this.place();
      return;
    }
    let line = this.lines.findLast((known) => known.at <= at) ?? this.lines[0];
    while (!this.single && at - line.at > CHUNK) {
      this.lay(line, line.at + CHUNK);
      const next = line === this.lines[this.lines.length - 1] ? this.advance() : null;
      if (!next) break;
      line = next;
    }
    this.lay(line, this.single ? this.text.length : Math.max(at + CHUNK / 2, line.at + CHUNK));
  }

  // Lays out what can be seen.
  visible() {
    if (this.single || this.text.length <= 2 * CHUNK) {
      if (this.from !== 0 || this.to !== this.text.length) this.lay(this.lines[0], this.text.length);
      this.place();
      return;
    }
    const start = (this.vertical ? this.field.scrollLeft : this.field.scrollTop) - this.block;
    const end = start + (this.vertical ? this.field.clientWidth : this.field.clientHeight);
    const laid = this.to >= 0 && (this.from === 0 || this.base <= start);
    if (laid && (this.to === this.text.length || this.blockOf(this.to - 1) >= end)) {
      this.place();
      return;
    }
    let line = this.lines.findLast((known) => known.block <= start) ?? this.lines[0];
    for (;;) {
      this.lay(line, line.at + CHUNK);
      if (this.to === this.text.length || line !== this.lines[this.lines.length - 1]) break;
      const next = this.advance();
      if (!next || next.block > start) break;
      line = next;
    }
    for (let more = 2; this.to < this.text.length && this.blockOf(this.to - 1) < end && more <= 8; more++) {
      this.lay(line, line.at + more * CHUNK);
    }
    this.place();
  }

  // Where the caret stands at an offset, in the window.
  caret(at) {
    this.around(at);
    const before = at > this.from && this.text[at - 1] !== '\n' ? this.box(at - 1) : null;
    const after = this.box(at);
    const wrapped = before && (this.vertical ? after.left > before.left + 1 : after.top > before.top + 1);
    const box = before && !wrapped ? before : after;
    const end = before && !wrapped;
    return this.vertical
      ? new DOMRect(box.left, end ? box.bottom : box.top, box.width, 0)
      : new DOMRect(end ? box.right : box.left, box.top, 0, box.height);
  }
}

// ---------------------------------------------------------------------------------------------------------------------------
// Signs at the places of what cannot be seen, over the field. They take no room: the text stands as it stands without them.

class Signs {
  constructor(field, look) {
    this.field = field;
    this.mirror = new Mirror(field, look);
    this.layer = element('div', 'mi-signs');
    this.mirror.view.append(this.layer);
    this.drawn = [];
    this.update();
  }

  remove() {
    cancelAnimationFrame(this.frame);
    this.mirror.remove();
  }

  measure() {
    this.mirror.measure();
    this.later();
  }

  later() {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = null;
      this.update();
    });
  }

  update() {
    const { mirror, field } = this;
    mirror.set(field.value);
    mirror.visible();
    const view = mirror.view.getBoundingClientRect();
    const shown = view.width > 0 && view.height > 0;
    this.layer.classList.toggle('mi-upright', mirror.vertical);
    let count = 0;
    let last = null;
    for (let i = mirror.from; shown && i < mirror.to; i++) {
      const kind = INVISIBLE.get(mirror.text[i]);
      if (!kind) continue;
      const box = mirror.box(i);
      if (box.right < view.left || box.left > view.right || box.bottom < view.top || box.top > view.bottom) continue;
      // In the middle of a gap, behind the letter that a selector belongs to; of several at one place each a step further.
      const [start, end] = mirror.vertical ? [box.top - view.top, box.bottom - view.top] : [box.left - view.left, box.right - view.left];
      const place = isGap(mirror.text[i]) ? (start + end) / 2 : end;
      const line = mirror.vertical ? box.left - view.left : box.top - view.top;
      const step = last && last.line === line && place - last.place < 7 ? last.step + 1 : 0;
      last = { line, place, step };
      this.draw(count++, kind[0], i, place, line, mirror.vertical ? box.width : box.height, step);
    }
    for (let i = count; i < this.drawn.length; i++) this.drawn[i].hidden = true;
  }

  draw(number, label, at, place, line, across, step) {
    const sign = (this.drawn[number] ??= this.layer.appendChild(element('i', 'mi-sign')));
    sign.hidden = false;
    sign.dataset.sign = label;
    sign.dataset.at = at;
    const { style } = sign;
    const upright = this.mirror.vertical;
    style.left = `${upright ? line : place}px`;
    style.top = `${upright ? place : line}px`;
    style.width = upright ? `${across}px` : '0';
    style.height = upright ? '0' : `${across}px`;
    style.setProperty('--mi-step', step);
  }
}

// ---------------------------------------------------------------------------------------------------------------------------
// Candidates: asked of the server, kept while the page lives, and put into the order that this person chose.

const known = new Recent(KNOWN);
let awayUntil = 0;
let learned = null;

function choices() {
  learned ??= new Recent(LEARNED, Object.entries(memory.get('khos-input-chosen')).filter(([, text]) => isMongolian(String(text))));
  return learned;
}

function learn(latin, text) {
  choices().keep(latin, text);
  memory.set('khos-input-chosen', Object.fromEntries(choices()));
}

async function ask(latin, connector, signal) {
  const key = `${connector} ${latin}`;
  const kept = known.get(key);
  if (kept) return kept;
  if (Date.now() < awayUntil || latin.length > LONGEST) return null;
  try {
    const answer = await fetch(
      `${ADDRESS}?latin=${encodeURIComponent(latin)}&size=${ASKED}&connector=${connector}`,
      { credentials: 'omit', signal },
    );
    if (!answer.ok) throw new Error(String(answer.status));
    const { candidates } = await answer.json();
    known.keep(key, candidates);
    return candidates;
  } catch {
    // Nobody answers: for a while the letters are spelled here, without asking.
    if (!signal.aborted) awayUntil = Date.now() + AWAY;
    return null;
  }
}

function arranged(latin, candidates, before) {
  let words = candidates;
  if (latin[0] === '-' && before) {
    // What was meant by the letters stays before what only begins so.
    const heads = words.filter((text) => words[0] && text.length <= words[0].length + 1);
    const rest = words.filter((text) => !heads.includes(text));
    words = [...heads.sort((one, other) => fit(other, before) - fit(one, before)), ...rest];
  }
  const chosen = choices().get(latin);
  if (words.includes(chosen)) words = [chosen, ...words.filter((text) => text !== chosen)];
  return words;
}

class Composer {
  constructor(typing) {
    this.typing = typing;
    this.field = typing.field;
    this.queue = [];
    this.clear();
  }

  get composing() {
    return this.latin !== '';
  }

  get ready() {
    return this.found === this.latin;
  }

  clear() {
    clearTimeout(this.timer);
    this.asking?.abort();
    this.latin = '';
    this.found = null;
    this.words = [];
    this.choice = 0;
  }

  cancel() {
    this.queue = [];
    this.clear();
    this.draw();
  }

  draw() {
    panel.draw(this);
  }

  // A key, before anybody else hears of it.
  key(event) {
    if (event.isComposing || event.keyCode === 229) return;
    if (['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead'].includes(event.key)) return;
    if (!this.composing && !this.waiting && (!this.typing.latin || event.key.length > 1)) return;
    if (event.ctrlKey || event.altKey || event.metaKey) {
      this.shortcut(event);
      return;
    }
    const token = event.key.length === 1 ? { text: event.key } : { key: event.key, shift: event.shiftKey };
    if (this.offer(token)) stop(event);
  }

  // A shortcut of the page ends what is being typed, then has its way.
  shortcut(event) {
    if (!this.composing) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') {
      this.cancel();
      stop(event);
    } else if (this.ready && !this.waiting) {
      this.commit(this.choice);
    } else {
      const { key, code, ctrlKey, altKey, shiftKey, metaKey, keyCode } = event;
      const again = { key, code, ctrlKey, altKey, shiftKey, metaKey, keyCode, bubbles: true, cancelable: true, composed: true };
      this.wait({ event: again });
      stop(event);
    }
  }

  // Keyboards that say no keys, as on phones.
  input(event) {
    const character = event.data;
    if (inserting || event.isComposing || event.inputType !== 'insertText' || character?.length !== 1) return;
    if (!this.typing.latin || !(this.composing || this.waiting || this.begins(character))) return;
    event.preventDefault();
    this.type(character);
  }

  // A character that was not typed by a key of the system; what we do not take goes into the field as it is.
  type(character) {
    if (!this.typing.latin || !this.offer({ text: character })) insert(this.field, character);
  }

  offer(token) {
    if (!this.waiting) return this.take(token);
    this.queue.push(token);
    return true;
  }

  take(token) {
    if (token.event) {
      if (this.composing) this.commit(this.choice);
      this.field.dispatchEvent(new KeyboardEvent('keydown', token.event));
      return true;
    }
    if (token.text) return this.composing ? this.typed(token) : this.begin(token.text);
    return this.composing && this.pressed(token);
  }

  // Until the words for what was typed are there, or too late: what is typed meanwhile waits its turn.
  wait(token) {
    this.queue.unshift(token);
    if (this.waiting) return true;
    const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
    this.waiting = Promise.race([this.answer, late]).then(() => {
      this.waiting = null;
      if (this.composing && !this.ready) this.receive(null);
      while (this.queue.length && !this.waiting) {
        const next = this.queue.shift();
        if (!this.take(next)) this.replay(next);
      }
      this.draw();
    });
    return true;
  }

  replay(token) {
    if (token.text) insert(this.field, token.text);
    else if (token.key === 'Backspace') insert(this.field, '');
    else if (token.key === 'Enter' && this.field.tagName === 'TEXTAREA') insert(this.field, '\n');
    else if (token.key === 'Enter') this.field.form?.requestSubmit();
  }

  begins(character) {
    return isLatin(character) || character in STOPS || '<>'.includes(character) || (character === '-' && this.afterWord());
  }

  begin(character) {
    const { value, selectionStart: at } = this.field;
    if (isLatin(character) || (character === '-' && this.afterWord())) {
      this.change(character);
      return true;
    }
    if ('<>'.includes(character)) {
      if (value[at - 1] !== character) return false;
      insert(this.field, character === '<' ? '《' : '》', at - 1, this.field.selectionEnd);
      return true;
    }
    // 3.5 and a.b stay as they are.
    if (!(character in STOPS) || (/[,.:]/.test(character) && /[0-9A-Za-z]/.test(value[at - 1] ?? ''))) return false;
    insert(this.field, STOPS[character]);
    return true;
  }

  // Directly behind a word, or behind the space that ended it.
  afterWord() {
    const { value, selectionStart: at, selectionEnd } = this.field;
    if (at !== selectionEnd) return false;
    const end = value[at - 1] === ' ' ? at - 1 : at;
    return end > 0 && inWord(value[end - 1]);
  }

  typed(token) {
    const character = token.text;
    if (isLatin(character) || (character === '_' && this.latin !== '-')) {
      if (this.latin.length < LONGEST) this.change(this.latin + character);
      return true;
    }
    if (this.latin === '-') {
      this.clear();
      insert(this.field, `-${character}`);
      this.draw();
      return true;
    }
    if (character === '=') {
      this.turn(1);
      return true;
    }
    if (!this.ready) return this.wait(token);
    if (character >= '1' && character <= '9') {
      const index = this.first() + Number(character) - 1;
      if (index < this.words.length) this.commit(index);
      return true;
    }
    this.commit(this.choice, character === '-' ? '' : (STOPS[character] ?? character));
    if (character === '-') this.change('-');
    return true;
  }

  pressed(token) {
    const steps = { ArrowRight: 1, ArrowDown: 1, Tab: token.shift ? -1 : 1, ArrowLeft: -1, ArrowUp: -1 };
    if (token.key === 'Backspace') {
      if (this.latin.length > 1) this.change(this.latin.slice(0, -1));
      else this.cancel();
    } else if (token.key === 'Escape') {
      this.cancel();
    } else if (token.key === 'Enter') {
      if (!this.ready) return this.wait(token);
      this.commit(this.choice);
    } else if (token.key === 'PageDown' || token.key === 'PageUp') {
      this.turn(token.key === 'PageDown' ? 1 : -1);
    } else if (token.key in steps) {
      const count = this.words.length;
      if (count) this.choice = (this.choice + steps[token.key] + count) % count;
      this.draw();
    } else {
      return /^(Home|End|Delete|Insert)$/.test(token.key);
    }
    return true;
  }

  first() {
    return Math.floor(this.choice / SHOWN) * SHOWN;
  }

  turn(pages) {
    const count = Math.max(1, Math.ceil(this.words.length / SHOWN));
    const page = (this.first() / SHOWN + pages + count) % count;
    this.choice = page * SHOWN;
    this.draw();
  }

  change(latin) {
    if (!this.composing) this.value = this.field.value;
    clearTimeout(this.timer);
    this.asking?.abort();
    this.latin = latin;
    this.choice = 0;
    const { connector } = this.typing;
    const kept = known.get(`${connector} ${latin}`);
    if (latin === '-') {
      this.found = latin;
      this.words = [];
    } else if (kept) {
      this.receive(kept);
    } else {
      const asking = (this.asking = new AbortController());
      this.answer = new Promise((resolve) => {
        this.timer = setTimeout(async () => {
          const words = await ask(latin, connector, asking.signal);
          if (this.latin === latin && !asking.signal.aborted) {
            this.receive(words);
            this.draw();
          }
          resolve();
        }, Date.now() < awayUntil ? 0 : DELAY);
      });
    }
    this.draw();
  }

  receive(words) {
    const spelled = this.latin[0] === '-' ? this.typing.sign + spell(this.latin) : spell(this.latin);
    const at = this.field.selectionStart;
    const before = wordBefore(this.field.value, this.field.value[at - 1] === ' ' ? at - 1 : at);
    this.words = words?.length ? arranged(this.latin, words, before) : [spelled.trim() ? spelled : this.latin];
    this.found = this.latin;
  }

  commit(index, after = '') {
    const { field, latin } = this;
    const text = this.words[index] ?? (spell(latin) || latin);
    if (index > 0 && this.words[index] && latin[0] !== '-') learn(latin, text);
    let { selectionStart: from } = field;
    const { selectionEnd: to, value } = field;
    const joins = latin[0] === '-' && isMongolian(text);
    // A suffix takes the place of the space that ended its word.
    if (joins && from === to && value[from - 1] === ' ' && inWord(value[from - 2] ?? '')) from--;
    this.clear();
    insert(field, text + after, from, to);
    this.draw();
  }

  // Whatever is chosen now, without waiting: the field is about to be left.
  settle() {
    if (!this.composing) return;
    this.queue = [];
    if (!this.ready) this.receive(null);
    this.commit(this.choice);
  }
}

function stop(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}

// ---------------------------------------------------------------------------------------------------------------------------
// The candidates beside the caret, and the chosen one where it will stand. One for the page: only one field is typed into.

const panel = {
  build() {
    this.latin = element('span', 'mi-typed', { lang: 'en' });
    this.pages = element('span', 'mi-pages');
    this.words = element('div', 'mi-words', { role: 'listbox' });
    this.box = element('div', 'mi mi-panel', {}, element('div', 'mi-head', {}, this.latin, this.pages), this.words);
    this.heard = element('div', 'mi-heard', { 'aria-live': 'polite' });
    this.box.addEventListener('pointerdown', (event) => event.preventDefault());
    document.body.append(this.heard);
  },

  draw(composer) {
    composer.field.classList.toggle('mi-composing', composer.composing);
    if (!composer.composing) {
      if (this.of === composer) this.hide();
      return;
    }
    if (!this.box) this.build();
    this.of = composer;
    const { typing, words, choice } = composer;
    const first = composer.first();
    this.latin.textContent = composer.latin;
    this.pages.textContent = words.length > SHOWN ? `${first / SHOWN + 1} / ${Math.ceil(words.length / SHOWN)}` : '';
    this.words.setAttribute('aria-label', typing.words.candidates);
    this.box.classList.toggle('mi-stale', !composer.ready);
    this.words.replaceChildren(
      ...words.slice(first, first + SHOWN).map((text, i) => {
        const option = element(
          'button',
          'mi-word',
          { type: 'button', role: 'option', tabindex: '-1', 'aria-selected': String(first + i === choice) },
          element('small', '', {}, String(i + 1)),
          mongolian(text, `mi-mn ${text.length > 10 ? 'mi-long' : ''}`),
        );
        option.addEventListener('click', () => {
          if (composer.ready) composer.commit(first + i);
        });
        return option;
      }),
    );
    this.heard.replaceChildren(...(composer.ready && words[choice] ? [mongolian(words[choice], '')] : []));
    this.show(composer);
  },

  show(composer) {
    const { typing } = composer;
    this.box.dataset.look = typing.look;
    const dock = keyboard.holds(typing) ? keyboard.strip : null;
    this.box.classList.toggle('mi-docked', Boolean(dock));
    if (dock) {
      if (this.box.parentNode !== dock) dock.prepend(this.box);
      this.box.style.left = this.box.style.top = '';
    } else if (this.box.parentNode !== document.body) {
      document.body.append(this.box);
    }
    if (this.mirror && this.mirror.field !== typing.field) this.mirror.remove();
    if (this.mirror?.field !== typing.field) this.mirror = new Mirror(typing.field, typing.look);
    this.mirror.set(typing.field.value);
    const caret = this.mirror.caret(typing.field.selectionStart);
    const ghost = this.preview(composer);
    if (!dock) this.place(caret, ghost);
  },

  // Beside the column of a vertical field, below the line of a horizontal one; on the other side where there is no room.
  place(caret, ghost) {
    const { width, height } = this.box.getBoundingClientRect();
    const room = { width: document.documentElement.clientWidth, height: document.documentElement.clientHeight };
    let left = caret.left - 12;
    let top = caret.bottom + 8;
    const beside = caret.right + width + 16 <= room.width ? caret.right + 8 : caret.left - width - 8;
    if (this.mirror.vertical && beside >= 8) {
      left = beside;
      top = caret.top - 12;
    } else if (this.mirror.vertical) {
      top = ghost.bottom + height + 16 <= room.height ? ghost.bottom + 8 : caret.top - height - 8;
    } else if (top + height > room.height - 8 && caret.top - height - 8 >= 8) {
      top = caret.top - height - 8;
    }
    this.box.style.left = `${Math.max(8, Math.min(left, room.width - width - 8))}px`;
    this.box.style.top = `${Math.max(8, Math.min(top, room.height - height - 8))}px`;
  },

  // The chosen word in the field's own letters, laid out as it will be; it covers what stands behind it.
  preview(composer) {
    const { mirror } = this;
    const { field } = composer;
    const at = field.selectionStart;
    const ghost = element('span', 'mi-ghost', { lang: 'mn-Mong' }, composer.words[composer.choice] ?? composer.latin);
    mirror.page.replaceChildren(mirror.text.slice(mirror.from, at), ghost, mirror.text.slice(field.selectionEnd, mirror.to));
    mirror.forget();
    return ghost.getBoundingClientRect();
  },

  hide() {
    this.of = null;
    this.box.remove();
    this.mirror?.remove();
    this.mirror = null;
    this.heard.replaceChildren();
  },

  follow() {
    if (this.of) this.draw(this.of);
  },
};

// ---------------------------------------------------------------------------------------------------------------------------
// The keyboard on the screen. One for the page; it goes to the field that is typed into.

const TABS = ['latin', 'letters', 'marks', 'suffixes'];

const keyboard = {
  open(typing) {
    if (!this.box) this.build();
    if (this.typing !== typing) {
      this.close();
      this.typing = typing;
    }
    const { words } = typing;
    this.box.dataset.look = typing.look;
    this.bar.setAttribute('aria-label', words.keyboard);
    this.box.querySelectorAll('[data-word]').forEach((one) => this.name(one, words[one.dataset.word]));
    typing.place.append(this.box);
    this.box.hidden = false;
    this.seen = null;
    this.show(memory.get(typing.store).tab ?? (touched() ? 'latin' : 'letters'));
    this.arrange();
  },

  close() {
    if (!this.box || this.box.hidden) return;
    this.box.hidden = true;
    document.documentElement.style.removeProperty('--mi-dock');
    document.documentElement.classList.remove('mi-dock');
    if (this.typing && memory.get(this.typing.store).keyboard !== true) this.typing.field.removeAttribute('inputmode');
    this.typing = null;
  },

  isOpen(typing) {
    return Boolean(this.box) && !this.box.hidden && this.typing === typing;
  },

  isDocked(typing) {
    return this.isOpen(typing) && getComputedStyle(this.box).position === 'fixed';
  },

  // Whether the candidates stand in it: where it lies at the foot, floats, or stands beside the field, they would cover it.
  holds(typing) {
    const beside = getComputedStyle(document.documentElement).writingMode !== 'horizontal-tb';
    return this.isOpen(typing) && (beside || this.isDocked(typing) || Boolean(this.box.closest('.mi-float')));
  },

  // A docked keyboard takes room from the page, and the place of the system's.
  arrange() {
    if (!this.typing) return;
    const docked = this.isDocked(this.typing);
    const root = document.documentElement;
    root.classList.toggle('mi-dock', docked);
    if (docked) root.style.setProperty('--mi-dock', `${this.box.offsetHeight}px`);
    else root.style.removeProperty('--mi-dock');
    if (touched() && docked) this.typing.field.setAttribute('inputmode', 'none');
    else this.typing.field.removeAttribute('inputmode');
    if (docked && document.activeElement === this.typing.field) {
      this.typing.field.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
    }
    this.look();
  },

  name(button, text) {
    button.setAttribute('aria-label', text);
    button.title = text;
  },

  key(className, name, content, action) {
    const button = element('button', `mi-key ${className}`, { type: 'button', tabindex: '-1', 'aria-label': name, title: name }, content);
    button.addEventListener('click', () => {
      this.last = button;
      action();
      // The keyboard of a machine walks the keys: it stays where it is.
      if (this.walking) button.focus({ preventScroll: true });
    });
    return button;
  },

  control([character, label, name = INVISIBLE.get(character)[1]], className = '') {
    const kind = isGap(character) ? 'mi-gap' : '';
    return this.key(`mi-control ${kind} ${className}`, name, element('span', '', {}, label), () => this.typed(character));
  },

  // A key whose name is a word of the interface.
  named(className, key, content, action) {
    const button = this.key(className, '', content, action);
    button.dataset.word = key;
    return button;
  },

  build() {
    const letters = element('div', 'mi-page mi-letters', { 'data-tab': 'letters' });
    for (const [letter, name, latin] of LETTERS) {
      const content = document.createDocumentFragment();
      content.append(mongolian(letter), element('small', '', { 'aria-hidden': 'true' }, latin));
      letters.append(this.key('', `Mongolian letter ${name}`, content, () => this.typed(letter)));
    }
    // On a phone there is room behind the last letter for what is needed most.
    for (const control of CONTROLS.slice(0, 2)) letters.append(this.control(control, 'mi-narrow'));
    for (const [character, name] of PUNCTUATION.slice(0, 3)) {
      letters.append(this.key('mi-narrow', name, mongolian(character), () => this.typed(character)));
    }
    const latin = element('div', 'mi-page mi-latin', { 'data-tab': 'latin' });
    for (const row of LATIN_ROWS) {
      for (const character of row) latin.append(this.key('', character, character, () => this.spelled(character)));
    }
    const marks = element('div', 'mi-page mi-marks', { 'data-tab': 'marks' });
    for (const control of CONTROLS) marks.append(this.control(control));
    for (const [character, name] of PUNCTUATION) marks.append(this.key('', name, mongolian(character), () => this.typed(character)));
    DIGITS.forEach((name, i) => {
      const digit = String.fromCharCode(0x1810 + i);
      marks.append(this.key('mi-digit', `Mongolian digit ${name}`, mongolian(digit), () => this.typed(digit)));
    });
    const suffixes = element('div', 'mi-page mi-suffixes', { 'data-tab': 'suffixes' });
    for (const suffix of SUFFIXES) {
      const button = this.key('mi-suffix', suffix, mongolian(NNBSP + suffix), () => this.suffixed(suffix));
      button.lang = 'mn-Mong';
      button.dataset.suffix = suffix;
      suffixes.append(button);
    }
    this.pages = [latin, letters, marks, suffixes];
    this.variants = element('div', 'mi-variants', { role: 'group' });
    this.variants.dataset.word = 'variants';
    const enter = this.named('mi-tool', 'enter', icon('enter'), () => this.enter());
    const shut = this.named('mi-tool', 'close', icon('close'), () => this.typing.turn('keyboard', false));
    this.strip = element('div', 'mi-strip', {}, this.variants, element('div', 'mi-ends', {}, enter, shut));
    this.tabs = TABS.map((tab) => {
      const faces = { latin: 'abc', letters: mongolian('ᠠ'), marks: mongolian('᠁'), suffixes: mongolian(`${NNBSP}ᠶᠢᠨ`) };
      const button = this.named('mi-tab', tab === 'latin' ? 'abc' : tab, faces[tab], () => this.show(tab, true));
      button.dataset.of = tab;
      return button;
    });
    this.back = this.named('mi-tool mi-move', 'back', icon('back'), () => this.move(-1));
    this.forth = this.named('mi-tool mi-move', 'forth', icon('forth'), () => this.move(1));
    const lines = [-1, 1].map((step) => this.named('mi-tool mi-move mi-line', step < 0 ? 'line.back' : 'line.forth', icon(step < 0 ? 'line-back' : 'line-forth'), () => this.line(step)));
    const space = this.named('mi-space', 'space', icon('space'), () => this.spelled(' '));
    const erase = this.named('mi-tool mi-erase', 'delete', icon('erase'), () => this.erase());
    this.repeat(erase);
    const foot = element('div', 'mi-foot', {}, ...this.tabs, lines[0], this.back, space, this.forth, lines[1], erase);
    this.bar = element('div', 'mi-board', { role: 'toolbar' }, this.strip, ...this.pages, foot);
    this.box = element('div', 'mi mi-keys', { hidden: '' }, this.bar);
    this.box.addEventListener('pointerdown', (event) => {
      this.walking = false;
      if (event.target.closest('.mi-keys')) event.preventDefault();
    });
    new ResizeObserver(() => this.arrange()).observe(this.box);
    this.bar.addEventListener('keydown', (event) => this.walk(event));
    this.bar.addEventListener('focusin', (event) => this.rove(event.target.closest('button')));
  },

  show(tab, chosen = false) {
    const known = TABS.includes(tab) ? tab : 'letters';
    for (const page of this.pages) page.hidden = page.dataset.tab !== known;
    for (const button of this.tabs) button.setAttribute('aria-pressed', String(button.dataset.of === known));
    if (chosen) {
      memory.set(this.typing.store, { ...memory.get(this.typing.store), tab: known });
      this.arrange();
    }
    if (known === 'latin' && !this.typing.latin) this.typing.turn('latin', true);
    this.rove(this.tabs.find((button) => button.dataset.of === known));
    this.look();
  },

  // Of all keys one is reached by Tab, the others from it by arrows.
  rove(button) {
    if (!button) return;
    this.bar.querySelectorAll('[tabindex="0"]').forEach((one) => (one.tabIndex = -1));
    button.tabIndex = 0;
  },

  walk(event) {
    const here = event.target.closest('button');
    const keys = [...this.bar.querySelectorAll('button')].filter((one) => one.offsetParent && !one.disabled);
    const at = keys.indexOf(here);
    if (at < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    this.walking = true;
    const ends = { Home: keys[0], End: keys[keys.length - 1], ArrowLeft: keys[at - 1], ArrowRight: keys[at + 1] };
    let next = ends[event.key];
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') next = this.above(keys, here, event.key === 'ArrowUp' ? -1 : 1);
    if (event.key === 'Escape') this.typing.field.focus();
    if (event.key !== 'Escape' && !(event.key in ends) && !event.key.startsWith('Arrow')) return;
    stop(event);
    next?.focus();
  },

  above(keys, here, step) {
    const box = here.getBoundingClientRect();
    const middle = (rect) => rect.left + rect.width / 2;
    const others = keys
      .map((one) => ({ one, rect: one.getBoundingClientRect() }))
      .filter(({ rect }) => (step < 0 ? rect.bottom <= box.top + 4 : rect.top >= box.bottom - 4));
    others.sort((a, b) => {
      const rows = step < 0 ? b.rect.bottom - a.rect.bottom : a.rect.top - b.rect.top;
      return Math.abs(rows) > 6 ? rows : Math.abs(middle(a.rect) - middle(box)) - Math.abs(middle(b.rect) - middle(box));
    });
    return others[0]?.one;
  },

  repeat(button) {
    let timer;
    const end = () => clearTimeout(timer);
    button.addEventListener('pointerdown', () => {
      const again = (delay) => {
        timer = setTimeout(() => {
          this.erase();
          again(60);
        }, delay);
      };
      again(450);
    });
    for (const type of ['pointerup', 'pointercancel', 'pointerleave']) button.addEventListener(type, end);
  },

  typed(text) {
    const { composer, field } = this.typing;
    composer.settle();
    insert(field, text);
  },

  spelled(character) {
    this.focus();
    this.typing.composer.type(character);
  },

  suffixed(suffix) {
    const { composer, field, sign } = this.typing;
    composer.settle();
    const { selectionStart: from, selectionEnd: to, value } = field;
    const space = from === to && value[from - 1] === ' ' && inWord(value[from - 2] ?? '');
    insert(field, sign + suffix, space ? from - 1 : from, to);
  },

  erase() {
    if (!this.typing) return;
    this.focus();
    if (this.typing.composer.composing) this.typing.composer.offer({ key: 'Backspace' });
    else insert(this.typing.field, '');
  },

  enter() {
    this.focus();
    const { composer } = this.typing;
    if (composer.composing) composer.offer({ key: 'Enter' });
    else composer.replay({ key: 'Enter' });
  },

  move(step) {
    this.focus();
    const { field, composer } = this.typing;
    composer.settle();
    const { value, selectionStart, selectionEnd } = field;
    let at = step < 0 ? selectionStart : selectionEnd;
    if (selectionStart === selectionEnd) {
      at = Math.max(0, Math.min(value.length, at + step));
      // A selector stays with its letter, half a pair with its other half.
      while (at > 0 && at < value.length && (isSelector(value[at]) || (value[at] >= '\udc00' && value[at] <= '\udfff'))) at += step;
    }
    field.setSelectionRange(at, at);
  },

  line(step) {
    this.focus();
    this.typing.composer.settle();
    getSelection().modify('move', step < 0 ? 'backward' : 'forward', 'line');
  },

  focus() {
    if (document.activeElement !== this.typing.field) this.typing.field.focus({ preventScroll: true });
  },

  // The shapes of the letter before the caret, in the place where it stands; suffixes that go with the word before it.
  look() {
    if (!this.typing || this.box.hidden) return;
    const { field } = this.typing;
    const { value, selectionStart: at } = field;
    this.box.classList.toggle('mi-upright', getComputedStyle(field).writingMode !== 'horizontal-tb');
    const behind = value[at - 1] ?? '';
    const place = isSelector(behind) ? at - 2 : at - 1;
    const key = `${value[place - 1] ?? ''}${value.slice(Math.max(0, place), at + 1)}`;
    if (key !== this.seen) {
      this.seen = key;
      this.offer(value, place, at, isSelector(behind) ? behind : '');
    }
    const before = wordBefore(value, value[at - 1] === ' ' ? at - 1 : at);
    for (const button of this.pages[3].children) {
      button.classList.toggle('mi-unfit', Boolean(before) && fit(button.dataset.suffix, before) < 3);
    }
  },

  offer(value, place, at, selector) {
    const letter = value[place] ?? '';
    const kinds = VARIANTS.get(letter) ?? [];
    const joins = (c) => isLetter(c) || c === NIRUGU || c === ZWJ;
    let left = place - 1;
    while (left >= 0 && isSelector(value[left])) left--;
    const before = joins(value[left] ?? '');
    const after = joins(value[at] ?? '');
    const kind = (before ? 2 : 0) + (after ? (before ? 0 : 1) : before ? 1 : 0);
    // Here, and as it will be when the word goes on.
    const going = before ? 2 : 1;
    const here = kinds[kind] ?? '';
    const shapes = [...new Set([...here, ...(after ? '' : (kinds[going] ?? ''))])].sort();
    const shape = (selected, on) => (before ? ZWJ : '') + letter + selected + (on ? ZWJ : '');
    const keys = shapes.length
      ? ['', ...shapes].map((number) => {
          const sign = number ? SELECTORS[Number(number) - 1] : '';
          const on = after || (number && !here.includes(number));
          const content = document.createDocumentFragment();
          content.append(mongolian(shape(sign, on)), element('small', '', { 'aria-hidden': 'true' }, number || '–'));
          const name = number ? `${INVISIBLE.get(sign)[1]}` : 'Mongolian letter as it is';
          const button = this.key('mi-variant', name, content, () => this.vary(sign));
          button.setAttribute('aria-pressed', String(sign === selector));
          return button;
        })
      : [];
    this.variants.replaceChildren(...keys);
  },

  vary(sign) {
    this.focus();
    const { field } = this.typing;
    const at = field.selectionStart;
    // Letter and selector are one to the field: both are typed anew.
    const from = isSelector(field.value[at - 1] ?? '') ? at - 2 : at - 1;
    insert(field, field.value[from] + sign, from, at);
  },
};

const touched = () => matchMedia('(pointer: coarse)').matches;
const narrow = () => matchMedia('(max-width: 40rem)').matches;

const PATHS = {
  latin: 'M3 15 6.500 5h1L11 15M4.300 11.500h5.400M13 12a2.600 2.600 0 1 0 5.200 0 2.600 2.600 0 0 0-5.200 0ZM18.200 9v6',
  keyboard: 'M2 5.500h16v9.500H2zM5 8.500h.01M8.300 8.500h.01M11.700 8.500h.01M15 8.500h.01M6.500 12h7',
  signs: 'M10 3v14M6.500 6.500h7M6.500 13.500h7',
  enter: 'M16 5v5.500H5M8.500 7 5 10.500 8.500 14',
  close: 'm5 8 5 5 5-5',
  space: 'M4 9v3.500h12V9',
  erase: 'M7.500 5H17v10H7.500L3 10zM10 8l4 4M14 8l-4 4',
  back: 'M12 5 7 10l5 5',
  forth: 'm8 5 5 5-5 5',
  'line-back': 'm5 12 5-5 5 5',
  'line-forth': 'm5 8 5 5 5-5',
};

function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('class', 'mi-icon');
  svg.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}

// ---------------------------------------------------------------------------------------------------------------------------
// One field with what was switched on for it.

const SWITCHES = [
  ['latin', 'KeyM', 'M'],
  ['keyboard', 'KeyK', 'K'],
  ['signs', 'KeyI', 'I'],
];
const fields = new Map();

class Typing {
  constructor(field, options) {
    this.field = field;
    this.words = options.words;
    this.look = options.look ?? 'site';
    this.kind = field.dataset.mongolianInput ?? '';
    this.store = this.kind ? `khos-input-${this.kind}` : 'khos-input';
    this.connector = (field.dataset.connector ?? options.words.connector) === 'nnbsp' ? 'nnbsp' : 'mvs';
    this.sign = this.connector === 'mvs' ? MVS : NNBSP;
    this.latin = false;
    this.composer = new Composer(this);
    this.place = options.place ?? this.createPlace();
    this.place.classList.add('mi', 'mi-place');
    this.place.dataset.look = this.look;
    this.bar = this.createBar();
    this.place.append(this.bar);
    this.listen();
  }

  // What was switched on when this device typed last.
  restore() {
    const kept = memory.get(this.store);
    for (const name of ['latin', 'signs']) if (kept[name] === true) this.turn(name, true);
    if (kept.keyboard !== true) return;
    if (!touched() || document.activeElement === this.field) this.turn('keyboard', true);
    else this.field.setAttribute('inputmode', 'none');
  }

  createPlace() {
    const place = element('div', '');
    const label = this.field.closest('label') ?? this.field;
    label.after(place);
    return place;
  }

  createBar() {
    const bar = element('div', 'mi-bar', { role: 'toolbar', 'aria-label': this.words.bar });
    this.switches = new Map();
    for (const [name, , letter] of SWITCHES) {
      const title = `${this.words[`${name}.help`]} Alt+${letter}`;
      const button = element(
        'button',
        'mi-switch',
        { type: 'button', 'aria-pressed': 'false', title, 'data-switch': name, 'aria-keyshortcuts': `Alt+${letter}`, tabindex: name === 'latin' ? '0' : '-1' },
        icon(name),
        word(this.words[name], this.words.lang),
      );
      button.addEventListener('click', () => this.turn(name));
      bar.append(button);
      this.switches.set(name, button);
    }
    bar.addEventListener('pointerdown', (event) => event.preventDefault());
    bar.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      const buttons = [...this.switches.values()];
      const at = buttons.indexOf(event.target.closest('button'));
      if (!step || at < 0) return;
      stop(event);
      buttons[(at + step + buttons.length) % buttons.length].focus();
    });
    bar.addEventListener('focusin', (event) => {
      for (const button of this.switches.values()) button.tabIndex = button === event.target.closest('button') ? 0 : -1;
    });
    return bar;
  }

  isOn(name) {
    return { latin: this.latin, keyboard: keyboard.isOpen(this), signs: Boolean(this.signs) }[name];
  }

  turn(name, on = !this.isOn(name)) {
    if (name === 'latin') {
      this.composer.settle();
      this.latin = on;
    } else if (name === 'keyboard') {
      if (on) keyboard.open(this);
      else keyboard.close();
    } else if (on && !this.signs) {
      this.signs = new Signs(this.field, this.look);
    } else if (!on) {
      this.signs?.remove();
      this.signs = null;
    }
    for (const typing of fields.values()) typing.press();
    this.press();
    panel.follow();
    memory.set(this.store, { ...memory.get(this.store), [name]: on });
  }

  press() {
    for (const [name, button] of this.switches) button.setAttribute('aria-pressed', String(this.isOn(name)));
  }

  listen() {
    const { field, composer } = this;
    const on = (type, listener, capture = false) => field.addEventListener(type, listener, capture);
    on('keydown', (event) => this.key(event), true);
    on('beforeinput', (event) => composer.input(event), true);
    on('compositionstart', () => composer.cancel());
    on('input', () => this.changed());
    on('scroll', () => {
      this.signs?.later();
      if (composer.composing) panel.follow();
    });
    on('focus', () => {
      if (memory.get(this.store).keyboard === true && !this.hidden) {
        keyboard.open(this);
        this.press();
      }
    });
    on('blur', (event) => this.left(event));
    this.sizes = new ResizeObserver(() => this.moved());
    this.sizes.observe(field);
  }

  key(event) {
    const name = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey
      ? SWITCHES.find(([, code]) => code === event.code)?.[0]
      : null;
    if (name && !event.isComposing) {
      stop(event);
      this.turn(name);
    } else {
      this.composer.key(event);
    }
  }

  changed() {
    this.signs?.later();
    if (keyboard.isOpen(this)) keyboard.look();
  }

  moved() {
    if (!this.field.isConnected) {
      forget(this);
      return;
    }
    this.signs?.measure();
    panel.follow();
  }

  left(event) {
    const inside = event.relatedTarget?.closest?.('.mi');
    const { composer } = this;
    if (composer.composing && !inside) {
      const text = composer.ready ? composer.words[composer.choice] : spell(composer.latin);
      composer.cancel();
      replace(this.field, text || '', this.field.selectionStart, this.field.selectionEnd);
    }
    if (!inside && keyboard.isDocked(this)) {
      keyboard.close();
      this.press();
    }
  }

  // The value was set by the page, without anybody typing.
  refresh() {
    if (this.composer.composing && this.composer.value !== this.field.value) this.composer.cancel();
    this.changed();
  }
}

// ---------------------------------------------------------------------------------------------------------------------------
// A field of search keeps to itself: a button in it opens the rest, which floats.

class Search extends Typing {
  constructor(field, options) {
    super(field, options);
    this.hidden = true;
    this.button = field.form?.querySelector('[data-mongolian-open]') ?? null;
    this.place.classList.add('mi-float');
    this.place.hidden = true;
    if (this.button) {
      this.button.hidden = false;
      this.button.addEventListener('pointerdown', (event) => event.preventDefault());
      this.button.addEventListener('click', () => this.open(this.hidden));
    }
  }

  restore() {
    this.press();
  }

  createPlace() {
    const place = element('div', '');
    document.body.append(place);
    return place;
  }

  open(on) {
    this.hidden = !on;
    this.place.hidden = !on;
    this.button?.setAttribute('aria-pressed', String(on));
    const kept = memory.get(this.store);
    if (on) {
      this.latin = true;
      if (narrow() || kept.keyboard === true) keyboard.open(this);
      if (kept.signs === true) this.signs ??= new Signs(this.field, this.look);
      this.field.focus();
      this.float();
    } else {
      this.composer.settle();
      this.latin = false;
      this.signs?.remove();
      this.signs = null;
      keyboard.close();
    }
    this.press();
  }

  turn(name, on) {
    if (this.hidden) {
      this.open(true);
      return;
    }
    super.turn(name, on);
    if (name === 'keyboard' && !keyboard.isOpen(this) && narrow()) this.open(false);
    else if (!this.hidden) this.float();
  }

  // Below the field, or beside it where the page is vertical: at its end, where no candidates come, or with keys from its beginning.
  float() {
    if (this.place.hidden || keyboard.isDocked(this)) return;
    const box = (this.field.form ?? this.field).getBoundingClientRect();
    const { width, height } = this.place.getBoundingClientRect();
    const root = document.documentElement;
    const upright = getComputedStyle(this.field).writingMode !== 'horizontal-tb';
    const keys = keyboard.isOpen(this);
    const left = upright ? box.right + 12 : keys ? box.left : box.right - width;
    const top = upright ? (keys ? box.top : box.bottom - height) : box.bottom + 8;
    this.place.style.left = `${Math.max(8, Math.min(left, root.clientWidth - width - 8))}px`;
    this.place.style.top = `${Math.max(8, Math.min(top, root.clientHeight - height - 8))}px`;
  }

  moved() {
    super.moved();
    if (!this.hidden) this.float();
  }

  left(event) {
    const docked = keyboard.isDocked(this);
    super.left(event);
    const to = event.relatedTarget;
    if (this.hidden || to === this.button || to?.closest?.('.mi')) return;
    // Gone to another place of the page, not only to another window; a docked keyboard is in the way of both.
    if (to || docked) this.open(false);
  }
}

// ---------------------------------------------------------------------------------------------------------------------------

// Makes a field one into which Mongolian is typed.
// options: words of the interface with `lang`, their language, and `connector`, "mvs" or "nnbsp"; place, an element for what is switched on and off, else one is
// put behind the field; look, "site" or "workbench".
export function attach(field, options) {
  const known = fields.get(field);
  if (known) return known;
  const typing = field.dataset.mongolianInput === 'search' ? new Search(field, options) : new Typing(field, options);
  fields.set(field, typing);
  typing.restore();
  watch();
  return typing;
}

// The value of a field was set by the page.
export function refresh(field) {
  fields.get(field)?.refresh();
}

// Opens what a field of search keeps closed.
export function open(field) {
  fields.get(field)?.open?.(true);
}

function dressed(address) {
  if (!address) return Promise.resolve();
  const sheet = element('link', '', { rel: 'stylesheet', href: address });
  document.head.append(sheet);
  return new Promise((resolve) => ['load', 'error'].forEach((type) => sheet.addEventListener(type, resolve, { once: true })));
}

// Takes every marked field of the page, now and later; `sheet` is the address of the style sheet.
export async function start(options) {
  await dressed(options.sheet);
  const take = () => document.querySelectorAll('textarea[data-mongolian-input],input[data-mongolian-input]').forEach((field) => attach(field, options));
  take();
  new MutationObserver(take).observe(document.body, { childList: true, subtree: true });
}

let watching = false;

function watch() {
  if (watching) return;
  watching = true;
  const all = (action) => fields.forEach((typing, field) => {
    if (field.isConnected) action(typing);
    else forget(typing);
  });
  document.addEventListener('selectionchange', () => {
    const typing = fields.get(document.activeElement);
    if (typing && keyboard.isOpen(typing)) keyboard.look();
  });
  // What is being typed is chosen before anything else is touched.
  document.addEventListener('pointerdown', (event) => {
    if (panel.of && !event.target.closest?.('.mi')) panel.of.settle();
  }, true);
  addEventListener('scroll', () => {
    all((typing) => {
      typing.signs?.later();
      if (typing instanceof Search && !typing.hidden) typing.float();
    });
    panel.follow();
  }, { capture: true, passive: true });
  addEventListener('resize', () => all((typing) => {
    typing.moved();
    if (keyboard.isOpen(typing)) keyboard.arrange();
  }));
  document.fonts?.addEventListener('loadingdone', () => all((typing) => typing.moved()));
}

// A field that is no more.
function forget(typing) {
  typing.sizes.disconnect();
  typing.signs?.remove();
  if (keyboard.isOpen(typing)) keyboard.close();
  if (panel.of === typing.composer) typing.composer.cancel();
  fields.delete(typing.field);
}
