/**
 * What the command line reads and writes: request files, folders of results, archives.
 *
 * <p>Belongs here: YAML in, JSON, CSV and HTML out, each file whole or not at all. Does not belong
 * here: what the values mean.
 */
package io.scarlet.cli.io;
