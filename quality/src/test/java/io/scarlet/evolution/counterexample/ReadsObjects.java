package io.scarlet.evolution.counterexample;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.Serializable;

/** Lets whoever sends the bytes choose what is made of them. */
public record ReadsObjects(int number) implements Serializable {

  static Object read(InputStream in) throws IOException, ClassNotFoundException {
    return new ObjectInputStream(in).readObject();
  }
}
