/**
 * The supernets of a study: trained, or read from a checkpoint.
 *
 * <p>Belongs here: trainings that go on where they stopped, and the pictures. Does not belong here:
 * what is measured of a supernet.
 */
package io.scarlet.study.supernet;
