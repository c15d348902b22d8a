// The mark that screens of the app set too: two frames later the page stands on the screen.
addEventListener('DOMContentLoaded', () =>
  requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('ready:bare'))),
);
