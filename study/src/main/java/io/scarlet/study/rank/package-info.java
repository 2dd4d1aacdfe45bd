/**
 * How well supernets rank networks.
 *
 * <p>Belongs here: scores of networks held against the truth. Does not belong here: training,
 * scoring, files.
 */
package io.scarlet.study.rank;
