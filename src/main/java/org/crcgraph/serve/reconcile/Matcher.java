package org.crcgraph.serve.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.crcgraph.model.PartialDate;
import org.crcgraph.query.ResultTable;

/** Finds the things that a question may mean, with reasons. */
final class Matcher {
  static final Things.Type OWNER = new Things.Type("ownerAt", "owner (on the date)");
  static final Things.Type ULTIMATE_OWNER =
      new Things.Type("ultimateOwnerAt", "ultimate owner (on the date)");
  static final Things.Type OWNER_OF = new Things.Type("ownerOf", "owner of (on the date)");
  static final Things.Type DATE = new Things.Type("date", "date");

  /** "owner of X in 2016" as somebody may write it into the name's column. */
  private static final Pattern OWNER_PHRASE =
      Pattern.compile(
          "(?:the )?owner of (.{1,200}?)(?:,? (?:in|on|at) (\\d{4}(?:-\\d{2}){0,2}))?\\??",
          Pattern.CASE_INSENSITIVE);

  private static final double SURE = 90;
  private static final double AHEAD = 8;
  private static final double EXACT = 100;
  private static final double LESS_THAN_EXACT = 96;
  private static final double WORTH_SHOWING = 25;
  private static final double NAME_SHARE = 0.6;
  private static final double TYPE_PENALTY = 15;
  private static final double KNOWN = 90;

  private final Things things;

  Matcher(Things things) {
    this.things = things;
  }

  /** The candidates, best first. */
  List<Candidate> candidates(Question asked) {
    Question question = understood(asked);
    List<Candidate> scored = new ArrayList<>();
    for (Things.Thing thing : things.all()) {
      score(question, thing).ifPresent(scored::add);
    }
    scored.sort(
        Comparator.comparingDouble(Candidate::score).reversed().thenComparing(c -> c.thing().id()));
    List<Candidate> best = scored.subList(0, Math.min(question.limit(), scored.size()));
    if (best.isEmpty()) {
      return List.of();
    }
    double first = best.get(0).score();
    double second = scored.size() > 1 ? scored.get(1).score() : 0;
    // A name that is the same to the letter stands out before one that adds "Limited".
    boolean certain =
        first >= SURE && (first - second >= AHEAD || (first >= EXACT && second <= LESS_THAN_EXACT));
    List<Candidate> marked = new ArrayList<>();
    for (int i = 0; i < best.size(); i++) {
      Candidate c = best.get(i);
      marked.add(new Candidate(c.thing(), c.score(), certain && i == 0, c.features()));
    }
    return marked;
  }

  private static Question understood(Question question) {
    java.util.regex.Matcher phrase = OWNER_PHRASE.matcher(question.name().strip());
    if (!phrase.matches()) {
      return question;
    }
    List<Question.Condition> conditions = new ArrayList<>(question.conditions());
    conditions.add(new Question.Condition(OWNER_OF.id(), List.of(phrase.group(1))));
    if (phrase.group(2) != null) {
      conditions.add(new Question.Condition(DATE.id(), List.of(phrase.group(2))));
    }
    return new Question("", question.types(), conditions, question.limit());
  }

  private Optional<Candidate> score(Question question, Things.Thing thing) {
    List<Candidate.Feature> features = new ArrayList<>();
    boolean typed =
        question.types().isEmpty() || question.types().stream().anyMatch(thing::hasType);
    double name = 0;
    if (!question.name().isBlank()) {
      name = nameScore(question.name(), thing);
      if (name < WORTH_SHOWING) {
        return Optional.empty();
      }
      features.add(new Candidate.Feature("name", "likeness of the name", rounded(name)));
    }
    List<Double> conditions = new ArrayList<>();
    Optional<PartialDate> date = date(question);
    for (Question.Condition condition : question.conditions()) {
      if (!condition.property().equals(DATE.id())) {
        double value = conditionScore(condition, date, thing);
        conditions.add(value);
        features.add(
            new Candidate.Feature(
                "property:" + condition.property(),
                "agreement of " + condition.property(),
                rounded(value)));
      }
    }
    double known =
        conditions.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    double score =
        question.name().isBlank()
            ? (Double.isNaN(known) ? 0 : known)
            : Double.isNaN(known) ? name : NAME_SHARE * name + (1 - NAME_SHARE) * known;
    features.add(new Candidate.Feature("type", "agreement of the type", typed ? 100 : 0));
    if (!typed) {
      if (question.name().isBlank()) {
        return Optional.empty();
      }
      score -= TYPE_PENALTY;
    }
    return score < WORTH_SHOWING
        ? Optional.empty()
        : Optional.of(new Candidate(thing, rounded(score), false, features));
  }

