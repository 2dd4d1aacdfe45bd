/**
 * Scores of a recorded search, made again.
 *
 * <p>Belongs here: the program that scores recorded candidates with the code of this service, from
 * a file to a file. Does not belong here: broker and registry, and whether the scores agree.
 */
package io.scarlet.evaluator.again;
