package org.crcgraph.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Groups the keys of statements into copies of the same words, and names each group by one of its
 * keys. The grouping depends on the set of keys alone, not on their order, and keeps no text.
 */
public final class StatementCopies {
  /** From this share of common runs of words on, one text is a copy of another. */
  public static final double LEAST_LIKENESS = 0.6;

  private static final int ROWS = 2;
  private static final int BANDS = StatementKey.HASHES / ROWS;

  /**
   * In a crowded bucket each key is compared with the first few only, so that work stays linear.
   */
  private static final int MOST_COMPARED = 12;

  private final Map<StatementKey, StatementKey> parents = new HashMap<>();

  private StatementCopies(List<StatementKey> keys) {
    for (StatementKey key : keys) {
      parents.put(key, key);
    }
    for (int band = 0; band < BANDS; band++) {
      Map<Long, List<StatementKey>> buckets = new HashMap<>();
      for (StatementKey key : keys) {
        if (key.isComparable()) {
          join(key, buckets.computeIfAbsent(key.band(band, ROWS), b -> new ArrayList<>(2)));
        }
      }
    }
  }

  /** Groups the keys. */
  public static StatementCopies of(Collection<StatementKey> keys) {
    return new StatementCopies(keys.stream().distinct().sorted().toList());
  }

  private void join(StatementKey key, List<StatementKey> bucket) {
    for (StatementKey other : bucket) {
      if (key.likeness(other) >= LEAST_LIKENESS) {
        StatementKey a = root(key);
        StatementKey b = root(other);
        if (a.compareTo(b) < 0) {
          parents.put(b, a);
        } else if (b.compareTo(a) < 0) {
          parents.put(a, b);
        }
      }
    }
    if (bucket.size() < MOST_COMPARED) {
      bucket.add(key);
    }
  }

  private StatementKey root(StatementKey key) {
    StatementKey at = key;
    while (true) {
      StatementKey parent = parents.getOrDefault(at, at);
      if (parent.equals(at)) {
        return at;
      }
      at = parent;
    }
  }

  /**
   * The key that stands for all copies of the same words: the first of its group by digest; the key
   * itself where it was not among those grouped.
   */
  public StatementKey representative(StatementKey key) {
    return root(key);
  }
}
