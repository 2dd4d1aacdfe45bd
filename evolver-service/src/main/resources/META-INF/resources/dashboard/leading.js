// Which choice leads in each layer, generation by generation.

import { choiceCharacter, color, palette, textOn } from './colors.js';
import { el, show } from './dom.js';
import { axis, plot, STILL, tip } from './plot.js';

const MOST_COLUMNS = 400;
const ROOM_FOR_LABELS = 17;

/** A map of generations and layers, coloured by the leading choice, the paler the fewer survivors have it. */
export function leadingPlot(live) {
  const place = el('div', { class: 'plot', role: 'img', 'aria-label': 'Leading choice of each layer by generation; the table has the figures.' });
  const legend = el('ul', { class: 'legend', 'aria-label': 'Colours of the choices' });
  let shades = null;

  const drawn = plot(place, () => {
    const generations = thinned(live.generations);
    const layers = live.space?.layers ?? [];
    return {
      ...STILL,
      grid: { left: 40, right: 12, top: 8, bottom: 40 },
      tooltip: tip({
        formatter: ({ value: [generation, layer, index, share] }) =>
          `generation ${generation}, layer ${layer + 1}\n${name(layers[layer], index)}: ${Math.round(100 * share)} % of the survivors`,
      }),
      xAxis: { ...axis('Generation'), type: 'category', nameGap: 26, splitLine: { show: false }, data: generations.map((each) => each.generation) },
      yAxis: {
        ...axis('Layer', { nameGap: 24 }),
        type: 'category',
        inverse: true,
        splitLine: { show: false },
        data: layers.map((layer) => layer.number),
      },
      series: [
        {
          type: 'custom',
          clip: true,
          progressive: 0,
          data: generations.flatMap((generation, column) =>
            generation.leading.map(({ choice, share }, layer) => [generation.generation, layer, choice, share, column]),
          ),
          encode: { x: 4, y: 1 },
          renderItem: (parameters, api) => cell(api, layers),
        },
      ],
    };
  });

  function name(layer, index) {
    const choice = layer?.choices[index];
    return choice ? (choice.skip ? 'left out' : choice.label) : '';
  }

  function cell(api, layers) {
    const layer = api.value(1);
    const index = api.value(2);
    const choice = layers[layer]?.choices[index];
    const [x, y] = api.coord([api.value(4), layer]);
    const [width, height] = api.size([1, 1]);
    const gap = width > 6 ? 1 : 0;
    const box = { x: x - width / 2, y: y - height / 2, width: width - gap, height: height - 1 };
    const fill = choice ? shades.now(choice) : color('skip');
    const opacity = 0.4 + 0.6 * api.value(3);
    const drawnCell = {
      type: 'rect',
      shape: { ...box, r: width > 10 ? 2 : 0 },
      style: { fill, opacity },
    };
    if (width < ROOM_FOR_LABELS || height < ROOM_FOR_LABELS - 5) return drawnCell;
    return {
      type: 'group',
      children: [
        drawnCell,
        {
          type: 'text',
          silent: true,
          style: {
            text: choiceCharacter(index),
            x,
            y,
            align: 'center',
            verticalAlign: 'middle',
            fill: textOn(fill, opacity),
            font: `11px ${color('mono')}`,
          },
        },
      ],
    };
  }

  return {
    place,
    legend,
    update() {
      shades = palette(live.space);
      const kinds = new Map(live.space.layers.flatMap((layer) => layer.choices).map((choice) => [choice.label, choice]));
      show(
        legend,
        ...[...kinds.values()].map((choice) =>
          el('li', {}, el('span', { class: 'swatch', style: { background: shades.of(choice) } }), choice.skip ? 'left out' : choice.label),
        ),
      );
      drawn.drawFor(live.generations.length);
    },
    close: drawn.close,
  };
}

function thinned(generations) {
  const step = Math.ceil(generations.length / MOST_COLUMNS);
  return step < 2 ? generations : generations.filter((_, index) => index % step === 0 || index === generations.length - 1);
}
