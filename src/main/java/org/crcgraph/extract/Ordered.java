package org.crcgraph.extract;

import java.util.List;
import java.util.function.ToIntFunction;

/** Search in lists that are ordered by a number, such as where their elements begin. */
final class Ordered {
  private Ordered() {}

  /** The index of the first element whose number is at least this; the size where none is. */
  static <T> int firstFrom(List<T> ordered, ToIntFunction<? super T> number, int least) {
    int low = 0;
    int high = ordered.size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (number.applyAsInt(ordered.get(mid)) < least) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }
}
