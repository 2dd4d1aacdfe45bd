/**
 * Which networks of a space a study looks at.
 *
 * <p>Belongs here: random and stratified samples as a pure function of a seed. Does not belong
 * here: what is measured of them.
 */
package io.scarlet.study.sample;
