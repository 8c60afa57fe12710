package org.crcgraph.graph;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.crcgraph.model.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * The inspections, posts and supplies of the registers, for recognising in a document what a
 * register already describes: the document's claim is then one about that thing, and agrees or
 * contradicts.
 */
final class KnownRelations {
  /** A document that reports an inspection without its date comes within this many days of it. */
  private static final int NEWS_DAYS = 90;

  /** Words of a title that tell nothing apart. */
  private static final Set<String> EMPTY_WORDS = Set.of("the", "of", "and", "a", "for", "an", "in");

  private final Facts facts;
  private final Map<Node, List<Node>> inspectionsByInspector = new HashMap<>();
  private final Map<Node, List<Node>> postsByPerson = new HashMap<>();
  private final Map<Node, List<Node>> suppliesBySupplier = new HashMap<>();

  KnownRelations(Facts facts) {
    this.facts = facts;
    index(Terms.INSPECTION, Terms.INSPECTOR, inspectionsByInspector);
    index(Terms.POST_HOLDING, Standards.MEMBER, postsByPerson);
    index(Terms.SUPPLY, Terms.SUPPLIER_PROPERTY, suppliesBySupplier);
  }

  private void index(Node type, Node property, Map<Node, List<Node>> index) {
    for (Node relation : facts.instances(type)) {
      for (Node party : facts.values(relation, property)) {
        index.computeIfAbsent(party, p -> new ArrayList<>()).add(relation);
      }
    }
  }

  /**
   * The inspection of the register that a document speaks of; empty where none or several fit.
   *
   * @param subjects who was inspected
   * @param title its title, or null
   * @param published when its report came out, or null
   * @param saidOn when the document spoke of it, or null
   */
  Optional<Node> inspection(
      Node inspector,
      List<Node> subjects,
      @Nullable String title,
      @Nullable PartialDate published,
      @Nullable PartialDate saidOn) {
    List<Node> fitting = new ArrayList<>();
    for (Node known : inspectionsByInspector.getOrDefault(inspector, List.of())) {
      boolean sameTitle =
          title != null
              && facts
                  .value(known, Standards.TITLE)
                  .map(t -> words(t.getLiteralLexicalForm()).containsAll(words(title)))
                  .orElse(false)
              && words(title).size() > 1;
      boolean sameSubject =
          facts.values(known, Terms.INSPECTED).stream().anyMatch(subjects::contains);
      if ((sameTitle || sameSubject) && timely(known, published, saidOn)) {
        fitting.add(known);
      }
    }
    return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
  }

  private boolean timely(
      Node known, @Nullable PartialDate published, @Nullable PartialDate saidOn) {
    Optional<PartialDate> date = facts.date(known, Terms.PUBLISHED);
    if (date.isEmpty()) {
      return false;
    }
    if (published != null) {
      // A day or two apart is one report dated twice, which is a conflict worth showing.
      LocalDate earliest = date.get().firstDay().minusDays(7);
      LocalDate latest = date.get().lastDay().plusDays(7);
      return !published.lastDay().isBefore(earliest) && !published.firstDay().isAfter(latest);
    }
    return saidOn != null
        && !saidOn.lastDay().isBefore(date.get().firstDay())
        && !saidOn.firstDay().isAfter(date.get().lastDay().plusDays(NEWS_DAYS));
  }

  /**
   * The post of the register that a document speaks of; empty where none or several fit.
   *
   * @param organisation where, or null
   * @param on a day on which it was held, or null
   */
  Optional<Node> post(
      Node person, String title, @Nullable Node organisation, @Nullable PartialDate on) {
    List<Node> fitting = new ArrayList<>();
    for (Node known : postsByPerson.getOrDefault(person, List.of())) {
      boolean sameTitle =
          facts
              .value(known, Terms.POST_TITLE)
              .map(t -> alike(t.getLiteralLexicalForm(), title))
              .orElse(false);
      boolean sameOrganisation =
          organisation == null
              || facts.value(known, Standards.ORGANIZATION).map(organisation::equals).orElse(true);
      boolean then = on != null && Interval.of(facts, known).covers(on);
      if (sameTitle && sameOrganisation && then) {
        fitting.add(known);
      }
    }
    return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
  }

  /** The supply of the register between the two; empty where none or several fit. */
  Optional<Node> supply(Node supplier, Node customer, @Nullable PartialDate on) {
    List<Node> fitting =
        suppliesBySupplier.getOrDefault(supplier, List.of()).stream()
            .filter(known -> facts.contains(known, Terms.CUSTOMER, customer))
            .filter(known -> on == null || Interval.of(facts, known).covers(on))
            .toList();
    return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
  }

  /** Two titles are alike that share half of the words of the shorter. */
  private static boolean alike(String one, String other) {
    Set<String> shared = new HashSet<>(words(one));
    int fewest = Math.min(shared.size(), words(other).size());
    shared.retainAll(words(other));
    return fewest > 0 && shared.size() * 2 >= fewest;
  }

  private static Set<String> words(String title) {
    return Arrays.stream(title.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty() && !EMPTY_WORDS.contains(word))
        .collect(Collectors.toSet());
  }
}
