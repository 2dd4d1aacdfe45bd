// One network, layer by layer, with what it descends from.

import { codeStrip } from './code.js';
import { choiceIndex, palette } from './colors.js';
import { el, svg } from './dom.js';
import { compact, integer, known, latency, originName, percent } from './format.js';
import { address, read } from './http.js';
import { beyond } from './pareto.js';

const COLUMN = 58;
const GAP = 10;
const MIDDLE = 92;
const LABELS = 178;
const COSTS = 196;
const COST_HEIGHT = 54;

/** The parts of a network in order: what they are, give out and cost. */
export function parts(space, code) {
  const layers = space.layers.map((layer, index) => {
    const choice = layer.choices[choiceIndex(code[index])];
    return { name: String(layer.number), stage: layer.stage, label: choice.skip ? 'left out' : choice.label, choice, out: layer.out, params: choice.params, macs: choice.macs };
  });
  const fixed = (name, segment) => ({ name, stage: null, label: name, choice: null, ...segment });
  return [fixed('stem', space.stem), ...layers, fixed('tail', space.tail)];
}

/** Shows a candidate in a dialog, which the keyboard closes by Escape. */
export function openNetwork(live, candidate) {
  const body = el('div', { class: 'network' });
  const title = el('h2', { id: 'network-title', tabindex: '-1' });
  const dialog = el(
    'dialog',
    { class: 'wide', 'aria-labelledby': 'network-title' },
    el(
      'div',
      { class: 'dialog-head' },
      title,
      el('button', { type: 'button', class: 'quiet', on: { click: () => dialog.close() } }, 'Close'),
    ),
    body,
  );
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  const go = (to) => {
    title.textContent = `Network ${to.code}`;
    body.replaceChildren(...content(live, to, go));
    dialog.scrollTop = 0;
    title.focus();
  };
  document.body.append(dialog);
  dialog.showModal();
  go(candidate);
}

function content(live, candidate, go) {
  const lineage = el('div', {}, el('p', { class: 'muted' }, 'Reading where it comes from …'));
  read(address(live.id, 'candidates', candidate.id))
    .then((found) => lineage.replaceChildren(...ancestry(live, found, go)))
    .catch((failed) => lineage.replaceChildren(el('p', { class: 'problem' }, failed.message)));
  const finalist = live.finalists.find((each) => each.code === candidate.code);
  const all = parts(live.space, candidate.code);
  return [
    el(
      'dl',
      { class: 'facts' },
      fact('Accuracy', percent(candidate.accuracy)),
      finalist?.testAccuracy ? fact('By itself', percent(finalist.testAccuracy)) : null,
      known(candidate.latency) ? fact('Latency', latency(candidate.latency)) : null,
      fact('Multiply-adds', integer(candidate.macs)),
      fact('Parameters', integer(candidate.params)),
      fact('Depth', integer(candidate.depth)),
      fact('Generation, slot', `${candidate.generation}, ${candidate.slot}`),
      fact('Came by', originName(candidate.origin)),
      beyond(candidate) ? fact('Constraints', 'broken') : null,
    ),
    candidate.failure ? el('p', { class: 'problem' }, candidate.failure) : null,
    el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Drawing of the network' }, drawing(live.space, all)),
    el('details', { class: 'instead' }, el('summary', {}, 'As a table'), layerTable(all)),
    el('h3', {}, 'Where it comes from'),
    lineage,
  ].filter(Boolean);
}

function fact(name, value) {
  return el('div', {}, el('dt', {}, name), el('dd', {}, value));
}

