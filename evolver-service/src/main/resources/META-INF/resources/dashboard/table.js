// Long tables, some rows at a time.

import { el, keepingFocus, show } from './dom.js';

const PAGE = 10;

/**
 * A table that shows a page of its rows.
 *
 * @param caption what it lists, for screen readers
 * @param columns objects with `name`, `number` for right-aligned ones, `cell`, which gives text or an element, and `when`
 *   for those that only some rows need
 * @return `element`, and `update` for other rows
 */
export function pagedTable(caption, columns) {
  let rows = [];
  let page = 0;
  const head = el('tr');
  const body = el('tbody');
  const where = el('span', { class: 'muted', 'aria-live': 'polite' });
  const back = el('button', { type: 'button', on: { click: () => turn(-1) } }, 'Previous');
  const forth = el('button', { type: 'button', on: { click: () => turn(1) } }, 'Next');
  const pager = el('div', { class: 'pager' }, back, forth, where);
  const element = el(
    'div',
    {},
    el(
      'div',
      { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption },
      el(
        'table',
        { class: 'rows' },
        el('caption', { class: 'unseen' }, caption),
        el('thead', {}, head),
        body,
      ),
    ),
    pager,
  );

  function turn(by) {
    page += by;
    draw();
  }

  function draw() {
    const pages = Math.max(1, Math.ceil(rows.length / PAGE));
    page = Math.min(Math.max(page, 0), pages - 1);
    const first = page * PAGE;
    const shown = columns.filter(({ when }) => !when || when(rows));
    show(head, ...shown.map((column) => el('th', { scope: 'col', class: column.number ? 'number' : '' }, column.name)));
    const fresh = rows.slice(first, first + PAGE).map((row) =>
      el('tr', {}, ...shown.map((column) => el('td', { class: column.number ? 'number' : '' }, column.cell(row)))),
    );
    keepingFocus(body, () => replace(fresh));
    back.disabled = page === 0;
    forth.disabled = page === pages - 1;
    pager.hidden = pages === 1;
    const text = `${first + 1} to ${Math.min(first + PAGE, rows.length)} of ${rows.length}`;
    if (where.textContent !== text) where.textContent = text;
  }

  function replace(fresh) {
    fresh.forEach((row, index) => {
      const old = body.rows[index];
      if (!old) body.append(row);
      else if (old.innerHTML !== row.innerHTML) old.replaceWith(row);
    });
    while (body.rows.length > fresh.length) body.lastElementChild.remove();
  }

  draw();
  return {
    element,
    update(more) {
      rows = more;
      draw();
    },
  };
}

/**
 * The same figures as a plot, as a table that is made when somebody opens it.
 *
 * @param rows gives the rows of the moment
 */
export function tableInstead(caption, columns, rows) {
  const details = el('details', { class: 'instead' }, el('summary', {}, 'As a table'));
  let table = null;
  const update = () => {
    if (details.open) {
      if (!table) {
        table = pagedTable(caption, columns);
        details.append(table.element);
      }
      table.update(rows());
    }
  };
  details.addEventListener('toggle', update);
  return { element: details, update };
}
