/** The other half of a cycle of packages. */
package io.scarlet.evolution.counterexample.there;
