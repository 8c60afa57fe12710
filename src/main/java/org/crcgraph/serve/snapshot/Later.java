package org.crcgraph.serve.snapshot;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is computed when it is first needed, once. */
final class Later<T> {
  private final Supplier<T> computation;
  private volatile @Nullable T value;

  Later(Supplier<T> computation) {
    this.computation = computation;
  }

  T get() {
    T known = value;
    if (known != null) {
      return known;
    }
    synchronized (this) {
      T again = value;
      if (again != null) {
        return again;
      }
      T fresh = computation.get();
      value = fresh;
      return fresh;
    }
  }
}
