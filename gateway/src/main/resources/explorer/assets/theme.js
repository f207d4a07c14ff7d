// Before the page is drawn, so that it does not flash: the theme that the reader chose here earlier.
(() => {
  const root = document.documentElement;
  root.classList.add('scripts');
  try {
    const theme = localStorage.getItem('theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  } catch { /* A browser that keeps nothing follows the system. */ }
})();
