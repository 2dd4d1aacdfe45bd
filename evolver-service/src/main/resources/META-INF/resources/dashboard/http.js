// The evolver over HTTP, as docs/rest.md has it. Requests carry the token where the person gave one.

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
  const answer = await look(path, 'application/json', signal);
  return answer.json();
}

/** Asks for something. */
export async function write(path, body) {
  const answer = await ask(
    path,
    { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) },
    wantToken,
  );
  return answer.json();
}

/** The events of a stream, until it ends: objects with `type` and `data`. An EventSource could send no token. */
export async function* events(path, signal) {
  const answer = await look(path, 'text/event-stream', signal);
  yield { type: 'open', data: '' };
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    text += value;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      yield event(text.slice(0, end).split('\n'));
      text = text.slice(end + 2);
    }
  }
}

function event(lines) {
  const field = (name) => lines.filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1).trimStart());
  return { type: field('event')[0] ?? 'message', data: field('data').join('\n') };
}

/** A file and its name. */
export async function file(path) {
  const answer = await look(path, '*/*');
  const [, name] = /filename="?([^";]+)/.exec(answer.headers.get('Content-Disposition')) ?? [];
  return { name, content: await answer.blob() };
}

let declined = false;

async function wantToken(reason) {
  declined = !(await askForToken(reason));
  return !declined;
}

/** Who declined is not asked again by a page that reads every second. */
function look(path, kind, signal) {
  return ask(path, { headers: { Accept: kind }, signal }, (reason) => !declined && wantToken(reason));
}

async function ask(path, request, getToken) {
  for (;;) {
    const shown = credentials();
    const answer = await fetch(path, { ...request, headers: { ...request.headers, ...shown } });
    if (answer.ok) return answer;
    const refused = await problem(answer);
    const outdated = shown.Authorization !== credentials().Authorization;
    if (answer.status !== 401 || !(outdated || (await getToken(refused.message)))) throw refused;
  }
}

async function problem(answer) {
  const told = await answer.json().catch(() => ({}));
  return new Problem(answer.status, told.detail || `${answer.status} ${answer.statusText}`);
}
