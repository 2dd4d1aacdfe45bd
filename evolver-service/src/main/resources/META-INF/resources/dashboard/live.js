// A search as it is now. Events say that something changed; what changed is read in parts, from where the last
// reading ended, so a large search is sent once.

import { address, events, Problem, read } from './http.js';
import { pause } from './pause.js';
import { visible, watch } from './watch.js';

const PAGE = 5000;
const RETRY = 2000;
const BETWEEN = 400;

/** The evolver gives a sign of life every 15 seconds: two may be lost. */
const SILENCE = 40000;

export class LiveSearch extends EventTarget {
  #closing = new AbortController();
  #connection = this.#closing.signal;
  #silence;
  #reading = false;
  #again = false;
  #settled = 0;
  #trained = '';
  #failures = '';

  /**
   * `status`, `space` and the rest are there from the first 'change' on.
   *
   * @param silence milliseconds after which a connection that says nothing counts as lost
   */
  constructor(id, silence = SILENCE) {
    super();
    this.id = id;
    this.#silence = silence;
    this.status = null;
    this.space = null;
    this.candidates = [];
    this.generations = [];
    this.front = [];
    this.finalists = [];
    this.evaluators = [];
    this.failures = [];
    this.training = { reports: [], counts: [] };
    this.#follow();
  }

  close() {
    this.#closing.abort();
  }

  /** A candidate by its id. */
  candidate(id) {
    return this.candidates.find((each) => each.id === id);
  }

  /** Listens while the page shows; a connection that ends or falls silent is opened again. */
  async #follow() {
    while (!this.#closing.signal.aborted) {
      await visible();
      const watched = watch(this.#silence, this.#closing.signal);
      this.#connection = watched.signal;
      try {
        for await (const { type, data } of events(address(this.id, 'events'), watched.signal)) {
          watched.heard();
          if (type === 'open') this.#tell('link', true);
          else if (type === 'status') this.#take(JSON.parse(data));
        }
      } catch (failed) {
        if (failed instanceof Problem) {
          this.#tell('trouble', failed.message);
          if (failed.status === 404) return;
        }
      } finally {
        watched.close();
      }
      this.#tell('link', false);
      await pause(RETRY);
    }
  }

  #take(status) {
    this.status = status;
    this.#tell('change');
    this.#refresh();
  }

  /** One reading at a time; news meanwhile lead to one more. It ends with the connection: the next one brings news. */
  async #refresh() {
    if (this.#reading) {
      this.#again = true;
      return;
    }
    this.#reading = true;
    try {
      do {
        this.#again = false;
        await this.#readAll();
        this.#tell('change');
        await pause(BETWEEN);
      } while (this.#again && !this.#closing.signal.aborted);
    } catch (failed) {
      if (failed.name !== 'AbortError') {
        this.#tell('trouble', failed.message);
        setTimeout(() => this.#refresh(), RETRY);
      }
    } finally {
      this.#reading = false;
    }
  }

  async #readAll() {
    const status = this.status;
    if (!this.space) {
      this.space = await this.#of('space');
      this.#tell('change');
    }
    const jobs = [
      this.#readGenerations(status),
      this.#of('evaluators').then((all) => (this.evaluators = all)),
      this.#readCandidates(status.settled),
    ];
    if (status.training) jobs.push(this.#readTraining(status));
    const failures = `${status.failures} ${status.phase}`;
    if (failures !== this.#failures) {
      jobs.push(
        this.#of('failures').then((all) => {
          this.failures = all;
          this.#failures = failures;
        }),
      );
    }
    if (status.phase === 'ENDED') {
      jobs.push(this.#of('finalists').then((all) => (this.finalists = all)));
    }
    const failed = (await Promise.allSettled(jobs)).find((job) => job.status === 'rejected');
    if (failed) throw failed.reason;
  }

  /** A checkpoint may come behind the last report, so a new phase or generation is a reason to look, too. */
  async #readTraining({ training, phase, generations }) {
    const key = `${training.step} ${phase} ${generations}`;
    if (key !== this.#trained) {
      this.training = await this.#of('training');
      this.#trained = key;
    }
  }

  async #readCandidates(settled) {
    let at = Math.min(this.#settled, this.candidates.length);
    for (;;) {
      const page = await this.#of('candidates', `?from=${at}&limit=${PAGE}`);
      this.candidates.length = at;
      this.candidates.push(...page);
      at += page.length;
      if (page.length < PAGE) break;
      this.#tell('change');
    }
    this.#settled = settled;
  }

  async #readGenerations(status) {
    const known = this.generations.length;
    if (known < status.generations) {
      const [more, front] = await Promise.all([this.#of('generations', `?from=${known}`), this.#of('front')]);
      this.generations.push(...more);
      this.front = front;
    }
  }

  #of(part, query = '') {
    return read(address(this.id, part) + query, this.#connection);
  }

  #tell(type, detail) {
    if (!this.#closing.signal.aborted) this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
