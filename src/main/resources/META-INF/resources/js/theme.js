// Before first paint: the theme that the reader chose on this device; without a choice the system's holds.
(() => {
  try {
    const theme = localStorage.getItem('khos-theme');
    if (theme === 'dark' || theme === 'light') document.documentElement.dataset.theme = theme;
  } catch {
    // Storage is forbidden here: the theme of the system holds.
  }
})();
