package org.crcgraph.extract;

import java.util.Arrays;

/** Where some words stand in a text, looked up once, so that no stretch of it is searched again. */
final class Occurrences {
  /** First code units, ascending. */
  private final int[] places;

  private Occurrences(int[] places) {
    this.places = places;
  }

  /** Where these words stand in a text, with just these letters. */
  static Occurrences of(String text, String words) {
    int[] places = new int[8];
    int count = 0;
    for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
      if (count == places.length) {
        places = Arrays.copyOf(places, count * 2);
      }
      places[count++] = at;
    }
    return new Occurrences(Arrays.copyOf(places, count));
  }

  /** The first place at or after an offset, in UTF-16 code units, or -1. */
  int firstFrom(int offset) {
    int found = Arrays.binarySearch(places, offset);
    int next = found >= 0 ? found : -found - 1;
    return next < places.length ? places[next] : -1;
  }
}
