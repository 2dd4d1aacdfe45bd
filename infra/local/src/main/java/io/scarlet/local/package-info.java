/**
 * The whole of Scarlet on one machine: a broker, a registry, an artifact store and the services, as
 * processes on the loopback interface.
 *
 * <p>Belongs here: which processes make up a stack and how each is configured. Does not belong
 * here: how a process is started, watched and stopped ({@code process}), and what a person asks of
 * the stack ({@code io.scarlet.cli}).
 */
package io.scarlet.local;
