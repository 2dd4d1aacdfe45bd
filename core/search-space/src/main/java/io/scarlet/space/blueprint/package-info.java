/**
 * What a network is made of, spelled out: a chain of segments, each a list of operators with the
 * shapes of the feature maps between them. Both the cost model and the supernet read it, so that
 * what is counted and what is trained cannot differ.
 *
 * <p>Belongs here: shapes, operators, and their own parameters and multiply-adds. Does not belong
 * here: weights, kernels, files, and how a search space is written down.
 */
package io.scarlet.space.blueprint;
