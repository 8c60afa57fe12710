package org.crcgraph.extract;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** A word list of two columns, {@code WORDS<TAB>MEANING}. */
final class WordTable {
  private WordTable() {}

  /** The meanings by words, in the order of the words. */
  static Map<String, String> of(Collection<String> lines) {
    Map<String, String> table = new TreeMap<>();
    for (String line : lines) {
      int tab = line.indexOf('\t');
      if (tab < 0) {
        throw new IllegalArgumentException("no tab in the line \"" + line + "\" of a word table");
      }
      table.put(line.substring(0, tab).strip(), line.substring(tab + 1).strip());
    }
    return table;
  }
}
