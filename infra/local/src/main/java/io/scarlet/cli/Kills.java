package io.scarlet.cli;

import io.scarlet.local.LocalStack;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.function.Consumer;

/** Kills, each when its moment has come. */
final class Kills implements Disturbance {

  private final Deque<Kill> left;
  private final Consumer<String> news;

  /**
   * None struck yet.
   *
   * @param kills the earliest first
   * @param news gets a line about each
   */
  Kills(Collection<Kill> kills, Consumer<String> news) {
    this.left = new ArrayDeque<>(kills);
    this.news = news;
  }

  @Override
  public void after(int events, LocalStack stack) {
    while (!left.isEmpty() && left.element().after() <= events) {
      Kill kill = left.remove();
      news.accept(kill.toString());
      kill.strike(stack);
    }
  }
}
