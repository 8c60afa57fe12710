package org.crcgraph.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.crcgraph.lexicon.Lexicon;
import org.crcgraph.model.Document;
import org.crcgraph.model.Entity;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.NameMatch;
import org.crcgraph.model.PartialDate;
import org.crcgraph.model.Resolution;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/**
 * Decides what each name of a document means, by the candidates and the rest of the text: full
 * names first, then ordinary words by what stands around them, then surnames and forenames by the
 * persons whom the document names in full.
 */
public final class Resolver {
  private static final Set<String> PEERS = Set.of("Lord", "Lady", "Baroness", "Viscount");

  /** Words after "Lord" that make an office of it. */
  private static final Set<String> LORDS_BY_OFFICE =
      Set.of("chancellor", "chief", "justice", "mayor", "president", "speaker", "lieutenant");

  /** A slip in a forename of fewer letters may make another one: "Jan", "Jane". */
  private static final int LONG_FORENAME = 5;

  private static final String NOBODY = "nobody of this name stands in full in the text";
  private static final String CLASS_OF_CRCS = "crc/community-rehabilitation-companies";

  private final Map<String, List<Entity>> crcsByArea = new HashMap<>();
  private final Map<String, Entity> crcsByWholeArea = new HashMap<>();
  private final Map<String, PartialDate> laterNames = new HashMap<>();
  private final Surroundings surroundings;
  private final Set<String> women;
  private final Set<String> men;

  /** Prepares what the lexicon tells about areas and ordinary words. */
  public Resolver(Lexicon lexicon) {
    surroundings = new Surroundings(lexicon);
    women = lexicon.words("first-names-of-women");
    men = lexicon.words("first-names-of-men");
    for (String line : lexicon.words("later-names")) {
      int space = line.indexOf(' ');
      laterNames.put(
          line.substring(space + 1), PartialDate.parse(line.substring(0, space)).orElseThrow());
    }
    for (Entity entity : lexicon.entities()) {
      if (entity.kind() == EntityKind.CRC && entity.name().endsWith(" CRC")) {
        String areas = entity.name().substring(0, entity.name().length() - 4);
        crcsByWholeArea.put(areas, entity);
        for (String area : areas.split(", | and ", -1)) {
          crcsByArea.computeIfAbsent(area, key -> new ArrayList<>()).add(entity);
        }
      }
    }
  }

  /** One decision for each match, in the same order. */
  public List<Resolution> resolve(Document document, List<NameMatch> matches) {
    return new Decisions(document, matches).all();
  }

  /** The decisions of one document. */
  private final class Decisions {
    private final Document document;
    private final String text;
    private final List<NameMatch> matches;
    private final @Nullable Resolution[] decided;
    private final Set<String> certain = new HashSet<>();
    private final People people = new People();
    private final Map<String, Set<EntityRef>> knownBySurname = new HashMap<>();
    private final Map<String, Set<EntityRef>> knownByForename = new HashMap<>();
    private final boolean oneCrcIsTheCrc;
    private final Set<Integer> listedWithCrcs;

    Decisions(Document document, List<NameMatch> matches) {
      this.document = document;
      text = document.text().string();
      this.matches = matches;
      decided = new Resolution[matches.size()];
      for (NameMatch match : matches) {
        if (isPerson(match) && match.candidates().size() == 1 && isFull(match)) {
          EntityRef known = match.candidates().get(0).ref();
          int space = known.name().lastIndexOf(' ');
          if (space > 0) {
            knownBySurname
                .computeIfAbsent(known.name().substring(space + 1), k -> new LinkedHashSet<>())
                .add(known);
            knownByForename
                .computeIfAbsent(known.name().substring(0, space), k -> new LinkedHashSet<>())
                .add(known);
          }
        }
      }
      oneCrcIsTheCrc = matches.stream().anyMatch(this::introducesTheCrc);
      listedWithCrcs = listedWithCrcs();
    }

