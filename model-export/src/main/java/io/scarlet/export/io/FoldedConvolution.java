package io.scarlet.export.io;

import io.scarlet.export.Layout;
import io.scarlet.space.blueprint.Operator;
import io.scarlet.supernet.checkpoint.StoredTensor;
import io.scarlet.supernet.layer.BatchNorm;
import io.scarlet.supernet.model.ModelLayer;
import java.nio.FloatBuffer;

/**
 * A convolution that does what it and the batch norm behind it do: {@code w' = w * f}, {@code b' =
 * shift + (b - mean) * f} with {@code f = scale / sqrt(variance + epsilon)} of each channel.
 *
 * @param weight channels first
 * @param bias one a channel
 */
record FoldedConvolution(StoredTensor weight, StoredTensor bias) {

  static FoldedConvolution of(ModelLayer convolution, ModelLayer norm) {
    boolean depthwise = convolution.operator() instanceof Operator.DepthwiseConvolution;
    StoredTensor before =
        (depthwise ? Layout.DEPTHWISE : Layout.CONVOLUTION)
            .abroad(convolution.tensors().get("weight"));
    float[] scale = norm.tensors().get("scale").toArray();
    float[] shift = norm.tensors().get("shift").toArray();
    float[] mean = norm.tensors().get("running_mean").toArray();
    float[] variance = norm.tensors().get("running_variance").toArray();
    boolean biased = convolution.operator() instanceof Operator.Convolution op && op.bias();
    float[] bias = biased ? convolution.tensors().get("bias").toArray() : new float[scale.length];
    float[] weight = before.toArray();
    int each = weight.length / scale.length;
    for (int c = 0; c < scale.length; c++) {
      double factor = scale[c] / Math.sqrt((double) variance[c] + BatchNorm.EPSILON);
      bias[c] = (float) (shift[c] + (bias[c] - mean[c]) * factor);
      for (int i = c * each; i < (c + 1) * each; i++) {
        weight[i] = (float) (weight[i] * factor);
      }
    }
    return new FoldedConvolution(
        new StoredTensor(before.shape(), FloatBuffer.wrap(weight)),
        new StoredTensor(norm.tensors().get("shift").shape(), FloatBuffer.wrap(bias)));
  }
}
