/**
 * How fast a step could be: its operations and bytes against what the machine can do.
 *
 * <p>Belongs here: counts of work, measured ceilings. Does not belong here: times of real steps.
 */
package io.scarlet.bench.floor;