    List<Resolution> all() {
      for (int i = 0; i < matches.size(); i++) {
        NameMatch match = matches.get(i);
        if (match.candidates().size() == 1
            && (match.strength() == NameMatch.Strength.FULL
                || (match.strength() == NameMatch.Strength.WORD
                    && surroundings.support(
                        text, match.range(), match.candidates().get(0).kind())))) {
          certain.add(match.candidates().get(0).id());
        }
        if (isPerson(match) && isFull(match)) {
          people.add(
              match.range().from(), surroundings.honorific(text, match.range()), reference(match));
        }
      }
      for (int i = 0; i < matches.size(); i++) {
        NameMatch match = matches.get(i);
        if (!isPerson(match) || isFull(match)) {
          decided[i] = isPerson(match) ? linked(match, reference(match)) : thing(i);
        }
      }
      for (int i = 0; i < matches.size(); i++) {
        if (decided[i] == null) {
          decided[i] = person(i);
        }
      }
      // A list of surnames: its neighbours tell that the lone ones are of the same company.
      for (int i = 0; i < matches.size(); i++) {
        if (decided[i] instanceof Resolution.Unlinked unlinked
            && isPerson(matches.get(i))
            && unlinked.reason().equals(NOBODY)) {
          decided[i] = listed(i);
        }
      }
      List<Resolution> all = new ArrayList<>();
      for (Resolution resolution : decided) {
        if (resolution != null) {
          all.add(resolution);
        }
      }
      return all;
    }

    private boolean isPerson(NameMatch match) {
      return match.form().kind() == EntityKind.PERSON;
    }

    /** Whether a person's name has at least two words. */
    private boolean isFull(NameMatch match) {
      String name = text.substring(match.range().from(), match.range().to());
      return match.strength() != NameMatch.Strength.PART
          && (name.indexOf(' ') > 0
              || (match.candidates().isEmpty() && match.strength() == NameMatch.Strength.FULL)
              || (!match.candidates().isEmpty()
                  && match.candidates().get(0).name().replace(" ", "").equalsIgnoreCase(name)));
    }

    private EntityRef reference(NameMatch match) {
      if (!match.candidates().isEmpty()) {
        return match.candidates().get(0).ref();
      }
      return isPerson(match) ? misspelt(match.form()) : match.form();
    }

    /**
     * The known person whom the text names elsewhere and a letter of whose forename is wrong here.
     */
    private EntityRef misspelt(EntityRef found) {
      int space = found.name().lastIndexOf(' ');
      if (space < LONG_FORENAME) {
        return found;
      }
      String surname = found.name().substring(space + 1);
      for (EntityRef known : knownBySurname.getOrDefault(surname, Set.of())) {
        int at = known.name().lastIndexOf(' ');
        if (isOneLetterOff(known.name().substring(0, at), found.name().substring(0, space))) {
          return known;
        }
      }
      String forename = found.name().substring(0, space);
      for (EntityRef known : knownByForename.getOrDefault(forename, Set.of())) {
        String other = known.name().substring(known.name().lastIndexOf(' ') + 1);
        if (surname.length() >= LONG_FORENAME && isOneLetterOff(other, surname)) {
          return known;
        }
      }
      return found;
    }

    private static boolean isOneLetterOff(String a, String b) {
      int start = 0;
      while (start < a.length() && start < b.length() && a.charAt(start) == b.charAt(start)) {
        start++;
      }
      int end = 0;
      while (end < a.length() - start
          && end < b.length() - start
          && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
        end++;
      }
      return Math.max(a.length(), b.length()) - start - end == 1;
    }

    private Resolution linked(NameMatch match, EntityRef entity) {
      return new Resolution.Linked(match, entity);
    }

