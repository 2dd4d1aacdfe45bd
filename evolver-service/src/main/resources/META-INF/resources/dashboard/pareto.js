// Which networks no other beats, in two measures. Plain functions of plain values.

import { known } from './format.js';

/**
 * The candidates that no other dominates, best in the horizontal measure first. Of equal ones the first counts.
 *
 * @param points objects with numbers x and y
 * @param maximizeX whether more is better
 */
export function undominated(points, maximizeX, maximizeY) {
  const x = maximizeX ? -1 : 1;
  const y = maximizeY ? -1 : 1;
  const sorted = [...points].sort((a, b) => x * (a.x - b.x) || y * (a.y - b.y));
  const front = [];
  let best = Infinity;
  for (const point of sorted) {
    if (y * point.y < best) {
      best = y * point.y;
      front.push(point);
    }
  }
  return front;
}

/** The candidates up to a generation that have a score, as points of two measures. */
export function points(candidates, horizontal, vertical, generation) {
  const found = [];
  for (const candidate of candidates) {
    if (candidate.phase !== 'SCORED' || candidate.generation > generation) continue;
    const x = horizontal.of(candidate);
    const y = vertical.of(candidate);
    if (known(x) && known(y)) found.push({ x, y, candidate });
  }
  return found;
}

/** Whether a candidate breaks a constraint of its search. */
export const beyond = (candidate) => candidate.feasible === false;

/** Those that keep all constraints, scored with the newest weights: scores of different ones say nothing about one another. */
export function comparable(all) {
  if (all.length === 0) return all;
  const newest = all.reduce((a, b) => (b.candidate.generation >= a.candidate.generation ? b : a));
  return all.filter(({ candidate }) => candidate.checkpoint === newest.candidate.checkpoint && !beyond(candidate));
}

/** Points in so many groups by their generation, the oldest first. */
export function byAge(all, groups, generations) {
  const grouped = Array.from({ length: groups }, () => []);
  const span = Math.max(1, generations);
  for (const point of all) {
    grouped[Math.min(groups - 1, Math.floor((point.candidate.generation * groups) / span))].push(point);
  }
  return grouped;
}
