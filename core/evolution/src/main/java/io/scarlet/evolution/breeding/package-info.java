/**
 * How new genotypes come to be: draws from coordinates, crossover, mutation, and the enumeration
 * that finds what is left.
 *
 * <p>Belongs here: operators on architectures. Does not belong here: who survives, and anything
 * about events.
 */
package io.scarlet.evolution.breeding;
