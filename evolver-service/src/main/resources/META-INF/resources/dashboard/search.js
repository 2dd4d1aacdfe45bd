// One search, live.

import { hoverCard } from './card.js';
import { codeStrip } from './code.js';
import { choiceCharacter } from './colors.js';
import { el, say, show } from './dom.js';
import { compact, decimal, integer, known, latency, MEASURES, percent } from './format.js';
import { address } from './http.js';
import { pill } from './list.js';
import { LiveSearch } from './live.js';
import { openNetwork } from './network.js';
import { beyond } from './pareto.js';
import { failuresPart, fairnessPart, finalistsPart, fleetPart } from './parts.js';
import { steering } from './steer.js';
import { pagedTable, tableInstead } from './table.js';

/**
 * Shows a search until it is closed.
 *
 * @param connection is told whether the page is live
 */
export function searchView(main, id, connection) {
  const live = new LiveSearch(id);
  const plots = Promise.all([import('./scatter.js'), import('./curves.js'), import('./leading.js')]);
  const steer = steering(live);
  const pieces = [];
  let started = false;
  let closed = false;

  const title = el('h1', { id: 'title' }, id);
  const about = el('p', { class: 'muted' }, 'Reading …');
  const progress = el('progress', { max: 1, value: 0, 'aria-label': 'Share of the budget' });
  const tiles = el('dl', { class: 'tiles' });
  const grid = el('div', { class: 'grid' });
  const trouble = el('p', { class: 'problem', hidden: true, role: 'alert' });
  main.append(
    el(
      'section',
      { class: 'page', 'aria-labelledby': 'title' },
      el('div', { class: 'head' }, el('div', {}, title, about), steer.element),
      trouble,
      progress,
      tiles,
      grid,
    ),
  );

  live.addEventListener('link', ({ detail }) => connection(detail));
  live.addEventListener('change', update);
  live.addEventListener('trouble', ({ detail }) => fail(detail));

  function fail(text) {
    trouble.hidden = false;
    say(trouble, text);
  }

  function update() {
    trouble.hidden = true;
    head();
    if (live.space && !started) {
      started = true;
      start();
    }
    pieces.forEach((piece) => piece.update());
  }

  function head() {
    const { status } = live;
    say(title, status.name);
    show(
      about,
      pill(status.phase),
      el('span', {}, status.reason),
      el('span', { class: 'mono' }, status.id),
      status.parent ? el('span', {}, 'fork of ', el('a', { href: `#/searches/${encodeURIComponent(status.parent)}` }, status.parent)) : null,
      el('a', { href: address(status.id, 'log'), download: 'log.avro' }, 'log.avro'),
    );
    progress.value = status.budget > 0 ? status.evaluations / status.budget : 0;
    steer.update();
    show(
      tiles,
      ...[
        ['Evaluated', integer(status.evaluations), `of ${integer(status.budget)}`],
        ['Generations', integer(status.generations), 'complete'],
        ['Best accuracy', percent(status.bestAccuracy), 'on the front'],
        ['Hypervolume', decimal(status.hypervolume, 4), 'of the front'],
        ['Front', integer(status.front), 'networks'],
        ['Open', integer(status.outstanding), 'wait for a score'],
        ['Failures', integer(status.failures), 'evaluations'],
      ].map(([name, value, more]) => el('div', {}, el('dt', {}, name), el('dd', {}, value, el('small', {}, more)))),
    );
  }

  async function start() {
    const [{ scatterPlot }, { hypervolumePlot, trainingPlot }, { leadingPlot }] = await plots;
    if (closed) return;
    const card = hoverCard(live);
    const open = (candidate) => {
      card.hide();
      openNetwork(live, candidate);
    };
    pieces.push({ update() {}, close: card.close });
    const trains = live.status.training !== null || live.status.phase === 'TRAINING';

    const scatter = piece(scatterPlot(live, open, card, () => candidates.update()));
    const candidates = piece(tableInstead('Candidates in the plot, the newest first', candidateColumns(live, open), () => scatter.points().map((each) => each.candidate).reverse()));
    section('Front and candidates', 'wide', scatter.controls, scatter.place, scatter.legend, scatter.told, candidates.element);

    const side = el('div', { class: 'column' });
    const volume = piece(hypervolumePlot(live));
    const generations = piece(tableInstead('Generations', GENERATION_COLUMNS, () => [...live.generations].reverse()));
    side.append(boxed('Hypervolume', volume.place, generations.element));
    if (trains) {
      const training = piece(trainingPlot(live));
      const reports = piece(tableInstead('Reports of the training', TRAINING_COLUMNS, () => [...live.training.reports].reverse()));
      side.append(boxed('Training of the supernet', training.place, reports.element));
    } else {
      side.append(boxed('Evaluators', piece(fleetPart(live)).element));
    }
    grid.append(side);

    const leading = piece(leadingPlot(live));
    const leaders = piece(tableInstead('Leading choices by generation', leaderColumns(live), () => [...live.generations].reverse()));
    section('Leading choice in each layer', 'wide', leading.legend, leading.place, leaders.element);
    if (trains) {
      grid.append(
        el('div', { class: 'column' }, boxed('Fairness', piece(fairnessPart(live)).element), boxed('Evaluators', piece(fleetPart(live)).element)),
      );
      section('Finalists', 'wide', piece(finalistsPart(live, open)).element);
      section('Failures', '', piece(failuresPart(live)).element);
    } else {
      grid.append(
        el('div', { class: 'column' }, boxed('Finalists', piece(finalistsPart(live, open)).element), boxed('Failures', piece(failuresPart(live)).element)),
      );
    }

    const front = pagedTable('The front, best in the first objective first', candidateColumns(live, open));
    pieces.push({ update: () => front.update(live.front), close() {} });
    section('The front', 'full', front.element);
    pieces.forEach((each) => each.update());
  }

  function piece(made) {
    pieces.push({ update: () => made.update(), close: () => made.close?.() });
    return made;
  }

  function section(name, size, ...content) {
    grid.append(boxed(name, ...content));
    grid.lastElementChild.classList.add(...size.split(' ').filter(Boolean));
  }

  return {
    close() {
      closed = true;
      live.close();
      pieces.forEach((each) => each.close());
    },
  };
}

