// Chooses theme and text size before the first paint. A classic script, so that it runs before the page is drawn.
// The shell hands over what it remembers in `window.nexusLook`. Must agree with src/lib/look.svelte.ts (a test holds them together).
(function () {
  var look = window.nexusLook || {};
  var theme = look.theme || 'system';
  if (theme === 'system') {
    var dark = matchMedia('(prefers-color-scheme: dark)').matches;
    theme = dark ? 'dark' : 'light';
    if (matchMedia('(prefers-contrast: more)').matches) theme = dark ? 'contrast-dark' : 'contrast';
  }
  var root = document.documentElement;
  root.dataset.theme = theme;
  root.dataset.text = String(look.text || 100);
})();