function drawing(space, all) {
  const colors = palette(space);
  const areas = all.map((part) => part.out[0]);
  const tallest = Math.log2(1 + Math.max(space.input[0], ...areas));
  const mostMacs = Math.max(1, ...all.map((part) => part.macs));
  const width = all.length * (COLUMN + GAP) + GAP;
  const height = COSTS + COST_HEIGHT + 26;
  const x = (index) => GAP + index * (COLUMN + GAP);
  return svg(
    'svg',
    { class: 'drawing', width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': 'Blocks from picture to classes, as high as their features are large; below them, multiply-adds.' },
    svg('line', { class: 'wire', x1: x(0), x2: x(all.length) - GAP, y1: MIDDLE, y2: MIDDLE }),
    ...stages(all, x),
    ...all.flatMap((part, index) => {
      const side = 26 + (96 * Math.log2(1 + part.out[0])) / tallest;
      const skip = part.choice?.skip;
      const cost = (COST_HEIGHT * part.macs) / mostMacs;
      const fill = part.choice ? colors.of(part.choice) : 'var(--fixed)';
      return [
        skip
          ? svg('circle', { class: 'passed', cx: x(index) + COLUMN / 2, cy: MIDDLE, r: 5 })
          : svg('rect', { x: x(index), y: MIDDLE - side / 2, width: COLUMN, height: side, rx: 7, style: { fill } }),
        svg('text', { class: skip ? 'quiet' : part.choice ? 'inside' : 'inside fixed', x: x(index) + COLUMN / 2, y: skip ? MIDDLE - 14 : MIDDLE + 4 }, skip ? 'out' : part.label),
        svg('text', { class: 'quiet', x: x(index) + COLUMN / 2, y: LABELS - 12 }, `${part.out[0]}×${part.out[1]}`),
        svg('text', { class: 'quiet', x: x(index) + COLUMN / 2, y: LABELS + 2 }, `${part.out[2]}`),
        svg('rect', { class: 'cost', x: x(index) + 12, y: COSTS + COST_HEIGHT - cost, width: COLUMN - 24, height: Math.max(1, cost), rx: 2 }),
        svg('text', { class: 'quiet', x: x(index) + COLUMN / 2, y: COSTS + COST_HEIGHT + 16 }, compact(part.macs)),
      ];
    }),
  );
}

function stages(all, x) {
  const seen = new Map();
  all.forEach((part, index) => {
    if (part.stage !== null) seen.set(part.stage, [seen.get(part.stage)?.[0] ?? index, index]);
  });
  return [...seen].flatMap(([stage, [first, last]]) => [
    svg('line', { class: 'stage', x1: x(first), x2: x(last) + COLUMN, y1: 18, y2: 18 }),
    svg('text', { class: 'quiet', x: (x(first) + x(last) + COLUMN) / 2, y: 12 }, `stage ${stage}`),
  ]);
}

function layerTable(all) {
  return el(
    'div',
    { class: 'scroll' },
    el(
      'table',
      { class: 'rows' },
      el('thead', {}, el('tr', {}, ...['Layer', 'Block', 'Gives out', 'Parameters', 'Multiply-adds'].map((name, index) => el('th', { scope: 'col', class: index > 2 ? 'number' : '' }, name)))),
      el(
        'tbody',
        {},
        ...all.map((part) =>
          el(
            'tr',
            {},
            el('th', { scope: 'row' }, part.name),
            el('td', {}, part.label),
            el('td', {}, part.out.join(' × ')),
            el('td', { class: 'number' }, integer(part.params)),
            el('td', { class: 'number' }, integer(part.macs)),
          ),
        ),
      ),
    ),
  );
}

/** Parents with what changed, then all that came before them. */
function ancestry(live, { candidate, ancestors }, go) {
  if (candidate.parents.length === 0) return [el('p', { class: 'muted' }, 'It descends from no other network.')];
  const parents = candidate.parents.map((id) => ancestors.find((each) => each.id === id)).filter(Boolean);
  const older = ancestors.filter((each) => !candidate.parents.includes(each.id)).reverse();
  const line = (each) =>
    el(
      'li',
      {},
      el('button', { type: 'button', class: 'plain', 'aria-label': `Open ${each.code}`, on: { click: () => go(each) } }, codeStrip(live.space, each.code, candidate.code)),
      el('span', {}, percent(each.accuracy)),
      el('span', { class: 'muted' }, `generation ${each.generation}, ${originName(each.origin)}`),
    );
  return [
    el('p', { class: 'muted' }, 'Layers that differ from this network are outlined.'),
    el('ul', { class: 'lineage' }, ...parents.map(line)),
    older.length === 0
      ? null
      : el('details', {}, el('summary', {}, `${older.length} before them`), el('ul', { class: 'lineage' }, ...older.slice(0, 100).map(line))),
  ].filter(Boolean);
}
