// What a person asks of a search: pause, resume, stop, fork.

import { el, notice } from './dom.js';
import { address, read, write } from './http.js';
import { pause } from './pause.js';

const PATIENCE = 15000;
const LOOK = 250;

/** The buttons of a search; they wait for what it does now. */
export function steering(live) {
  const pause = button('Pause', () => control('pause', 'paused by the dashboard'));
  const resume = button('Resume', () => control('resume', ''));
  const stop = button('Stop', () => askStop());
  const fork = button('Fork', () => askFork());
  resume.hidden = true;
  const element = el('div', { class: 'actions', role: 'group', 'aria-label': 'Steer the search' }, pause, resume, stop, fork);

  function button(name, action) {
    return el('button', { type: 'button', disabled: true, on: { click: action } }, name);
  }

  async function control(action, reason) {
    await attempt(async () => {
      await write(address(live.id, 'controls'), { action, reason });
      notice(`Asked: ${action}`);
    });
  }

  function askStop() {
    const reason = el('input', { id: 'reason', value: '', maxlength: 200 });
    ask('Stop the search?', 'It ends with what is scored, and cannot go on; a fork can.', 'Stop it', [[reason, 'Reason']], () =>
      control('stop', reason.value.trim()),
    );
  }

  function askFork() {
    const status = live.status;
    const generation = number('generation', status.generations, 1, status.generations);
    const evaluations = number('evaluations', Math.max(status.budget, 2 * status.evaluations), 1);
    const seed = number('seed', '', 0);
    ask(
      'Fork the search',
      'The fork shares the generations before the one that you name, and goes on by itself.',
      'Fork it',
      [
        [generation, 'First generation of its own'],
        [evaluations, 'Evaluations in all'],
        [seed, 'Seed (empty: the same)'],
      ],
      () =>
        attempt(async () => {
          const wish = { generation: generation.valueAsNumber, evolution: { evaluations: evaluations.valueAsNumber } };
          if (seed.value !== '') wish.seed = seed.valueAsNumber;
          const { id } = await write(address(live.id, 'forks'), wish);
          await folded(id);
          location.hash = `#/searches/${encodeURIComponent(id)}`;
        }),
    );
  }

  return {
    element,
    update() {
      const { phase, generations } = live.status;
      pause.hidden = phase === 'PAUSED';
      resume.hidden = phase !== 'PAUSED';
      resume.disabled = false;
      pause.disabled = phase === 'ENDED' || phase === 'FAILED';
      stop.disabled = phase === 'ENDED';
      fork.disabled = generations === 0;
      fork.title = generations === 0 ? 'A fork needs a complete generation' : '';
    },
  };
}

function number(id, value, min, max) {
  return el('input', { id, type: 'number', value, min, max, step: 1 });
}

/** What was asked for is on the log; waits until it is folded, or patience is over. */
async function folded(id) {
  const end = performance.now() + PATIENCE;
  while (performance.now() < end) {
    const { searches } = await read('/searches');
    if (searches.some((search) => search.id === id)) return;
    await pause(LOOK);
  }
}

async function attempt(task) {
  try {
    await task();
  } catch (failed) {
    notice(failed.message, 'problem');
  }
}

function ask(title, text, yes, fields, then) {
  const form = el(
    'form',
    { method: 'dialog' },
    el('h2', { id: 'ask-title' }, title),
    el('p', {}, text),
    ...fields.map(([field, name]) => el('label', { for: field.id }, name, field)),
    el(
      'div',
      { class: 'actions' },
      el('button', { type: 'button', on: { click: () => dialog.close('') } }, 'Cancel'),
      el('button', { class: 'primary', value: 'go' }, yes),
    ),
  );
  const dialog = el('dialog', { class: 'small', 'aria-labelledby': 'ask-title' }, form);
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (dialog.returnValue === 'go') then();
  });
  document.body.append(dialog);
  dialog.showModal();
}
