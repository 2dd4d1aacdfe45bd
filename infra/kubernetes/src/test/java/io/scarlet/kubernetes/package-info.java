/**
 * The manifests, checked without a cluster.
 *
 * <p>Belongs here: what a manifest must be, as rules that name each fault, and proof that they find
 * faults. Does not belong here: code that runs anywhere but in tests.
 */
package io.scarlet.kubernetes;
