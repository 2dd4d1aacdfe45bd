// An architecture code as a strip of blocks, one a layer.

import { choiceOf, palette } from './colors.js';
import { el } from './dom.js';

/**
 * A code, each character on the colour of its block.
 *
 * @param other a code whose differing layers are marked, a parent's for instance
 */
export function codeStrip(space, code, other = null) {
  if (!space) return el('span', { class: 'code' }, code);
  const colors = palette(space);
  return el(
    'span',
    { class: 'code', role: 'img', 'aria-label': code },
    [...code].map((character, layer) => {
      const choice = choiceOf(space, code, layer);
      return el(
        'span',
        {
          class: other && other[layer] !== character ? 'changed' : '',
          style: choice ? { '--block': colors.of(choice) } : {},
          title: choice ? `layer ${layer + 1}: ${choice.skip ? 'left out' : choice.label}` : null,
        },
        character,
      );
    }),
  );
}
