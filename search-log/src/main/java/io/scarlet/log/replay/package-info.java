/**
 * Replay: folds the facts of a recorded log again and compares what follows with what is recorded.
 *
 * <p>Belongs here: the fold over a recorded log and the comparison. Does not belong here: how a
 * search decides, which is the evolver's code and so the same.
 */
package io.scarlet.log.replay;
