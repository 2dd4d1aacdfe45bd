/**
 * Who may ask the evolver for what.
 *
 * <p>Belongs here: the settings of access, the token, and the decision about a request from its
 * headers. Does not belong here: how a refusal is answered ({@code io.scarlet.evolver.rest}).
 */
package io.scarlet.evolver.access;
