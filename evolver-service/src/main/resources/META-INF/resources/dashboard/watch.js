// Connections that died without a word, or that nobody needs.

/**
 * A signal that aborts once nothing was heard for so long, another signal aborts, or the page is hidden: browsers open six
 * connections to a server, and those who look at others need them.
 *
 * @return `signal`, `heard` to say that there is life, `close` to abort now
 */
export function watch(milliseconds, other) {
  const silence = new AbortController();
  let timer = 0;
  const close = () => {
    clearTimeout(timer);
    silence.abort();
  };
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(close, milliseconds);
  };
  heard();
  document.addEventListener('visibilitychange', () => document.hidden && close(), { signal: silence.signal });
  return { signal: AbortSignal.any([other, silence.signal]), heard, close };
}

/** Resolves once the page shows. */
export function visible() {
  return new Promise((done) => {
    const look = () => {
      if (document.hidden) document.addEventListener('visibilitychange', look, { once: true });
      else done();
    };
    look();
  });
}
