/**
 * Processes that end with the one that started them.
 *
 * <p>Belongs here: starting, watching and stopping a Java process, its log, its port, the moment it
 * is ready. Does not belong here: which processes there are.
 */
package io.scarlet.local.process;
