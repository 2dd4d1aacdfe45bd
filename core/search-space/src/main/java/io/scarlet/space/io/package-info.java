/**
 * Files of search spaces and of measured networks, and how a space or a network is shown.
 *
 * <p>Belongs here: the YAML format, the presets and tables that ship with the project, text and
 * JSON. Does not belong here: anything that a search decides by. This is the only package of the
 * module that may import a parser.
 */
package io.scarlet.space.io;
