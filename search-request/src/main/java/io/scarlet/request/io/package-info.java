/**
 * How requests are written down: YAML, of which JSON is a part.
 *
 * <p>Belongs here: texts and files to written values that know their place, and the text of a
 * search space by its name. Does not belong here: what the values mean.
 */
package io.scarlet.request.io;
