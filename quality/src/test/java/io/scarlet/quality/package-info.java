/**
 * The rules that no compiler checks: which package may know which, what must not appear in the
 * core, what a class must not be called, and that documents and examples keep up with the code.
 *
 * <p>Belongs here: rules over all modules, and a counterexample for each kind of rule, so that a
 * rule that finds nothing any more is found out. Does not belong here: tests of what a module does.
 */
package io.scarlet.quality;
