// Lines: the hypervolume over evaluations, and the training of the supernet.

import { color } from './colors.js';
import { el } from './dom.js';
import { integer } from './format.js';
import { axis, plot, STILL, tip } from './plot.js';

/** How good the front is, over the evaluations that it took. */
export function hypervolumePlot(live) {
  const place = el('div', { class: 'plot', role: 'img', 'aria-label': 'Hypervolume over evaluations; the table has the figures.' });
  const drawn = plot(place, () => ({
    ...STILL,
    grid: { left: 52, right: 14, top: 12, bottom: 42 },
    tooltip: tip({
      trigger: 'axis',
      formatter: ([point]) => {
        const generation = live.generations[point.dataIndex];
        return `generation ${generation.generation}\n${integer(generation.evaluations)} evaluated\nhypervolume ${generation.hypervolume.toFixed(4)}\nfront ${generation.front}`;
      },
    }),
    xAxis: axis('Evaluations', { min: 0 }),
    yAxis: axis('', { scale: true }),
    series: [
      {
        type: 'line',
        data: live.generations.map((each) => [each.evaluations, each.hypervolume]),
        showSymbol: live.generations.length < 30,
        symbolSize: 5,
        sampling: 'lttb',
        itemStyle: { color: color('scarlet') },
        lineStyle: { color: color('scarlet'), width: 2 },
        areaStyle: { color: color('scarlet'), opacity: 0.08, origin: 'start' },
      },
    ],
  }));
  return { place, update: () => drawn.drawFor(live.generations.length), close: drawn.close };
}

/** Loss and accuracy of the supernet over its steps. */
export function trainingPlot(live) {
  const place = el('div', { class: 'plot', role: 'img', 'aria-label': 'Training loss and accuracy over steps; the table has the figures.' });
  const drawn = plot(place, () => {
    const reports = live.training.reports;
    const line = (name, yAxisIndex, of, shade) => ({
      type: 'line',
      name,
      yAxisIndex,
      data: reports.map((each) => [each.step, of(each)]),
      showSymbol: false,
      itemStyle: { color: color(shade) },
      lineStyle: { color: color(shade), width: 2 },
    });
    return {
      ...STILL,
      grid: { left: 44, right: 44, top: 30, bottom: 42 },
      legend: { top: 0, left: 'center', itemWidth: 14, itemHeight: 3, icon: 'roundRect', textStyle: { color: color('muted'), fontFamily: color('sans') } },
      tooltip: tip({
        trigger: 'axis',
        formatter: (all) => {
          const report = reports[all[0].dataIndex];
          return `epoch ${report.epoch}, step ${integer(report.step)}\nloss ${report.loss.toFixed(3)}\naccuracy ${(100 * report.accuracy).toFixed(1)} %\n${integer(Math.round(report.picturesPerSecond))} pictures/s`;
        },
      }),
      xAxis: axis('Steps', { min: 0 }),
      yAxis: [axis(''), axis('', { splitLine: { show: false }, axisLabel: { ...axis('').axisLabel, formatter: '{value} %' } })],
      series: [line('Loss', 0, (each) => each.loss, 'blue'), line('Accuracy', 1, (each) => 100 * each.accuracy, 'scarlet')],
    };
  });
  return { place, update: () => drawn.drawFor(live.training.reports.length, live.training.reports.at(-1)?.step), close: drawn.close };
}