    private Resolution thing(int i) {
      NameMatch match = matches.get(i);
      TextRange range = match.range();
      if (match.candidates().isEmpty()) {
        return linked(match, match.form());
      }
      if (match.strength() == NameMatch.Strength.WORD
          && !surroundings.support(text, range, match.candidates().get(0).kind())
          && !(surroundings.isCapitalised(text, range)
              && match.candidates().get(0).kind().isOrganisation()
              && match.candidates().stream().anyMatch(c -> certain.contains(c.id())))) {
        return new Resolution.Unlinked(match, "an ordinary word here");
      }
      List<Entity> candidates = match.candidates();
      if (match.strength() == NameMatch.Strength.WORD
          && candidates.get(0).kind() == EntityKind.PUBLICATION
          && surroundings.hasArticle(text, range)
          && isPhraseWithoutArticle(candidates.get(0))) {
        return new Resolution.Unlinked(match, "an ordinary word here");
      }
      if (candidates.size() == 1) {
        Entity only = candidates.get(0);
        PartialDate from = laterNames.get(only.name());
        if (from != null && !isAfter(document.layout().date(), from)) {
          return new Resolution.Unlinked(match, "nothing bore this name before " + from);
        }
        if (only.id().equals(CLASS_OF_CRCS) && isCommonNoun(range)) {
          return new Resolution.Unlinked(match, "a common noun for one company here");
        }
        if (only.kind() == EntityKind.AREA) {
          Entity crc =
              isRowOfCrcs(i)
                      || isMeantAsCrc(i)
                      || (listedWithCrcs.contains(i) && !surroundings.isPlace(text, range))
                  ? theCrcOf(only)
                  : crcOfOwner(i, only);
          if (crc != null) {
            return linked(match, crc.ref());
          }
        }
        return linked(match, only.ref());
      }
      Entity crc = ofKind(candidates, EntityKind.CRC);
      Entity area = ofKind(candidates, EntityKind.AREA);
      if (crc != null && area != null) {
        boolean company =
            surroundings.isEmployer(text, range)
                || isRowOfCrcs(i)
                || listedWithCrcs.contains(i)
                || isMeantAsCrc(i)
                || (area.name().indexOf(',') > 0
                    && !surroundings.isWithin(text, range)
                    && !isBesideArea(i));
        return linked(match, (company ? crc : area).ref());
      }
      List<Entity> elsewhere =
          candidates.stream().filter(candidate -> certain.contains(candidate.id())).toList();
      if (elsewhere.size() == 1) {
        return linked(match, elsewhere.get(0).ref());
      }
      return new Resolution.Ambiguous(match, candidates);
    }

    /**
     * "The report on Anyshire", "Anyshire was rated inadequate", "Anyshire £77 million; Othershire
     * £68 million": what is said of the area can only be said of its company.
     */
    private boolean isMeantAsCrc(int i) {
      TextRange range = matches.get(i).range();
      return surroundings.isInspected(text, range) || isRowOfFigures(i);
    }

    /** Whether a figure follows here and after two of the areas beside, each known with a CRC. */
    private boolean isRowOfFigures(int i) {
      if (!isBeforeFigure(i)) {
        return false;
      }
      int rows = 1;
      for (int step = -1; step <= 1; step += 2) {
        int last = i;
        for (int k = i + step; k >= 0 && k < matches.size() && Math.abs(k - last) <= 1; k += step) {
          int gap =
              step > 0
                  ? matches.get(k).range().from() - matches.get(last).range().to()
                  : matches.get(last).range().from() - matches.get(k).range().to();
          if (gap > 40 || !isBeforeFigure(k)) {
            break;
          }
          rows++;
          last = k;
        }
      }
      return rows >= 3;
    }

    /** Whether the area stands in a list of areas, which is one of places. */
    private boolean isBesideArea(int i) {
      return (i > 0 && isOfArea(i - 1) && isArealist(i - 1, i))
          || (i + 1 < matches.size() && isOfArea(i + 1) && isArealist(i, i + 1));
    }

    private boolean isOfArea(int i) {
      return matches.get(i).candidates().stream().anyMatch(c -> c.kind() == EntityKind.AREA);
    }

