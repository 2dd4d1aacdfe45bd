// The card beside the mouse: a network at a glance.

import { codeStrip } from './code.js';
import { el } from './dom.js';
import { integer, known, latency, originName, percent } from './format.js';
import { beyond } from './pareto.js';

const AWAY = 14;

/** A card that says what a point is. */
export function hoverCard(live) {
  const element = el('div', { class: 'hover', hidden: true });
  document.body.append(element);

  function place({ clientX, clientY }) {
    const box = element.getBoundingClientRect();
    const left = clientX + AWAY + box.width > innerWidth ? clientX - AWAY - box.width : clientX + AWAY;
    const top = Math.min(clientY + AWAY, innerHeight - box.height - AWAY);
    element.style.setProperty('left', `${Math.max(4, left)}px`);
    element.style.setProperty('top', `${Math.max(4, top)}px`);
  }

  return {
    show(point, at) {
      if (!point) return;
      const { candidate } = point;
      const parents = candidate.parents.map((id) => live.candidate(id)).filter(Boolean);
      element.replaceChildren(
        codeStrip(live.space, candidate.code),
        el(
          'dl',
          {},
          ...[
            ['accuracy', percent(candidate.accuracy)],
            ...(known(candidate.latency) ? [['latency', latency(candidate.latency)]] : []),
            ['multiply-adds', integer(candidate.macs)],
            ['parameters', integer(candidate.params)],
            ['generation', `${candidate.generation}, slot ${candidate.slot}`],
            ['came by', originName(candidate.origin)],
            ...(beyond(candidate) ? [['constraints', 'broken']] : []),
          ].flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)]),
        ),
        ...parents.map((parent) => el('div', { class: 'parent' }, 'from ', codeStrip(live.space, parent.code, candidate.code))),
      );
      element.hidden = false;
      place(at);
    },
    hide() {
      element.hidden = true;
    },
    close() {
      element.remove();
    },
  };
}
