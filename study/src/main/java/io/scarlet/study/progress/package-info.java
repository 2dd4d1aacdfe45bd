/**
 * What a person sees while a study goes on.
 *
 * <p>Belongs here: lines with the time left. Does not belong here: anything that results depend on.
 */
package io.scarlet.study.progress;
