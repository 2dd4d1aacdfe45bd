package io.scarlet.space.io;

import io.scarlet.space.Architecture;
import io.scarlet.space.Choice;
import io.scarlet.space.CostModel;
import io.scarlet.space.Costs;
import io.scarlet.space.SearchSpace;
import io.scarlet.space.SearchableLayer;
import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.space.blueprint.Segment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows search spaces and networks to programs, as JSON. */
public final class DescriptionJson {

  private DescriptionJson() {}

  /**
   * The space as one JSON object: {@code name}, {@code input}, {@code classes}, {@code size} (text,
   * as it may exceed what JSON readers keep exactly), {@code params}, {@code macs} and {@code
   * depth} each with {@code least} and {@code most}, {@code layers} with their {@code choices}. A
   * fixed network is shown as a network.
   */
  public static String of(SearchSpace space) {
    return space.onlyArchitecture().map(only -> of(space, only)).orElseGet(() -> whole(space));
  }

  private static String whole(SearchSpace space) {
    Costs least = CostModel.cheapest(space);
    Costs most = CostModel.dearest(space);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", space.name());
    json.put("input", shape(space.input()));
    json.put("classes", space.classes());
    json.put("size", space.size().toString());
    json.put("params", range(least.params(), most.params()));
    json.put("macs", range(least.macs(), most.macs()));
    json.put("depth", range(least.depth(), most.depth()));
    json.put(
        "layers",
        space.layers().stream()
            .map(
                layer -> {
                  Map<String, Object> entry = layer(layer);
                  entry.put("choices", layer.labels());
                  return entry;
                })
            .toList());
    return JsonText.of(json);
  }

  /**
   * One network as one JSON object: {@code name}, {@code code}, {@code network} (the long form),
   * {@code params}, {@code macs}, {@code depth}, {@code stem}, {@code layers} with their {@code
   * choice} and costs, {@code tail}.
   *
   * @throws io.scarlet.space.IllegalArchitectureException where it is none of the space
   */
  public static String of(SearchSpace space, Architecture architecture) {
    Costs costs = CostModel.of(space, architecture);
    List<Choice> chosen = space.chosen(architecture);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", space.name());
    json.put("code", architecture.code());
    json.put("network", space.longForm(architecture));
    json.put("params", costs.params());
    json.put("macs", costs.macs());
    json.put("depth", costs.depth());
    json.put("stem", costs(space.stem()));
    json.put(
        "layers",
        space.layers().stream()
            .map(
                layer -> {
                  Choice choice = chosen.get(layer.number() - 1);
                  Map<String, Object> entry = layer(layer);
                  entry.put("choice", choice.label());
                  entry.putAll(costs(choice.segment()));
                  return entry;
                })
            .toList());
    json.put("tail", costs(space.tail()));
    return JsonText.of(json);
  }

  private static Map<String, Object> layer(SearchableLayer layer) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("number", layer.number());
    entry.put("stage", layer.stage());
    entry.put("in", shape(layer.in()));
    entry.put("out", shape(layer.out()));
    entry.put("stride", layer.stride());
    return entry;
  }

  private static Map<String, Object> costs(Segment segment) {
    Map<String, Object> costs = new LinkedHashMap<>();
    costs.put("params", segment.parameters());
    costs.put("macs", segment.multiplyAdds());
    return costs;
  }

  private static Map<String, Object> range(long least, long most) {
    Map<String, Object> range = new LinkedHashMap<>();
    range.put("least", least);
    range.put("most", most);
    return range;
  }

  private static List<Integer> shape(FeatureMap map) {
    return List.of(map.height(), map.width(), map.channels());
  }
}