  private static double nameScore(String name, Things.Thing thing) {
    if (name.equals(thing.id()) || name.equals(thing.iri())) {
      return 100;
    }
    double best = 0;
    for (int i = 0; i < thing.names().size(); i++) {
      double alike = Names.likeness(name, thing.names().get(i));
      best = Math.max(best, i == 0 ? alike : alike - 1);
    }
    return best;
  }

  private double conditionScore(
      Question.Condition condition, Optional<PartialDate> date, Things.Thing thing) {
    double best = 0;
    for (String value : condition.values()) {
      best = Math.max(best, conditionScore(condition.property(), value, date, thing));
    }
    return best;
  }

  private double conditionScore(
      String property, String value, Optional<PartialDate> date, Things.Thing thing) {
    if (property.equals(OWNER_OF.id())) {
      return ownerOf(value, date, thing);
    }
    if (property.equals(OWNER.id()) || property.equals(ULTIMATE_OWNER.id())) {
      double best = 0;
      for (String iri : owners(thing.iri(), date, property.equals(ULTIMATE_OWNER.id()))) {
        best = Math.max(best, named(iri, value));
      }
      return best;
    }
    double best = 0;
    for (Node node : thing.values().getOrDefault(property, List.of())) {
      best = Math.max(best, node.isURI() ? named(node.getURI(), value) : literal(node, value));
    }
    return best;
  }

  private static double literal(Node node, String value) {
    String text = ResultTable.text(node);
    Optional<PartialDate> known = PartialDate.parse(text);
    Optional<PartialDate> asked = PartialDate.parse(value);
    if (known.isPresent() && asked.isPresent()) {
      return known.get().compatible(asked.get()) ? 100 : 0;
    }
    return text.equalsIgnoreCase(value) ? 100 : Names.likeness(value, text);
  }

  private double named(String iri, String value) {
    return things.ofIri(iri).map(thing -> nameScore(value, thing)).orElse(0.0);
  }

  /** The direct owner before the one behind it. */
  private double ownerOf(String company, Optional<PartialDate> date, Things.Thing thing) {
    double best = 0;
    for (Things.Period period : things.periods()) {
      boolean direct = period.owner().equals(thing.iri());
      if (!direct && !period.ultimate().equals(thing.iri())) {
        continue;
      }
      if (date.isPresent() && !period.touches(date.get())) {
        continue;
      }
      double alike = named(period.crc(), company);
      if (alike >= KNOWN) {
        best = Math.max(best, direct ? alike : alike - 2 * AHEAD);
      }
    }
    return best;
  }

  /** The owners of a company on a date, or ever. */
  Set<String> owners(String crc, Optional<PartialDate> date, boolean ultimate) {
    Set<String> owners = new HashSet<>();
    for (Things.Period period : things.periods()) {
      if (period.crc().equals(crc) && (date.isEmpty() || period.touches(date.get()))) {
        owners.add(ultimate ? period.ultimate() : period.owner());
      }
    }
    return owners;
  }

  private static Optional<PartialDate> date(Question question) {
    return question.conditions().stream()
        .filter(c -> c.property().equals(DATE.id()))
        .flatMap(c -> c.values().stream())
        .flatMap(v -> PartialDate.parse(v.strip()).stream())
        .findFirst();
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
