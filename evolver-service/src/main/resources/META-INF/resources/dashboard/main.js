// The page: which view is shown, and in which colours. Views are chosen by what follows # in the address.

import { credentials } from './access.js';
import { el, notice, say } from './dom.js';
import { file } from './http.js';
import { listView } from './list.js';
import { searchView } from './search.js';

const THEMES = ['system', 'light', 'dark'];
const HELD = 60000;
const THEME = 'scarlet-theme';

const main = document.getElementById('main');
const trail = document.getElementById('trail');
const link = document.getElementById('link');
let shown = { close() {} };

function route() {
  const [, place, id] = location.hash.split('/').map(decodeURIComponent);
  shown.close();
  main.replaceChildren();
  say(link, '');
  link.removeAttribute('data-state');
  if (place === 'searches' && id) {
    walked([['Searches', '#/'], [id, null]]);
    shown = searchView(main, id, connection);
  } else {
    walked([['Searches', null]]);
    shown = listView(main);
  }
}

function walked(steps) {
  document.title = `${steps.at(-1)[0]} – Scarlet`;
  trail.replaceChildren(
    ...steps.map(([name, href]) =>
      el('li', {}, href ? el('a', { href }, name) : el('span', { 'aria-current': 'page', title: name }, name)),
    ),
  );
}

/** Says whether the page is live. */
function connection(live) {
  link.dataset.state = live ? 'live' : 'lost';
  say(link, live ? 'Live' : 'Connecting …');
}

/** A link to a file carries no token, so where there is one the page reads the file itself. */
async function download(event) {
  const link = event.target.closest('a[download]');
  if (!link || !credentials().Authorization) return;
  event.preventDefault();
  try {
    const { name, content } = await file(link.href);
    const held = URL.createObjectURL(content);
    el('a', { href: held, download: name ?? link.download }).click();
    setTimeout(() => URL.revokeObjectURL(held), HELD);
  } catch (failed) {
    notice(failed.message, 'problem');
  }
}

function theme(wanted) {
  document.documentElement.dataset.theme = wanted;
  const button = document.getElementById('theme');
  say(button, `Theme: ${wanted}`);
  document.dispatchEvent(new Event('theme'));
}

function chosenTheme() {
  return THEMES.includes(localStorage.getItem(THEME)) ? localStorage.getItem(THEME) : 'system';
}

document.getElementById('theme').addEventListener('click', () => {
  const next = THEMES[(THEMES.indexOf(chosenTheme()) + 1) % THEMES.length];
  localStorage.setItem(THEME, next);
  theme(next);
});
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => theme(chosenTheme()));
document.querySelector('.skip').addEventListener('click', (event) => {
  event.preventDefault();
  main.focus();
});
document.addEventListener('click', download);
addEventListener('hashchange', () => {
  route();
  main.focus({ preventScroll: true });
  scrollTo(0, 0);
});
theme(chosenTheme());
route();
