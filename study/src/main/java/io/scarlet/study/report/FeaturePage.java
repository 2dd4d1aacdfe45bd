package io.scarlet.study.report;

import io.scarlet.plot.HeatMap;
import io.scarlet.plot.Markup;
import io.scarlet.plot.Page;
import io.scarlet.study.feature.Similarity;
import java.util.Map;

/** {@code features.html}: a heat map for every supernet. */
public final class FeaturePage {

  private FeaturePage() {}

  /**
   * The whole page.
   *
   * @param skip what stands where a path skips, in words
   */
  public static String html(String space, String skip, Map<Long, Similarity> bySeed) {
    StringBuilder body = new StringBuilder();
    int layer = bySeed.values().iterator().next().layer();
    body.append(
        Markup.format(
            "<header><h1>How alike a layer's choices are</h1><p>Cosine similarity of the outputs of "
                + "layer %d of <b>%s</b>, where the skip is %s.</p></header>%n",
            layer, Markup.escaped(space), Markup.escaped(skip)));
    bySeed.forEach(
        (seed, similarity) ->
            body.append(
                Markup.format(
                    "<section><h2>Supernet of seed %d</h2><figure>%s</figure></section>%n",
                    seed,
                    new HeatMap(similarity.choices(), similarity.matrix())
                        .svg("Cosine similarity of the choices of layer " + layer))));
    return Page.html("Features of " + space, body);
  }
}
