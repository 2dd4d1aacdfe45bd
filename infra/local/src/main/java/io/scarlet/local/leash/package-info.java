/**
 * What runs inside a child process besides its own program: the leash that ends it with its parent.
 *
 * <p>Depends on nothing but the JDK, because it shares a class path with programs of others.
 */
package io.scarlet.local.leash;
