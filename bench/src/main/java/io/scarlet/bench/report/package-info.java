/**
 * Figures of a comparison and how they are shown.
 *
 * <p>Belongs here: medians and tables. Does not belong here: how figures come about.
 */
package io.scarlet.bench.report;
