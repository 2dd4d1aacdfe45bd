// The evolver over HTTP, as docs/rest.md has it.

import { askForToken, credentials } from './access.js';

/** What the evolver refused, in its own line. */
export class Problem extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

/** The address of something of a search. */
export function address(id, ...parts) {
  return ['/searches', encodeURIComponent(id), ...parts.map(encodeURIComponent)].join('/');
}

/** Reads JSON. */
export async function read(path, signal) {
  const answer = await fetch(path, { headers: { Accept: 'application/json' }, signal });
  if (!answer.ok) throw await problem(answer);
  return answer.json();
}

/** Asks for something; with a token where the evolver wants one. */
export async function write(path, body) {
  for (;;) {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...credentials() },
      body: JSON.stringify(body),
    });
    if (answer.ok) return answer.json();
    const refused = await problem(answer);
    if (answer.status !== 401 || !(await askForToken(refused.message))) throw refused;
  }
}

async function problem(answer) {
  const told = await answer.json().catch(() => ({}));
  return new Problem(answer.status, told.detail || `${answer.status} ${answer.statusText}`);
}
