/**
 * The command line: what a person types and gets.
 *
 * <p>Belongs here: commands, options, exit codes (0 done, 1 failed, 2 not understood), and the run
 * of a search on a local stack. Does not belong here: what the packages below each do.
 */
package io.scarlet.cli;
