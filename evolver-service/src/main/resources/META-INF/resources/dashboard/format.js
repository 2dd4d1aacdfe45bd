// Figures as people read them. Missing ones are a dash.

const NONE = '–';
const whole = new Intl.NumberFormat('en');
const compactNumber = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 });

/** Whether there is a figure. */
export const known = (value) => value !== null && value !== undefined;

/** A share of 1 as a percentage with two digits. */
export const percent = (share) => (known(share) ? `${(100 * share).toFixed(2)} %` : NONE);

/** A whole number with its thousands apart. */
export const integer = (value) => (known(value) ? whole.format(value) : NONE);

/** A number in three digits. */
export const compact = (value) => (known(value) ? compactNumber.format(value) : NONE);

/** A number with so many digits behind the point. */
export const decimal = (value, digits) => (known(value) ? value.toFixed(digits) : NONE);

/** What a network takes for a batch, as the commands say it, too. */
export const latency = (milliseconds) => (known(milliseconds) ? `${milliseconds.toFixed(3)} ms` : NONE);

/** Milliseconds in a fitting unit. */
export function duration(milliseconds) {
  if (milliseconds < 1000) return `${milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds)} ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 120) return `${seconds < 10 && seconds % 1 !== 0 ? seconds.toFixed(1) : Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** How long ago something was, by the clock of this machine. */
export function ago(moment, now = Date.now()) {
  const seconds = Math.floor((now - Date.parse(moment)) / 1000);
  return seconds < 1 ? 'just now' : `${duration(1000 * seconds)} ago`;
}

/** A point in time where the reader lives. */
export const time = (moment) => new Date(moment).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** What can be an axis, and which way it is better. */
export const MEASURES = {
  accuracy: { name: 'Accuracy', unit: '%', maximize: true, of: (c) => (known(c.accuracy) ? 100 * c.accuracy : null), text: (v) => `${v.toFixed(2)} %` },
  macs: { name: 'Multiply-adds', unit: '', maximize: false, of: (c) => c.macs, text: integer },
  params: { name: 'Parameters', unit: '', maximize: false, of: (c) => c.params, text: integer },
  depth: { name: 'Depth', unit: 'layers', maximize: false, of: (c) => c.depth, text: integer },
  latency: { name: 'Latency', unit: 'ms', maximize: false, of: (c) => c.latency, text: latency },
  loss: { name: 'Loss', unit: '', maximize: false, of: (c) => c.loss, text: (v) => v.toFixed(4) },
};

/** How phases are called. */
export const phaseName = (phase) => phase.charAt(0) + phase.slice(1).toLowerCase();

/** How operators are called. */
export const originName = (origin) => origin.toLowerCase().replaceAll('_', ' and ');
