package org.crcgraph.extract;

import java.util.Arrays;
import java.util.List;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/**
 * Sets of strings, of each of which one must begin in a sentence for some rules to be worth trying
 * there. The characters of a sentence are looked at once for all sets: four searches took 6 % of
 * the time.
 */
final class Triggers {
  /** The sets of the extractors that read only some sentences. */
  enum Kind {
    INSPECTION(1, InspectionExtractor.TRIGGERS),
    CONTRACT(1 << 1, ContractExtractor.TRIGGERS),
    SERVICE(1 << 2, SupplyExtractor.SERVICES),
    FIGURE(1 << 3, FigureExtractor.TRIGGERS);

    private final int bit;
    private final List<String> strings;

    Kind(int bit, List<String> strings) {
      this.bit = bit;
      this.strings = strings;
    }

    /** Its bit in the answer of {@link #ALL}. */
    int bit() {
      return bit;
    }
  }

  /** The triggers of all kinds. */
  static final Triggers ALL =
      new Triggers(List.of(Kind.values()).stream().map(kind -> kind.strings).toList());

  /** The strings that begin with two characters, which are ASCII; null for most pairs. */
  private final Trigger[] @Nullable [] byPair = new Trigger[128 * 128][];

  /**
   * For two characters, which may come third: a bit for the last five bits of the character. Few
   * places of a text pass this test.
   */
  private final int[] thirds = new int[128 * 128];

  /** A bit for each set. */
  private final int all;

  private static final class Trigger {
    private final int set;
    private final char[] string;

    Trigger(int set, String string) {
      this.set = set;
      this.string = string.toCharArray();
    }
  }

  /** Prepares at most eight sets. */
  Triggers(List<List<String>> sets) {
    all = (1 << sets.size()) - 1;
    for (int set = 0; set < sets.size(); set++) {
      for (String string : sets.get(set)) {
        Trigger trigger = new Trigger(1 << set, string);
        boolean single = string.length() == 1;
        int from = single ? 0 : string.charAt(1);
        int to = single ? 127 : string.charAt(1);
        for (int pair = string.charAt(0) * 128 + from;
            pair <= string.charAt(0) * 128 + to;
            pair++) {
          Trigger[] before = byPair[pair];
          int count = before == null ? 0 : before.length;
          Trigger[] here = before == null ? new Trigger[1] : Arrays.copyOf(before, count + 1);
          here[count] = trigger;
          byPair[pair] = here;
          thirds[pair] |= string.length() < 3 ? -1 : 1 << (string.charAt(2) & 31);
        }
      }
    }
  }

  /** A bit for each set of which a string begins in the range. */
  int in(char[] text, TextRange range) {
    int found = 0;
    int[] pass = thirds;
    char third = range.from() + 1 < text.length ? text[range.from() + 1] : 0;
    for (int i = range.from(); i < range.to(); i++) {
      // The two characters from here on, of which the second counts as 0 beyond ASCII.
      int pair = text[i] << 7 | (third < 128 ? third : 0);
      third = i + 2 < text.length ? text[i + 2] : 0;
      if (pair < pass.length && (pass[pair] >>> third & 1) != 0) {
        found |= begin(byPair[pair], found, text, i);
        if (found == all) {
          break;
        }
      }
    }
    return found;
  }

  private static int begin(Trigger @Nullable [] triggers, int known, char[] text, int at) {
    int found = 0;
    if (triggers == null) {
      return 0;
    }
    for (Trigger trigger : triggers) {
      if ((known & trigger.set) == 0 && begins(trigger.string, text, at)) {
        found |= trigger.set;
      }
    }
    return found;
  }

  private static boolean begins(char[] string, char[] text, int at) {
    int k = 1;
    while (k < string.length && at + k < text.length && text[at + k] == string[k]) {
      k++;
    }
    return k == string.length;
  }
}
