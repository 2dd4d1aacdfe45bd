package io.scarlet.cli.io;

import io.scarlet.request.RequestRefused;
import io.scarlet.space.CostModel;
import io.scarlet.space.SearchSpace;
import io.scarlet.supernet.checkpoint.CheckpointMismatchException;
import io.scarlet.supernet.checkpoint.io.SafetensorsFile;
import io.scarlet.supernet.checkpoint.io.WholeFile;
import io.scarlet.supernet.model.Measured;
import io.scarlet.supernet.model.ModelFacts;
import io.scarlet.supernet.model.TrainedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * The folder of a model that was trained by itself.
 *
 * @param path of it
 */
public record ModelFolder(Path path) {

  private static final String MODEL = "model.safetensors";

  /**
   * The file of a model that a person named, by itself or by its folder.
   *
   * @throws RequestRefused where there is none
   */
  public static Path file(Path named) {
    Path file = Files.isDirectory(named) ? named.resolve(MODEL) : named;
    if (!Files.isRegularFile(file)) {
      throw new RequestRefused("there is no model " + file);
    }
    return file;
  }

  /**
   * What the file of a model says about it.
   *
   * @throws RequestRefused where it is no model
   */
  public static ModelFacts facts(Path file) {
    return model(file).facts();
  }

  /**
   * The model of a file.
   *
   * @throws RequestRefused where it is none
   */
  public static TrainedModel model(Path file) {
    try {
      return TrainedModel.read(SafetensorsFile.read(file));
    } catch (IOException | CheckpointMismatchException none) {
      throw new RequestRefused(file + " is no model: " + none.getMessage());
    }
  }

  /**
   * Writes a model.
   *
   * @throws RequestRefused where there is one already
   * @throws IOException where that cannot be done
   */
  public void write(TrainedModel model) throws IOException {
    if (Files.exists(file())) {
      throw new RequestRefused(path + " has a model already: name another folder by --output");
    }
    Files.createDirectories(path);
    WholeFile.write(file(), draft -> SafetensorsFile.write(model.stored(), draft));
  }

  /** The file of the model. */
  public Path file() {
    return path.resolve(MODEL);
  }

  /** How many trainable weights the model has. */
  public long parameters() {
    SearchSpace network = facts(file()).network();
    return CostModel.of(network, network.onlyArchitecture().orElseThrow()).params();
  }

  /**
   * Writes what the model says about itself beside it.
   *
   * @throws IOException where that cannot be done
   */
  public void describe() throws IOException {
    WholeFile.write(path.resolve("model.json"), Json.document(facts()));
  }

  /** What the model says about itself. */
  public Map<String, Object> facts() {
    return ModelJson.of(facts(path.resolve(MODEL)));
  }

  /** The same in two lines for people. */
  public String summary() {
    Measured test = facts(path.resolve(MODEL)).test();
    String which = test.split().equals("test") ? "" : " (the data has no test pictures)";
    return String.format(
        Locale.ROOT,
        "%s accuracy %.2f %%, loss %.4f, %,d pictures%s%nmodel in %s",
        test.split(),
        100 * test.accuracy(),
        test.loss(),
        test.pictures(),
        which,
        path.resolve(MODEL));
  }
}
