package io.scarlet.trainer.standalone;

import io.scarlet.supernet.backend.BackendChoice;
import io.scarlet.supernet.backend.ConfiguredBackend;
import io.scarlet.supernet.backend.InstalledBackends;
import io.scarlet.supernet.checkpoint.io.SafetensorsFile;
import io.scarlet.supernet.data.DataSplits;
import io.scarlet.supernet.data.PictureSet;
import io.scarlet.supernet.data.io.DataFormatException;
import io.scarlet.supernet.data.io.DataSets;
import io.scarlet.supernet.model.Evaluation;
import io.scarlet.supernet.model.ModelFacts;
import io.scarlet.supernet.model.TrainedModel;
import java.io.IOException;
import java.nio.file.Path;

/** Measures a model on pictures, with one thread a processor. */
public final class Evaluate {

  private Evaluate() {}

  /**
   * Runs the program, which prints what it found.
   *
   * @param arguments the model, a data set by name or folder, and one of its splits: {@code test},
   *     {@code validation} or {@code train}
   */
  public static void main(String[] arguments) {
    Outcome.end(() -> run(Path.of(arguments[0]), arguments[1], arguments[2]));
  }

  private static void run(Path file, String set, String split)
      throws IOException, DataFormatException {
    TrainedModel model = TrainedModel.read(SafetensorsFile.read(file));
    PictureSet pictures = pictures(model, set, split);
    try (ConfiguredBackend backend =
        new ConfiguredBackend(
            InstalledBackends.onClassPath(),
            BackendChoice.AUTO,
            Runtime.getRuntime().availableProcessors())) {
      Evaluation evaluation = model.on(backend.open()).evaluate(pictures);
      System.out.print(EvaluationText.of(split, evaluation));
    }
  }

  private static PictureSet pictures(TrainedModel model, String set, String split)
      throws DataFormatException {
    ModelFacts facts = model.facts();
    DataSplits data =
        DataSets.open(set, model.network(), facts.data().validationPictures(), facts.seed());
    PictureSet chosen =
        switch (split) {
          case "test" -> data.test();
          case "validation" -> data.validation();
          case "train" -> data.train();
          default ->
              throw new IllegalArgumentException(
                  "there is no split '" + split + "': it is test, validation or train");
        };
    if (chosen.size() == 0) {
      throw new IllegalArgumentException(
          set + " has no " + split + " pictures: name another --split");
    }
    if (!chosen.classes().equals(facts.classes())) {
      throw new IllegalArgumentException(
          "the classes of %s are %s, but the model tells %s apart"
              .formatted(
                  set, String.join(", ", chosen.classes()), String.join(", ", facts.classes())));
    }
    return chosen;
  }
}
