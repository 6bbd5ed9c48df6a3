// Before first paint: theme and text size that the reader chose on this device; without a choice the system's hold.
(() => {
  try {
    const chosen = document.documentElement.dataset;
    const theme = localStorage.getItem('khos-theme');
    if (theme === 'dark' || theme === 'light') chosen.theme = theme;
    const size = localStorage.getItem('khos-size');
    if (/^[0-3]$/.test(size)) chosen.size = size;
  } catch {
    // Storage is forbidden here: what the system wants holds.
  }
})();
