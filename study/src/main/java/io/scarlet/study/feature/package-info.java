/**
 * How alike the outputs of a layer's parallel choices are.
 *
 * <p>Belongs here: cosine similarities of features. Does not belong here: training, files.
 */
package io.scarlet.study.feature;
