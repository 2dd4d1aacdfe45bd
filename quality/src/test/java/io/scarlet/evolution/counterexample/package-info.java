/**
 * Classes that break the rules of {@code io.scarlet.quality} on purpose. They pretend to live in
 * the core, and no build packs them.
 */
package io.scarlet.evolution.counterexample;
