package org.crcgraph.extract;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/**
 * What was found in stretches of text that stand again in other documents: in this field the same
 * press release is reproduced over and over. It gives only what was found in just the same
 * characters, so that no result depends on it. What is asked for again stays, the rest is forgotten
 * when there are too many characters. Confined to one thread.
 */
final class TextMemo<T> {
  private final int most;

  /** What was put or asked for lately, of at most so many characters. */
  private Map<Stretch, T> young = new HashMap<>();

  /** What was young before; dropped when the young are too many. */
  private Map<Stretch, T> old = new HashMap<>();

  private int characters;

  /** Characters of a text, compared one by one. */
  private static final class Stretch {
    private final char[] text;
    private final int from;
    private final int to;
    private final int hash;

    Stretch(char[] text, int from, int to) {
      this.text = text;
      this.from = from;
      this.to = to;
      int sum = 0;
      for (int i = from; i < to; i++) {
        sum = sum * 31 + text[i];
      }
      hash = sum;
    }

    Stretch copy() {
      return new Stretch(Arrays.copyOfRange(text, from, to), 0, to - from);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Stretch that
          && hash == that.hash
          && Arrays.equals(text, from, to, that.text, that.from, that.to);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  /**
   * Starts an empty memo.
   *
   * @param most keeps stretches of at most twice so many characters
   */
  TextMemo(int most) {
    this.most = most;
  }

  /** What was found in the same characters, or null where that is not known. */
  @Nullable T get(char[] text, TextRange range) {
    Stretch stretch = new Stretch(text, range.from(), range.to());
    T found = young.get(stretch);
    if (found == null) {
      found = old.get(stretch);
      if (found != null) {
        keep(stretch.copy(), found);
      }
    }
    return found;
  }

  /** Keeps what was found in a stretch, unless it alone is too long. */
  void put(char[] text, TextRange range, T found) {
    if (range.length() <= most) {
      keep(new Stretch(text, range.from(), range.to()).copy(), found);
    }
  }

  private void keep(Stretch stretch, T found) {
    if (characters + stretch.to > most) {
      old = young;
      young = new HashMap<>();
      characters = 0;
    }
    young.put(stretch, found);
    characters += stretch.to;
  }

  /** How many characters are kept. */
  int characters() {
    return count(young) + count(old);
  }

  private static int count(Map<Stretch, ?> stretches) {
    return stretches.keySet().stream().mapToInt(stretch -> stretch.to).sum();
  }
}
