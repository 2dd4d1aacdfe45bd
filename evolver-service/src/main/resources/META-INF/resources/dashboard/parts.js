// The parts of a search that are lists: fairness, evaluators, finalists, failures.

import { codeStrip } from './code.js';
import { choiceCharacter } from './colors.js';
import { el, keepingFocus, show } from './dom.js';
import { ago, compact, duration, integer, known, latency, percent, phaseName } from './format.js';
import { address } from './http.js';
import { pagedTable } from './table.js';

const empty = (text) => el('p', { class: 'muted' }, text);

function table(names, rows) {
  return el(
    'div',
    { class: 'scroll' },
    el(
      'table',
      { class: 'rows' },
      el('thead', {}, el('tr', {}, ...names.map(([name, kind]) => el('th', { scope: 'col', class: kind ?? '' }, name)))),
      el('tbody', {}, ...rows),
    ),
  );
}

/** How often each choice was trained. */
export function fairnessPart(live) {
  const element = el('div');
  return {
    element,
    update() {
      const { counts } = live.training;
      if (counts.length === 0) {
        show(element, empty('The first checkpoint tells how often each choice was trained.'));
        return;
      }
      const uneven = counts.filter((layer) => Math.max(...layer.counts) !== Math.min(...layer.counts)).length;
      const most = Math.max(...counts.flatMap((layer) => layer.counts));
      const widest = Math.max(...counts.map((layer) => layer.counts.length));
      show(
        element,
        empty(uneven === 0 ? 'In each layer every choice was trained equally often.' : `In ${uneven} of ${counts.length} layers some choices were trained more often than others.`),
        table(
          [['Layer'], ...Array.from({ length: widest }, (_, index) => [choiceCharacter(index), 'number'])],
          counts.map((layer) =>
            el(
              'tr',
              {},
              el('th', { scope: 'row' }, String(layer.layer)),
              ...layer.counts.map((count) =>
                el('td', { class: 'number heat', title: `${integer(count)} times`, style: { '--heat': `${Math.round((50 * count) / Math.max(1, most))}%` } }, compact(count)),
              ),
            ),
          ),
        ),
      );
    },
  };
}

/** Who scores, and how much waits for it. */
export function fleetPart(live) {
  const element = el('div');
  return {
    element,
    update() {
      const { evaluators, status } = live;
      const waiting = `${integer(status.outstanding)} ${status.outstanding === 1 ? 'candidate waits' : 'candidates wait'} for a score.`;
      if (evaluators.length === 0) {
        show(element, empty(`No evaluator was seen yet. ${waiting}`));
        return;
      }
      show(
        element,
        empty(`${evaluators.length} seen. ${waiting}`),
        table(
          [['Evaluator'], ['Outcomes', 'number'], ['Failed', 'number'], ['Mean time', 'number'], ['Last', 'number']],
          evaluators.map((each) =>
            el(
              'tr',
              {},
              el('th', { scope: 'row' }, each.id),
              el('td', { class: 'number' }, integer(each.outcomes)),
              el('td', { class: 'number' }, integer(each.failures)),
              el('td', { class: 'number' }, duration(each.milliseconds)),
              el('td', { class: 'number nowrap' }, ago(each.latest)),
            ),
          ),
        ),
      );
    },
  };
}

/** The networks trained by themselves, with their files. */
export function finalistsPart(live, open) {
  const element = el('div');
  return {
    element,
    update() {
      if (live.finalists.length === 0) {
        show(element, empty(live.status.phase === 'ENDED' ? 'No network was chosen to be trained by itself.' : 'They are chosen when the search ends.'));
        return;
      }
      const timed = live.finalists.some((each) => known(live.candidate(each.candidate)?.latency));
      const key = `${timed} ${JSON.stringify(live.finalists)}`;
      if (element.dataset.key !== key) {
        element.dataset.key = key;
        const names = [['Network'], ['Chosen as'], ['State'], ['Supernet', 'number'], ['By itself', 'number'], ...(timed ? [['Latency', 'number']] : []), ['Files']];
        keepingFocus(element, () => element.replaceChildren(table(names, live.finalists.map((each) => finalist(live, each, timed, open)))));
      }
    },
  };
}

function finalist(live, each, timed, open) {
  const candidate = live.candidate(each.candidate);
  const state = each.phase === 'TRAINING' ? `epoch ${each.epoch} of ${each.epochs}` : phaseName(each.phase);
  const file = (format, name) =>
    el('a', { class: 'file', href: `${address(live.id, 'finalists', each.code, 'model')}?format=${format}`, download: true, 'aria-label': `${name} of ${each.code}` }, name);
  return el(
    'tr',
    {},
    el('th', { scope: 'row' }, candidate ? el('button', { type: 'button', class: 'plain', 'aria-label': `Open ${each.code}`, on: { click: () => open(candidate) } }, codeStrip(live.space, each.code)) : each.code),
    el('td', {}, each.why),
    el('td', {}, state, each.failure ? el('div', { class: 'problem small' }, each.failure) : null),
    el('td', { class: 'number' }, percent(each.supernetAccuracy)),
    el('td', { class: 'number' }, percent(each.testAccuracy)),
    timed ? el('td', { class: 'number' }, latency(candidate?.latency)) : null,
    el('td', { class: 'nowrap' }, each.phase === 'TRAINED' ? [file('onnx', 'ONNX'), ' ', file('safetensors', 'PyTorch')] : '–'),
  );
}

/** What failed, and why. */
export function failuresPart(live) {
  const none = empty('Nothing has failed.');
  const table = pagedTable('Failures, the last first', [
    { name: 'Of', cell: (each) => el('span', { class: 'mono' }, each.candidate?.replace(`${live.id}-`, '') ?? each.service) },
    { name: 'Why', cell: (each) => each.reason },
  ]);
  return {
    element: el('div', {}, none, table.element),
    update() {
      none.hidden = live.failures.length > 0;
      table.element.hidden = !none.hidden;
      table.update([...live.failures].reverse());
    },
  };
}
