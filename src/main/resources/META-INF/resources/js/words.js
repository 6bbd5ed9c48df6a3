// The words that a reader kept on this device: shown, removed, given out. Nothing of them leaves the device.
const WORDS = 'khos-words';

export function start({ root, vertical, readList, write, tell }) {
  const page = document.querySelector('[data-kept-words]');
  const list = page.querySelector('.words');
  const { remove, removed, texts, concordance } = page.dataset;
  const words = () => readList(WORDS).filter((word) => word && typeof word.id === 'string');

  function make(tag, className, text, lang) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = text;
    if (lang) element.lang = lang;
    else if (text && root.lang !== 'zh-Hans' && /\p{Script=Han}/u.test(text)) element.lang = 'zh-Hans';
    return element;
  }

  function entry(word) {
    const item = make('li', 'word');
    const head = make('div', 'hd');
    const names = make('div');
    const chinese = make('h2', 'h', word.zh ?? '', 'zh-Hans');
    const spine = make('i', vertical ? 'vspine' : 'spine');
    spine.setAttribute('aria-hidden', 'true');
    names.append(chinese, make('p', 'meta lt', word.latin ?? '', 'mn-Latn'));
    head.append(make('span', 'mn', word.mn ?? '', 'mn-Mong'), spine, names);
    item.append(head);
    if (word.definition) item.append(make('p', 'df', word.definition, 'zh-Hans'));
    const acts = make('p', 'acts');
    const link = vertical ? 'more' : 'link';
    if (/^\/(zh|mn)\/[a-z0-9/-]+$/.test(word.path ?? '')) {
      const from = make('a', link, word.title || word.path);
      from.href = word.path;
      acts.append(from);
    }
    const others = make('a', link, texts);
    others.href = `${concordance}?q=${encodeURIComponent((root.lang === 'zh-Hans' ? word.zh || word.mn : word.mn || word.zh) ?? '')}`;
    const away = make('button', `${link} keep`, remove);
    away.type = 'button';
    away.setAttribute('aria-label', `${remove} ${word.zh || word.mn}`);
    away.addEventListener('click', () => {
      write(WORDS, words().filter((one) => one.id !== word.id));
      const next = item.nextElementSibling ?? item.previousElementSibling;
      draw();
      (next ? list.querySelector('button') : page.querySelector('h1')).focus?.();
      tell(removed);
    });
    acts.append(others, away);
    item.append(acts);
    return item;
  }

  function draw() {
    const all = words();
    list.replaceChildren(...all.toReversed().map(entry));
    page.querySelectorAll('[data-some]').forEach((one) => (one.hidden = all.length === 0));
    page.querySelector('[data-none]').hidden = all.length > 0;
  }

  /** A cell of a table: no tab or line break, and nothing that a spreadsheet would take for a formula. */
  const cell = (text) => String(text ?? '').replace(/[\t\r\n]+/g, ' ').replace(/^(?=[=+\-@])/, "'");

  page.querySelector('[data-export]').addEventListener('click', () => {
    const rows = words().map((word) => [word.zh, word.mn, word.latin, word.definition, word.path].map(cell).join('\t'));
    const file = new Blob(['\uFEFF', ['zh-Hans\tmn-Mong\tmn-Latn\tdefinition\tfrom', ...rows].join('\r\n'), '\r\n'], {
      type: 'text/tab-separated-values;charset=utf-8',
    });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = 'khos-words.tsv';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  });
  addEventListener('storage', (event) => event.key === WORDS && draw());
  draw();
}
