package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crcgraph.lexicon.Lexicon;
import org.crcgraph.model.Document;
import org.crcgraph.model.Entity;
import org.crcgraph.model.NameMatch;
import org.crcgraph.model.TextRange;

/** Finds the names that the lexicon knows, the longest at each place. */
public final class NameFinder {
  private final Map<String, List<Entity>> byName = new HashMap<>();
  private final int longest;

  /** Prepares the lexicon's names for look-up. */
  public NameFinder(Lexicon lexicon) {
    int most = 1;
    for (Entity entity : lexicon.entities()) {
      most = Math.max(most, add(entity.name(), entity));
      for (String alias : entity.aliases()) {
        most = Math.max(most, add(alias, entity));
      }
    }
    longest = most;
  }

  private int add(String name, Entity entity) {
    List<Entity> known = byName.computeIfAbsent(name, key -> new ArrayList<>());
    if (!known.contains(entity)) {
      known.add(entity);
    }
    return name.length();
  }

  /** The names in a document's blocks, in order, none overlapping another. */
  public List<NameMatch> find(Document document) {
    List<NameMatch> matches = new ArrayList<>();
    String text = document.text().string();
    for (Document.Block block : document.layout().blocks()) {
      int i = block.range().from();
      while (i < block.range().to()) {
        boolean wordStart =
            Character.isLetterOrDigit(text.charAt(i))
                && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)));
        TextRange range = wordStart ? longestAt(text, i, block.range().to()) : null;
        if (range == null) {
          i++;
          continue;
        }
        List<Entity> candidates =
            byName.getOrDefault(text.substring(range.from(), range.to()), List.of());
        matches.add(new NameMatch(range, candidates, candidates.get(0).ref()));
        i = range.to();
      }
    }
    return matches;
  }

  private @org.jspecify.annotations.Nullable TextRange longestAt(String text, int from, int limit) {
    for (int to = Math.min(limit, from + longest); to > from; to--) {
      if ((to == text.length() || !Character.isLetterOrDigit(text.charAt(to)))
          && byName.containsKey(text.substring(from, to))) {
        return new TextRange(from, to);
      }
    }
    return null;
  }
}
