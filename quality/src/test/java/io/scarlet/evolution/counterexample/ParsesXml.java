package io.scarlet.evolution.counterexample;

import javax.xml.parsers.DocumentBuilderFactory;

/** Breaks the rule that parsers are used in packages named io. */
public final class ParsesXml {

  private ParsesXml() {}

  static DocumentBuilderFactory parsers() {
    return DocumentBuilderFactory.newDefaultInstance();
  }
}
