/**
 * What can be set about an evaluator from outside.
 *
 * <p>Belongs here: names, types and defaults of settings. Does not belong here: anything that uses
 * them; so every package of the service may read them.
 */
package io.scarlet.evaluator.settings;
