// The token that the evolver may want. It lives as long as the tab.

import { el } from './dom.js';

const KEY = 'scarlet-token';

/** The header that proves who writes, where there is a token. */
export function credentials() {
  const token = sessionStorage.getItem(KEY);
  return token ? { Authorization: `Bearer ${token}` } : {};
}

let asking = null;

/** Asks the person for a token, once for all who want it; false where there is none to be had. */
export function askForToken(reason) {
  asking ??= answered(reason).finally(() => (asking = null));
  return asking;
}

function answered(reason) {
  sessionStorage.removeItem(KEY);
  return new Promise((answer) => {
    const field = el('input', { id: 'token', type: 'password', autocomplete: 'off', required: true });
    const dialog = el(
      'dialog',
      { class: 'small', 'aria-labelledby': 'token-title' },
      el(
        'form',
        { method: 'dialog' },
        el('h2', { id: 'token-title' }, 'A token is needed'),
        el('p', {}, reason),
        el('label', { for: 'token' }, 'Token'),
        field,
        el(
          'div',
          { class: 'actions' },
          el('button', { type: 'button', on: { click: () => dialog.close('') } }, 'Cancel'),
          el('button', { class: 'primary', value: 'go' }, 'Use it'),
        ),
      ),
    );
    dialog.addEventListener('close', () => {
      const given = dialog.returnValue === 'go' && field.value.trim() !== '';
      if (given) sessionStorage.setItem(KEY, field.value.trim());
      dialog.remove();
      answer(given);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
