package org.crcgraph.extract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.crcgraph.lexicon.Lexicon;

/**
 * How often each rule was right where annotated documents tell, from {@code
 * data/lexicon/words/rule-counts.txt}. A rule's confidence is its precision with one right and one
 * wrong record added (Laplace), so that a rule that was seen once promises little.
 */
final class RuleCounts {
  private final Map<String, Double> confidences = new HashMap<>();

  private RuleCounts() {}

  /** No counts at all. */
  static RuleCounts none() {
    return new RuleCounts();
  }

  /** The lexicon's counts: lines {@code RULE<TAB>RIGHT<TAB>FOUND}. */
  static RuleCounts of(Lexicon lexicon) {
    RuleCounts counts = new RuleCounts();
    for (String line : lexicon.words("rule-counts")) {
      String[] cells = line.split("\t");
      if (cells.length != 3) {
        throw new IllegalArgumentException("not RULE, RIGHT and FOUND: \"" + line + "\"");
      }
      counts.confidences.put(
          cells[0], confidence(Integer.parseInt(cells[1]), Integer.parseInt(cells[2])));
    }
    return counts;
  }

  private static double confidence(int right, int found) {
    return BigDecimal.valueOf(right + 1L)
        .divide(BigDecimal.valueOf(found + 2L), 2, RoundingMode.HALF_UP)
        .doubleValue();
  }

  /** The confidence of a rule that was counted, 0 to 1. */
  OptionalDouble confidence(String rule) {
    Double confidence = confidences.get(rule);
    return confidence == null ? OptionalDouble.empty() : OptionalDouble.of(confidence);
  }
}
