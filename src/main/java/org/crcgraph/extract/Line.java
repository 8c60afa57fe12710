package org.crcgraph.extract;

import java.util.List;
import java.util.Locale;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/** The words of a block with the linked names that they belong to. Reused from block to block. */
final class Line {
  private final Words words;
  private @Nullable Name[] names = new Name[256];

  Line(Words words) {
    this.words = words;
  }

  /** Reads a block. */
  void read(TextRange block, List<Name> linked) {
    words.read(block);
    if (names.length < words.count()) {
      names = new Name[words.count() * 2];
    }
    int n = 0;
    for (int i = 0; i < words.count(); i++) {
      while (n < linked.size() && linked.get(n).range().to() <= words.start(i)) {
        n++;
      }
      boolean inside =
          n < linked.size()
              && linked.get(n).range().from() < words.end(i)
              && words.start(i) < linked.get(n).range().to();
      names[i] = inside ? linked.get(n) : null;
    }
  }

  Words words() {
    return words;
  }

  int count() {
    return words.count();
  }

  /** The name that a word is part of, or null. */
  @Nullable Name name(int i) {
    return i < 0 || i >= words.count() ? null : names[i];
  }

  /** The name that begins with a word, or null. */
  @Nullable Name nameAt(int i) {
    Name name = name(i);
    return name != null && !name.equals(name(i - 1)) ? name : null;
  }

  /** The name that ends with a word, or null. */
  @Nullable Name nameEnding(int i) {
    Name name = name(i);
    return name != null && !name.equals(name(i + 1)) ? name : null;
  }

  /** The first word after a name. */
  int after(Name name) {
    int i = 0;
    while (i < words.count() && words.start(i) < name.range().to()) {
      i++;
    }
    return i;
  }

  /** Whether only white space, a hyphen or an apostrophe stands before the word. */
  boolean joined(int i) {
    return i > 0 && i < words.count() && words.gap(i) == Words.JOINED;
  }

  boolean is(int i, String word) {
    return words.is(i, word);
  }

  boolean capital(int i) {
    return i >= 0 && i < words.count() && words.capital(i);
  }

  String lower(int i) {
    return i < 0 || i >= words.count() ? "" : words.string(i).toLowerCase(Locale.ROOT);
  }

  TextRange range(int from, int to) {
    return new TextRange(words.start(from), words.end(to - 1));
  }
}
