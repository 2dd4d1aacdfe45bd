package io.scarlet.space.io;

import io.scarlet.space.blueprint.Activation;
import io.scarlet.space.blueprint.Chain;
import io.scarlet.space.blueprint.FeatureMap;
import java.util.Map;

/**
 * Reads the fixed steps before and behind the searchable layers.
 *
 * @param activation of steps that name none
 */
record ChainReader(Activation activation) {

  Chain stem(YamlValue steps, FeatureMap in) {
    Chain chain = Chain.from(in);
    for (YamlValue step : steps.items("a step of the stem")) {
      Map.Entry<String, YamlValue> entry = step.section("conv", "separable").only();
      convolutions(chain, entry);
    }
    return chain;
  }

  Chain tail(YamlValue steps, FeatureMap in, int classes) {
    Chain chain = Chain.from(in);
    boolean pooled = false;
    for (YamlValue step : steps.items("a step of the tail")) {
      if (!step.isMapping()) {
        if (pooled || !step.text().equals("pool")) {
          throw step.failure(
              "a step of the tail is conv, separable, dropout, or once 'pool', got "
                  + step.shown());
        }
        chain.pool();
        pooled = true;
        continue;
      }
      Map.Entry<String, YamlValue> entry = step.section("conv", "separable", "dropout").only();
      if (entry.getKey().equals("dropout")) {
        chain.dropout(entry.getValue().rate());
      } else {
        convolutions(chain, entry);
      }
    }
    if (!pooled) {
      throw steps.failure("the tail needs the step 'pool' before its classifier: add '- pool'");
    }
    return chain.linear(classes);
  }

  private void convolutions(Chain chain, Map.Entry<String, YamlValue> step) {
    if (step.getKey().equals("separable")) {
      separable(chain, step.getValue().section("channels", "kernel", "stride", "activation"));
    } else {
      convolution(
          chain,
          step.getValue()
              .section("channels", "kernel", "stride", "activation", "bias", "batch-norm"));
    }
  }

  private void convolution(Chain chain, YamlSection step) {
    int channels = step.required("channels").integer(1, YamlValue.MOST);
    int kernel = step.required("kernel").kernel();
    int stride = stride(step);
    if (step.find("bias").map(YamlValue::flag).orElse(false)) {
      chain.biasedConvolution(channels, kernel, stride);
    } else {
      chain.convolution(channels, kernel, stride);
    }
    if (step.find("batch-norm").map(YamlValue::flag).orElse(true)) {
      chain.batchNorm(activation(step));
    } else {
      chain.activate(activation(step));
    }
  }

  /** Depthwise with its activation, then a linear 1x1 convolution. */
  private void separable(Chain chain, YamlSection step) {
    chain
        .depthwise(step.required("kernel").kernel(), stride(step))
        .batchNorm(activation(step))
        .convolution(step.required("channels").integer(1, YamlValue.MOST), 1, 1)
        .batchNorm(Activation.NONE);
  }

  private static int stride(YamlSection step) {
    return step.find("stride").map(value -> value.integer(1, 7)).orElse(1);
  }

  private Activation activation(YamlSection step) {
    return step.find("activation").map(value -> value.oneOf(Activation.class)).orElse(activation);
  }
}
