/**
 * The files of a study.
 *
 * <p>Belongs here: settings, checkpoints, scores and results as they are written down, and the
 * folder that has them. Does not belong here: what they mean.
 */
package io.scarlet.study.io;
