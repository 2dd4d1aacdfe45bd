/**
 * Networks that a study trains by themselves, to know how accurate they truly are.
 *
 * <p>Belongs here: their trainings one after the other, each going on where it stopped. Does not
 * belong here: how one network is trained, which {@code io.scarlet.supernet.standalone} knows.
 */
package io.scarlet.study.standalone;
