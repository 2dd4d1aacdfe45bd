package io.scarlet.study;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * A study that takes a second: the 9 networks of a space with two layers, and 48 pictures of 8 by 8
 * pixels in two classes.
 *
 * @param folder that has pictures and truth
 */
record TinyStudy(Path folder) {

  private static final int SIDE = 8;

  private static final String SPACE =
      """
      name: tiny
      input: 8x8x3
      classes: 2
      activation: relu
      stem:
        - conv: {channels: 4, kernel: 3}
      choices: [skip, e3k3, e3k5]
      stages:
        - {channels: 4, layers: 2}
      tail:
        - conv: {channels: 8, kernel: 1}
        - pool
      """;

  /** What a program said. */
  record Said(int exitCode, String out, String err) {}

  /** With pictures and truth in a folder. */
  static TinyStudy in(Path folder) throws IOException {
    for (String split : new String[] {"train", "test"}) {
      for (int label = 0; label < 2; label++) {
        Path ofClass =
            Files.createDirectories(folder.resolve("pictures").resolve(split).resolve("c" + label));
        for (int i = 0; i < 24; i++) {
          ImageIO.write(picture(label, i), "png", ofClass.resolve(i + ".png").toFile());
        }
      }
    }
    StringBuilder truth = new StringBuilder("code,accuracy\n");
    for (int i = 0; i < 9; i++) {
      truth.append(i / 3).append(i % 3).append(",0.").append(i + 1).append('\n');
    }
    Files.writeString(folder.resolve("truth.csv"), truth);
    return new TinyStudy(folder);
  }

  private static BufferedImage picture(int label, int i) {
    BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        int stripe = (label == 0 ? x : y) % 2 * 120;
        int noise = (x * 37 + y * 101 + i * 53) % 97;
        picture.setRGB(x, y, (stripe + noise) << 16 | noise << 8 | stripe);
      }
    }
    return picture;
  }

  /** The settings of a ranking of all networks. */
  String settings(int epochs, String truth) {
    return """
        {
          "space": "%s",
          "data": {"set": "%s", "validationPictures": 16, "sha256": ""},
          "training": {"epochs": %d, "batch": 8, "learningRate": 0.05, "warmupEpochs": 0.5,
            "momentum": 0.9, "weightDecay": 0.00004, "labelSmoothing": 0.1, "cropPadding": 1,
            "flip": true, "sampling": "STRICT", "skip": "STABILIZER", "stabilizerInit": "KAIMING"},
          "evaluation": {"recalibrationBatch": 8, "batch": 8},
          "seeds": [1, 2],
          "checkpoint": {"file": "", "sha256": ""},
          "rank": {"truth": "%s", "networks": 9, "sampling": "RANDOM", "sampleSeed": 1,
            "recalibrationBatches": [2, 0]}
        }
        """
        .formatted(SPACE.replace("\n", "\\n"), folder.resolve("pictures"), epochs, truth);
  }

  /** The settings of a look at the features of a layer. */
  String features(int layer, String skip) {
    return settings(1)
        .replace("\"skip\": \"STABILIZER\"", "\"skip\": \"" + skip + "\"")
        .replaceFirst(
            "(?s)\"rank\": .*}",
            "\"features\": {\"layer\": " + layer + ", \"paths\": 3, \"pictures\": 8}}");
  }

  /** The same with the truth that lies in the folder. */
  String settings(int epochs) {
    return settings(epochs, folder.resolve("truth.csv").toString());
  }

  /** The settings of a ranking of all networks, each of which is trained for two epochs. */
  String trained() {
    return settings(1, "train")
        .replace(
            "\"networks\": 9",
            """
            "networks": 7, "trained": {"seed": 1, "recipe": {"epochs": 2, "batch": 8,
              "optimizer": "SGD", "learningRate": 0.05, "schedule": "COSINE", "warmupEpochs": 0.5,
              "momentum": 0.9, "weightDecay": 0.00004, "labelSmoothing": 0.1, "dropout": 0.0,
              "averageDecay": 0.0, "cropPadding": 1, "flip": true}}
            """);
  }

  /** Ranks networks. */
  Said run(String settings, Path output) throws IOException {
    return run("rank", settings, output);
  }

  /** Runs the program with settings and a folder for its results. */
  Said run(String kind, String settings, Path output) throws IOException {
    Path file = folder.resolve("settings.json");
    Files.writeString(file, settings);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode =
        new Study(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8))
            .run(kind, file.toString(), output.toString(), "1", "text");
    return new Said(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
