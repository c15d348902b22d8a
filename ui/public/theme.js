// Chooses theme and text size before the first paint. A classic script, so that it runs before the page is drawn.
// The shell may hand over what it remembers in `window.nexusLook`; else the window remembers by itself.
(function () {
  var look = window.nexusLook;
  try {
    look = look || JSON.parse(localStorage.getItem('nexus.look') || '{}');
  } catch {
    look = {};
  }
  var root = document.documentElement;
  root.dataset.theme = look.theme || 'system';
  root.dataset.text = String(look.text || 100);
})();