let boxes = 0;

function boxed(name, ...content) {
  boxes++;
  return el('section', { class: 'card', 'aria-labelledby': `box-${boxes}` }, el('h2', { id: `box-${boxes}` }, name), ...content);
}

function candidateColumns(live, open) {
  return [
    { name: 'Network', cell: (each) => el('button', { type: 'button', class: 'plain', 'aria-label': `Open ${each.code}`, on: { click: () => open(each) } }, codeStrip(live.space, each.code)) },
    { name: 'Accuracy', number: true, cell: (each) => percent(each.accuracy) },
    { name: 'Latency', number: true, when: (all) => all.some((each) => known(each.latency)), cell: (each) => latency(each.latency) },
    { name: 'Multiply-adds', number: true, cell: (each) => integer(each.macs) },
    { name: 'Parameters', number: true, cell: (each) => integer(each.params) },
    { name: 'Depth', number: true, cell: (each) => integer(each.depth) },
    { name: 'Generation', number: true, cell: (each) => integer(each.generation) },
    { name: 'Constraints', when: (all) => all.some(beyond), cell: (each) => (beyond(each) ? 'broken' : 'kept') },
  ];
}

const GENERATION_COLUMNS = [
  { name: 'Generation', number: true, cell: (each) => integer(each.generation) },
  { name: 'Evaluated', number: true, cell: (each) => integer(each.evaluations) },
  { name: 'Hypervolume', number: true, cell: (each) => decimal(each.hypervolume, 4) },
  { name: 'Front', number: true, cell: (each) => integer(each.front) },
  { name: 'Best accuracy', number: true, cell: (each) => percent(each.bestAccuracy) },
  { name: 'Failures', number: true, cell: (each) => integer(each.failures) },
];

const TRAINING_COLUMNS = [
  { name: 'Epoch', number: true, cell: (each) => integer(each.epoch) },
  { name: 'Step', number: true, cell: (each) => integer(each.step) },
  { name: 'Loss', number: true, cell: (each) => decimal(each.loss, 4) },
  { name: 'Accuracy', number: true, cell: (each) => percent(each.accuracy) },
  { name: 'Pictures/s', number: true, cell: (each) => compact(each.picturesPerSecond) },
];

function leaderColumns(live) {
  return [
    { name: 'Generation', number: true, cell: (each) => integer(each.generation) },
    { name: 'Leading choices, layer by layer', cell: (each) => codeStrip(live.space, each.leading.map((one) => choiceCharacter(one.choice)).join('')) },
    { name: 'Least share', number: true, cell: (each) => MEASURES.accuracy.text(100 * Math.min(...each.leading.map((one) => one.share))) },
  ];
}
