// What all plots share: the library, the colours of the theme, the size of their place.

import * as echarts from '/_static/echarts/dist/echarts.esm.min.js';
import { color } from './colors.js';

/**
 * A plot in an element.
 *
 * @param option gives the whole option anew, in the colours of the moment
 * @return `chart`, `draw` to show what there is now, `drawFor` to do so where what it depends on has changed, `close`
 */
export function plot(element, option) {
  let drawnFor = null;
  const chart = echarts.init(element, null, { renderer: 'canvas' });
  let waiting = 0;
  const draw = () => {
    waiting ||= requestAnimationFrame(() => {
      waiting = 0;
      chart.setOption(option(), { replaceMerge: ['series'], lazyUpdate: true });
    });
  };
  const sized = new ResizeObserver(() => chart.resize());
  sized.observe(element);
  document.addEventListener('theme', draw);
  return {
    chart,
    draw,
    drawFor(...what) {
      const key = what.join(' ');
      if (key !== drawnFor) {
        drawnFor = key;
        draw();
      }
    },
    close() {
      cancelAnimationFrame(waiting);
      document.removeEventListener('theme', draw);
      sized.disconnect();
      chart.dispose();
    },
  };
}

/** An axis in the colours of the theme. */
export function axis(name, more = {}) {
  const quiet = color('muted');
  return {
    type: 'value',
    name,
    nameLocation: 'middle',
    nameGap: 30,
    nameTextStyle: { color: quiet, fontFamily: color('sans'), fontSize: 12 },
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { color: quiet, fontFamily: color('sans'), fontSize: 11, hideOverlap: true },
    splitLine: { lineStyle: { color: color('grid') } },
    scale: true,
    ...more,
  };
}

/** The label that follows the mouse, drawn on the canvas: it reads no HTML. */
export function tip(more = {}) {
  return {
    renderMode: 'richText',
    confine: true,
    backgroundColor: color('raised'),
    borderColor: color('line'),
    borderWidth: 1,
    padding: [8, 10],
    textStyle: { color: color('ink'), fontFamily: color('sans'), fontSize: 12 },
    ...more,
  };
}

/** What no plot needs: animations are for those who want them, and live data move by themselves. */
export const STILL = { animation: false, backgroundColor: 'transparent' };
