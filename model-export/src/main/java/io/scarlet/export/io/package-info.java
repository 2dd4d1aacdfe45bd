/**
 * Files for other programs: ONNX graphs, and safetensors as PyTorch names and lays them out.
 *
 * <p>Belongs here: writing and reading of these files. Does not belong here: what a model is, which
 * {@code io.scarlet.supernet.model} knows.
 */
package io.scarlet.export.io;
