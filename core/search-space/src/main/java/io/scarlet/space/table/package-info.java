/**
 * Networks that others have trained and measured, by which a search can be tried and checked
 * without training anything.
 *
 * <p>Belongs here: measured networks and how to find one by its architecture. Does not belong here:
 * reading files, which {@code io.scarlet.space.io} does.
 */
package io.scarlet.space.table;
