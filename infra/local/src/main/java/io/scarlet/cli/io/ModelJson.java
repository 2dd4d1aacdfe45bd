package io.scarlet.cli.io;

import io.scarlet.space.CostModel;
import io.scarlet.space.Costs;
import io.scarlet.space.SearchSpace;
import io.scarlet.supernet.model.DataSource;
import io.scarlet.supernet.model.Measured;
import io.scarlet.supernet.model.ModelFacts;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code model.json}: what a model says about itself, and what it costs. */
public final class ModelJson {

  private ModelJson() {}

  /** The object of the file. */
  public static Map<String, Object> of(ModelFacts facts) {
    SearchSpace network = facts.network();
    Costs costs = CostModel.of(network, network.onlyArchitecture().orElseThrow());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("space", network.name());
    json.put("code", facts.code());
    json.put("network", network.longForm(network.onlyArchitecture().orElseThrow()));
    json.put("macs", costs.macs());
    json.put("params", costs.params());
    json.put("depth", costs.depth());
    if (facts.test().pictures() > 0) {
      json.put("test", measured(facts.test()));
    }
    facts.validation().ifPresent(validation -> json.put("validation", measured(validation)));
    json.put("classes", facts.classes());
    json.put("input", facts.network().input().toString());
    json.put("mean", facts.normalization().mean());
    json.put("deviation", facts.normalization().deviation());
    json.put("data", data(facts.data()));
    json.put("seed", facts.seed());
    json.put("recipe", facts.recipe());
    json.put("origin", facts.origin());
    json.put("searchSpace", facts.space());
    return json;
  }

  private static Map<String, Object> measured(Measured measured) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("split", measured.split());
    json.put("pictures", measured.pictures());
    json.put("accuracy", measured.accuracy());
    json.put("loss", measured.loss());
    return json;
  }

  private static Map<String, Object> data(DataSource data) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("set", data.set());
    json.put("sha256", data.sha256());
    json.put("validationPictures", data.validationPictures());
    return json;
  }
}
