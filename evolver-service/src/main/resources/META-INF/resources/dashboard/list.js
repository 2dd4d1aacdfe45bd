// All searches, and where the others are.

import { el, show } from './dom.js';
import { decimal, integer, percent, phaseName, time } from './format.js';
import { read } from './http.js';

const PACE = 2000;

/** Shows the list until it is closed. */
export function listView(main) {
  const closing = new AbortController();
  const body = el('tbody');
  const count = el('p', { class: 'muted' }, 'Reading …');
  const elsewhere = el('div');
  main.append(
    el(
      'section',
      { class: 'page', 'aria-labelledby': 'title' },
      el('div', { class: 'head' }, el('div', {}, el('h1', { id: 'title' }, 'Searches'), count)),
      el(
        'div',
        { class: 'card flush scroll', tabindex: '0', role: 'region', 'aria-label': 'All searches' },
        el(
          'table',
          { class: 'rows' },
          el(
            'thead',
            {},
            el(
              'tr',
              {},
              ...['Search', 'State', 'Evaluated', 'Generations', 'Front', 'Best accuracy', 'Hypervolume', 'Asked for'].map(
                (name, index) => el('th', { scope: 'col', class: index > 1 && index < 7 ? 'number' : '' }, name),
              ),
            ),
          ),
          body,
        ),
      ),
      elsewhere,
    ),
  );
  let timer = 0;
  const refresh = async () => {
    try {
      const list = await read('/searches', closing.signal);
      const sorted = [...list.searches].sort((a, b) => b.requested.localeCompare(a.requested));
      show(count, sorted.length === 0 ? 'None yet: ./scarlet submit asks for one.' : `${sorted.length} on this instance, the newest first`);
      show(body, ...sorted.map(row));
      show(elsewhere, ...others(list.elsewhere));
    } catch (failed) {
      if (!closing.signal.aborted) show(count, failed.message);
    }
    if (!closing.signal.aborted) timer = setTimeout(refresh, PACE);
  };
  refresh();
  return {
    close() {
      clearTimeout(timer);
      closing.abort();
    },
  };
}

function row(search) {
  const share = search.budget > 0 ? search.evaluations / search.budget : 0;
  return el(
    'tr',
    { data: { key: search.id } },
    el(
      'th',
      { scope: 'row' },
      el('a', { href: `#/searches/${encodeURIComponent(search.id)}` }, search.id),
      search.parent ? el('div', { class: 'muted small' }, `fork of ${search.parent}`) : null,
    ),
    el('td', {}, pill(search.phase), search.reason ? el('div', { class: 'muted small' }, search.reason) : null),
    el(
      'td',
      { class: 'number' },
      `${integer(search.evaluations)} of ${integer(search.budget)}`,
      el('progress', { max: 1, value: share, 'aria-label': 'Share of the budget' }),
    ),
    el('td', { class: 'number' }, integer(search.generations)),
    el('td', { class: 'number' }, integer(search.front)),
    el('td', { class: 'number' }, percent(search.bestAccuracy)),
    el('td', { class: 'number' }, decimal(search.hypervolume, 4)),
    el('td', { class: 'nowrap' }, time(search.requested)),
  );
}

function others(addresses) {
  return addresses.length === 0
    ? []
    : [
        el('p', { class: 'muted' }, 'Other instances have the other searches:'),
        el('ul', {}, ...addresses.map((each) => el('li', {}, el('a', { href: each }, each)))),
      ];
}

/** What a search does, as a word in a colour. */
export function pill(phase) {
  return el('span', { class: 'pill', data: { phase } }, phaseName(phase));
}
