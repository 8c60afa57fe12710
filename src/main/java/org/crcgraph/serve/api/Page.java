package org.crcgraph.serve.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.crcgraph.serve.http.Parameters;
import org.crcgraph.serve.http.Problem;
import org.crcgraph.serve.http.ProblemException;

/**
 * Which part of an answer is asked for.
 *
 * @param number from 1
 * @param size rows of a page; 0 for all rows
 */
record Page(int number, int size) {
  /** Names of the parameters. */
  static final String NUMBER = "page";

  static final String SIZE = "pageSize";

  private static final int LARGEST = 10_000;

  /**
   * Reads the parameters.
   *
   * @param usual rows of a page where none are asked for; 0 for all
   */
  static Page of(Parameters parameters, int usual) {
    int size = number(parameters, SIZE, LARGEST).orElse(usual);
    Optional<Integer> number = number(parameters, NUMBER, Integer.MAX_VALUE);
    if (number.isPresent() && size == 0) {
      size = 100;
    }
    return new Page(number.orElse(1), size);
  }

  private static Optional<Integer> number(Parameters parameters, String name, int largest) {
    Optional<String> text = parameters.first(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (text.get().matches("[0-9]{1,9}")) {
      int value = Integer.parseInt(text.get());
      if (value >= 1 && value <= largest) {
        return Optional.of(value);
      }
    }
    throw new ProblemException(
        Problem.ofParameter(
            name,
            name + "=" + text.get() + " is not a whole number from 1 to " + largest,
            List.of()));
  }

  boolean isAll() {
    return size == 0;
  }

  int from() {
    return (int) Math.min(Integer.MAX_VALUE, (long) (number - 1) * size);
  }

  int last(int total) {
    return isAll() ? 1 : Math.max(1, (total + size - 1) / size);
  }

  /** The {@code Link} header of RFC 8288: first, previous, next and last page. */
  String links(String path, Parameters parameters, int total) {
    List<String> links = new ArrayList<>();
    Parameters sized = parameters.with(SIZE, String.valueOf(size));
    int last = last(total);
    add(links, path, sized, 1, "first");
    if (number > 1) {
      add(links, path, sized, Math.min(number - 1, last), "prev");
    }
    if (number < last) {
      add(links, path, sized, number + 1, "next");
    }
    add(links, path, sized, last, "last");
    return String.join(", ", links);
  }

  private static void add(
      List<String> links, String path, Parameters parameters, int page, String relation) {
    links.add(
        "<"
            + path
            + "?"
            + parameters.with(NUMBER, String.valueOf(page)).encoded()
            + ">; rel=\""
            + relation
            + "\"");
  }
}