    private boolean isBeforeFigure(int i) {
      NameMatch match = matches.get(i);
      boolean ofCrc =
          match.candidates().stream()
              .anyMatch(
                  c ->
                      c.kind() == EntityKind.CRC
                          || (c.kind() == EntityKind.AREA && theCrcOf(c) != null));
      int at = match.range().to();
      while (at < text.length() && " \t:–-(".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      return ofCrc
          && at > match.range().to()
          && at < text.length()
          && (text.charAt(at) == '£' || Character.isDigit(text.charAt(at)));
    }

    /** "Third Sector": two ordinary words that with "the" are no title. */
    private static boolean isPhraseWithoutArticle(Entity publication) {
      return publication.name().indexOf(' ') > 0 && !publication.name().startsWith("The ");
    }

    /** "SWM: 12", "Anyshire: 7": a row of a table whose row above names a company. */
    private boolean isRowOfCrcs(int i) {
      TextRange range = matches.get(i).range();
      if (i == 0 || !isRow(range)) {
        return false;
      }
      Resolution above = decided[i - 1];
      TextRange before = matches.get(i - 1).range();
      return above instanceof Resolution.Linked link
          && link.entity().kind() == EntityKind.CRC
          && isRow(before)
          && text.substring(before.to(), range.from()).strip().indexOf('\n') < 0;
    }

    private boolean isRow(TextRange range) {
      return range.to() < text.length()
          && text.charAt(range.to()) == ':'
          && (range.from() == 0 || text.charAt(range.from() - 1) == '\n');
    }

    private @Nullable Entity theCrcOf(Entity area) {
      return crcsByWholeArea.get(area.name());
    }

    /**
     * "Anyshire, SWM and Othershire": areas in a list with a company that only its acronym names.
     */
    private Set<Integer> listedWithCrcs() {
      Set<Integer> listed = new HashSet<>();
      for (int i = 0; i < matches.size(); i++) {
        NameMatch match = matches.get(i);
        boolean acronym =
            match.form().kind() == EntityKind.CRC
                && match.candidates().size() == 1
                && !match.candidates().get(0).id().equals(CLASS_OF_CRCS)
                && (match.range().length() <= 5 || text.startsWith("CRCs", match.range().to() - 4));
        if (!acronym) {
          continue;
        }
        for (int k = i; k > 0 && isArealist(k - 1, k); k--) {
          listed.add(k - 1);
        }
        for (int k = i; k + 1 < matches.size() && isArealist(k, k + 1); k++) {
          listed.add(k + 1);
        }
      }
      return listed;
    }

    private boolean isArealist(int a, int b) {
      int gap = matches.get(b).range().from() - matches.get(a).range().to();
      if (gap > 6 || gap < 1) {
        return false;
      }
      String between = text.substring(matches.get(a).range().to(), matches.get(b).range().from());
      return switch (between.strip()) {
        case ",", ";", "and", "&", ", and", "; and", "/", "(", ")", ");", "),", ", (" -> true;
        default -> false;
      };
    }

    private static boolean isAfter(@Nullable PartialDate date, PartialDate from) {
      return date != null && date.compareTo(from) >= 0;
    }

    private @Nullable Entity ofKind(List<Entity> candidates, EntityKind kind) {
      List<Entity> some = candidates.stream().filter(c -> c.kind() == kind).toList();
      return some.size() == 1 ? some.get(0) : null;
    }

    /** "Interserve Hampshire": the company of that area whose owner is named beside it. */
    private @Nullable Entity crcOfOwner(int i, Entity area) {
      List<Entity> crcs = crcsByArea.getOrDefault(area.name(), List.of());
      if (crcs.size() != 1 || i == 0) {
        return null;
      }
      NameMatch before = matches.get(i - 1);
      boolean beside = before.range().to() + 1 == matches.get(i).range().from();
      return beside && before.form().kind() == EntityKind.OWNER ? crcs.get(0) : null;
    }

    /** "Anyshire Community Rehabilitation Company (CRC)": from here on "the CRC" is that one. */
    private boolean introducesTheCrc(NameMatch match) {
      if (match.form().kind() != EntityKind.CRC
          || match.candidates().isEmpty()
          || (match.candidates().get(0).id().equals(CLASS_OF_CRCS)
              && !(isSingular(match.range()) && surroundings.hasDeterminer(text, match.range())))) {
        return false;
      }
      int to = match.range().to();
      return text.startsWith(" (CRC)", to)
          || text.startsWith(" (the CRC)", to)
          || text.startsWith(" (“the CRC”)", to)
          || text.startsWith(" (‘the CRC’)", to);
    }

    private boolean isCommonNoun(TextRange range) {
      String name = text.substring(range.from(), range.to());
      boolean singular = isSingular(range);
      boolean possessive = name.equals("CRC's") || name.equals("CRC’s");
      if (possessive) {
        return surroundings.hasDeterminer(text, range)
            && !surroundings.endsPhrase(text, range.to())
            && (oneCrcIsTheCrc || recentCrc(range.from()));
      }
      if (!singular || surroundings.isAnyOne(text, range)) {
        return false;
      }
      if (oneCrcIsTheCrc) {
        return true;
      }
      return surroundings.hasDeterminer(text, range)
          && (text.startsWith(" in ", range.to())
              || (recentCrc(range.from())
                  && (surroundings.endsPhrase(text, range.to())
                      || surroundings.beforeVerb(text, range.to()))));
    }

    private boolean isSingular(TextRange range) {
      String name = text.substring(range.from(), range.to());
      return name.equalsIgnoreCase("CRC")
          || name.equalsIgnoreCase("Community Rehabilitation Company");
    }

    /** Whether one company was named shortly before. */
    private boolean recentCrc(int offset) {
      for (int i = firstAfter(offset - 1500); i < matches.size(); i++) {
        NameMatch match = matches.get(i);
        if (match.range().from() >= offset) {
          return false;
        }
        if (match.form().kind() == EntityKind.CRC
            && !match.candidates().isEmpty()
            && !match.candidates().get(0).id().equals(CLASS_OF_CRCS)) {
          return true;
        }
      }
      return false;
    }

    /** The first match that begins after an offset. */
    private int firstAfter(int offset) {
      int low = 0;
      int high = matches.size();
      while (low < high) {
        int mid = (low + high) >>> 1;
        if (matches.get(mid).range().from() <= offset) {
          low = mid + 1;
        } else {
          high = mid;
        }
      }
      return low;
    }

    private Resolution person(int i) {
      NameMatch match = matches.get(i);
      String word =
          match.strength() == NameMatch.Strength.PART
              ? match.form().name()
              : text.substring(match.range().from(), match.range().to());
      String honorific = surroundings.honorific(text, match.range());
      boolean titled = !honorific.isEmpty();
      if (!titled && surroundings.isOrdinary(text, match.range(), word)) {
        return new Resolution.Unlinked(match, "an ordinary word here");
      }
      List<EntityRef> named = people.called(word, match.range().from(), honorific);
      if (named.size() == 1) {
        return linked(match, named.get(0));
      }
      if (named.size() > 1) {
        return new Resolution.Unlinked(match, "several persons of the document bear this name");
      }
      boolean byItself =
          match.strength() == NameMatch.Strength.WORD
              ? !document.layout().comments().isEmpty()
              : match.strength() != NameMatch.Strength.PART || titled;
      if (match.candidates().size() == 1 && byItself) {
        return isOfOtherSex(honorific, match.candidates().get(0))
            ? new Resolution.Unlinked(match, NOBODY)
            : linked(match, match.candidates().get(0).ref());
      }
      if (match.candidates().size() > 1 && byItself) {
        return new Resolution.Ambiguous(match, match.candidates());
      }
      if (PEERS.contains(honorific) && !LORDS_BY_OFFICE.contains(match.form().name())) {
        // Peers have no fuller name in print.
        String surname = text.substring(match.range().from(), match.range().to());
        return linked(match, EntityRef.found(honorific + " " + surname, EntityKind.PERSON));
      }
      return new Resolution.Unlinked(match, NOBODY);
    }

    /** "Mr Penhale" is not the Orla Penhale whom the lexicon knows. */
    private boolean isOfOtherSex(String honorific, Entity person) {
      String forename = person.name().substring(0, Math.max(0, person.name().indexOf(' ')));
      Set<String> others =
          switch (honorific) {
            case "Mr", "Sir" -> women;
            case "Mrs", "Ms", "Miss", "Dame" -> men;
            default -> Set.of();
          };
      return others.contains(forename.toLowerCase(Locale.ROOT));
    }

    private Resolution listed(int i) {
      NameMatch match = matches.get(i);
      Resolution stay = decided[i] == null ? new Resolution.Unlinked(match, "") : decided[i];
      if (match.candidates().size() != 1) {
        return stay;
      }
      boolean beside =
          (i > 0 && isLinkedPerson(i - 1) && isList(matches.get(i - 1), match))
              || (i + 1 < matches.size() && followed(i));
      return beside ? linked(match, match.candidates().get(0).ref()) : stay;
    }

    /** Whether the list that goes on after a name has a person who is known. */
    private boolean followed(int i) {
      int k = i;
      while (k + 1 < matches.size()
          && isPerson(matches.get(k + 1))
          && isList(matches.get(k), matches.get(k + 1))) {
        k++;
        if (isLinkedPerson(k)) {
          return true;
        }
      }
      return false;
    }

    private boolean isLinkedPerson(int i) {
      return decided[i] instanceof Resolution.Linked && isPerson(matches.get(i));
    }

    private boolean isList(NameMatch a, NameMatch b) {
      String between = text.substring(a.range().to(), b.range().from());
      return between.equals(", ")
          || between.equals(" and ")
          || between.equals(", and ")
          || between.equals(" & ");
    }
  }
}
