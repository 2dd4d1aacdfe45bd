// The Pareto plot: every candidate in two measures, the older the paler, those beyond a constraint as rings, and the front.

import { color } from './colors.js';
import { el, say } from './dom.js';
import { compact, known, MEASURES } from './format.js';
import { beyond, byAge, comparable, points, undominated } from './pareto.js';
import { axis, plot, STILL, tip } from './plot.js';

const GROUPS = 5;
const LARGE = 600;

/** So many are drawn as small squares, which is several times as fast as circles. */
const MANY = 4000;

/**
 * The plot with its controls.
 *
 * @param live the search
 * @param open shows a candidate
 * @param card shows a candidate beside the mouse, or nothing
 * @param chose is told when a person has chosen what is shown
 */
export function scatterPlot(live, open, card, chose) {
  const place = el('div', {
    class: 'plot tall',
    tabindex: '0',
    role: 'application',
    'aria-roledescription': 'scatter plot',
    'aria-label': 'Candidates in two measures. Left and right walk along the front, Enter opens a network, plus and minus zoom, 0 shows all.',
  });
  const told = el('p', { class: 'unseen', 'aria-live': 'polite' });
  const horizontal = select('x', 'Horizontal');
  const vertical = select('y', 'Vertical');
  const slider = el('input', { id: 'until', type: 'range', min: 0, max: 0, value: 0, step: 1 });
  const until = el('output', { for: 'until' });
  const zoom = el(
    'div',
    { class: 'group', role: 'group', 'aria-label': 'Zoom' },
    zoomButton('−', 'Zoom out', () => scale(1.5)),
    zoomButton('+', 'Zoom in', () => scale(1 / 1.5)),
    zoomButton('All', 'Show all', () => range(0, 100, 0, 100)),
  );
  const controls = el(
    'div',
    { class: 'controls' },
    labelled(vertical),
    labelled(horizontal),
    el('label', { class: 'grow', for: 'until' }, 'Until generation', slider, until),
    zoom,
  );
  let shown = [];
  let groups = [];
  let front = [];
  let selected = -1;
  let chosen = false;
  let latest = true;
  let drawnFor = '';
  const part = { x: [0, 100], y: [0, 100] };
  const legend = agesLegend();

  const drawn = plot(place, option);
  drawn.chart.on('mouseover', (event) => card.show(at(event), event.event.event));
  drawn.chart.on('mouseout', () => card.hide());
  drawn.chart.on('click', (event) => at(event) && open(at(event).candidate));
  drawn.chart.on('datazoom', () => {
    const [x, y] = drawn.chart.getOption().dataZoom;
    part.x = [x.start, x.end];
    part.y = [y.start, y.end];
  });
  place.addEventListener('keydown', key);
  place.addEventListener('focus', () => place.matches(':focus-visible') && tell());
  place.addEventListener('blur', () => card.hide());
  slider.addEventListener('input', () => {
    latest = slider.value === slider.max;
    update();
    chose();
  });
  [horizontal, vertical].forEach((each) =>
    each.addEventListener('change', () => {
      chosen = true;
      range(0, 100, 0, 100);
      update();
      chose();
    }),
  );

  function select(id, name) {
    return el(
      'select',
      { id, data: { name } },
      ...Object.entries(MEASURES).map(([key, measure]) => el('option', { value: key }, measure.name)),
    );
  }

  /** A measure that no candidate has makes no axis. */
  function offerWhatIsKnown() {
    for (const [name, { of }] of Object.entries(MEASURES)) {
      const none = !live.candidates.some((each) => known(of(each)));
      for (const field of [horizontal, vertical]) {
        field.querySelector(`option[value="${name}"]`).disabled = none && field.value !== name;
      }
    }
  }

  function labelled(field) {
    return el('label', { for: field.id }, field.dataset.name, field);
  }

  function zoomButton(text, label, action) {
    return el('button', { type: 'button', 'aria-label': label, title: label, on: { click: action } }, text);
  }

  function at(event) {
    return event.seriesName === 'front' ? front[event.dataIndex] : groups[event.seriesIndex]?.[event.dataIndex];
  }

  function scale(factor) {
    const scaled = ([low, high]) => {
      const middle = (low + high) / 2;
      const half = Math.min(50, ((high - low) / 2) * factor);
      const start = Math.min(Math.max(0, middle - half), 100 - 2 * half);
      return [start, start + 2 * half];
    };
    range(...scaled(part.x), ...scaled(part.y));
  }

  function range(x0, x1, y0, y1) {
    part.x = [x0, x1];
    part.y = [y0, y1];
    drawn.chart.dispatchAction({
      type: 'dataZoom',
      batch: [
        { dataZoomIndex: 0, start: x0, end: x1 },
        { dataZoomIndex: 1, start: y0, end: y1 },
      ],
    });
  }

  function key(event) {
    const walked = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (walked && front.length > 0) {
      mark(selected < 0 ? (walked > 0 ? 0 : front.length - 1) : (selected + walked + front.length) % front.length);
    } else if (event.key === 'Enter' && front[selected]) {
      open(front[selected].candidate);
    } else if (event.key === '+') {
      scale(1 / 1.5);
    } else if (event.key === '-') {
      scale(1.5);
    } else if (event.key === '0') {
      range(0, 100, 0, 100);
    } else {
      return;
    }
    event.preventDefault();
  }

  function mark(index) {
    selected = index;
    tell();
    drawn.draw();
  }

  /** Says and shows where the keyboard is on the front. */
  function tell() {
    const here = front[selected];
    if (!here) return;
    say(told, `${selected + 1} of ${front.length}: ${here.candidate.code}, ${text(here)}`);
    const [x, y] = drawn.chart.convertToPixel({ xAxisIndex: 0, yAxisIndex: 0 }, [here.x, here.y]);
    const box = place.getBoundingClientRect();
    card.show(here, { clientX: box.left + x, clientY: box.top + y });
  }

  /** The keyboard stays at its network; where that is on the front no more, at what came in its place. */
  function stand(next) {
    const held = front[selected]?.candidate.id;
    const at = next.findIndex(({ candidate }) => candidate.id === held);
    selected = at >= 0 ? at : Math.min(selected, next.length - 1);
    const moved = selected >= 0 && next[selected].candidate.id !== held;
    front = next;
    if (moved && document.activeElement === place) tell();
  }

  function text(point) {
    const [x, y] = measures();
    return `${y.name} ${y.text(point.y)}, ${x.name} ${x.text(point.x)}`;
  }

  function measures() {
    return [MEASURES[horizontal.value], MEASURES[vertical.value]];
  }

  function update() {
    if (!live.status) return;
    if (!chosen) {
      const wanted = live.status.objectives.map((each) => each.name).filter((name) => MEASURES[name]);
      vertical.value = wanted[0] ?? 'accuracy';
      horizontal.value = wanted[1] ?? 'macs';
    }
    const generations = live.candidates.at(-1)?.generation ?? 0;
    slider.max = generations;
    slider.disabled = generations === 0;
    if (latest) slider.value = generations;
    until.value = slider.value;
    const key = [live.candidates.length, live.status.evaluations, slider.value, horizontal.value, vertical.value].join(' ');
    if (key === drawnFor) return;
    drawnFor = key;
    const [x, y] = measures();
    shown = points(live.candidates, x, y, Number(slider.value));
    const outside = shown.filter(({ candidate }) => beyond(candidate));
    groups = [...byAge(shown.filter(({ candidate }) => !beyond(candidate)), GROUPS, generations + 1), outside];
    legend.update(outside.length > 0);
    offerWhatIsKnown();
    stand(undominated(comparable(shown), x.maximize, y.maximize).sort((a, b) => a.x - b.x));
    drawn.draw();
  }

  function option() {
    const [x, y] = measures();
    const named = (measure) => (measure.unit ? `${measure.name} (${measure.unit})` : measure.name);
    const scarlet = color('scarlet');
    const inside = { type: 'inside', filterMode: 'none', zoomOnMouseWheel: 'ctrl', moveOnMouseMove: true };
    return {
      ...STILL,
      grid: { left: 62, right: 18, top: 14, bottom: 46 },
      tooltip: tip({ show: false }),
      xAxis: axis(named(x), { axisLabel: { ...axis('').axisLabel, formatter: compact } }),
      yAxis: axis(named(y), { nameGap: 44, axisLabel: { ...axis('').axisLabel, formatter: compact } }),
      dataZoom: [
        { ...inside, xAxisIndex: 0, start: part.x[0], end: part.x[1] },
        { ...inside, yAxisIndex: 0, start: part.y[0], end: part.y[1] },
      ],
      series: [
        ...groups.map((group, index) => ({
          type: 'scatter',
          name: `age ${index}`,
          dimensions: ['x', 'y'],
          data: flat(group),
          large: true,
          largeThreshold: LARGE,
          symbolSize: live.candidates.length > MANY ? 3.5 : 6,
          itemStyle: index < GROUPS ? { color: color(`age-${index}`), opacity: live.candidates.length > MANY ? 0.6 : 0.9 } : ring(group),
          cursor: 'pointer',
          z: index < GROUPS ? 2 : 1,
        })),
        {
          type: 'line',
          name: 'stairs',
          step: x.maximize ? 'start' : 'end',
          data: front.map((point) => [point.x, point.y]),
          showSymbol: false,
          silent: true,
          lineStyle: { color: scarlet, width: 1.5, opacity: 0.65 },
          z: 3,
        },
        {
          type: 'scatter',
          name: 'front',
          data: front.map((point, index) => ({
            value: [point.x, point.y],
            symbolSize: index === selected ? 16 : 9,
            itemStyle: { color: scarlet, borderColor: color(index === selected ? 'ink' : 'surface'), borderWidth: index === selected ? 2.5 : 1 },
          })),
          cursor: 'pointer',
          z: 4,
        },
      ],
    };
  }

  return { controls, place, legend: legend.element, told, update, points: () => shown, front: () => front, close: drawn.close, chart: drawn.chart };
}

/** How points beyond a constraint look: not the colour alone tells them apart, unless they are too many for outlines. */
function ring(group) {
  const grey = color('skip');
  return group.length < LARGE ? { color: 'transparent', borderColor: grey, borderWidth: 1 } : { color: grey, opacity: 0.35 };
}

/** What the colours mean, for those who see them. */
function agesLegend() {
  const dot = (age) => el('span', { class: 'dot', data: { age } });
  const outside = el('span', { hidden: true }, dot('beyond'), ' breaks a constraint');
  const element = el(
    'p',
    { class: 'ages muted small', 'aria-hidden': 'true' },
    'early',
    ...Array.from({ length: GROUPS }, (_, age) => dot(age)),
    'late',
    dot('front'),
    'front',
    outside,
    el('span', {}, 'drag to move, Ctrl and wheel to zoom'),
  );
  return { element, update: (some) => (outside.hidden = !some) };
}

function flat(group) {
  const values = new Float64Array(2 * group.length);
  group.forEach((point, index) => {
    values[2 * index] = point.x;
    values[2 * index + 1] = point.y;
  });
  return values;
}
