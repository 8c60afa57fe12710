package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.Document;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.PartialDate;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/**
 * What "the CRC" or "the company" means at a place: the one that the same section or comment names
 * last before it, or first after it, or the only one that the whole document names.
 */
final class Topics {
  private static final Set<String> SINGULAR = Set.of("crc", "community rehabilitation company");

  /** Nouns after "the CRC" that speak of all CRCs: "the CRC contracts". */
  private static final Set<String> OF_ALL =
      Set.of("contracts", "owners", "share", "market", "providers", "areas", "side", "landscape");

  private static final Set<String> DEFINITE = Set.of("the", "this", "that", "our", "its", "their");

  /** A comment of this many code units or more mostly reproduces what somebody else wrote. */
  private static final int LONG_COMMENT = 1500;

  /** The first third of a text says what it is about. */
  private static final int OPENING_PART = 3;

  /** A page begins with its owner's name within so many code units. */
  private static final int HEAD = 40;

  private final Occurrences acronyms;

  private final TextRange whole;
  private final List<TextRange> scopes;
  private final Set<TextRange> comments;
  private final Map<TextRange, PartialDate> dates;
  private final @Nullable PartialDate documentDate;
  private final Map<TextRange, Annotation.DocumentKind> kinds;
  private final Annotation.DocumentKind documentKind;
  private final boolean headed;
  private final boolean ofCompany;
  private final CrcAreas areas;
  private final Named crcs;
  private final Named companies;
  private final Named owners;
  private final Named crcsAndOwners;
  private final Named anyCrc;
  private final Named mainCrcs;
  private final Named wholeAreas;
  private final Named partAreas;

  /** Looks at the names, and at the sections and comments that were found so far. */
  Topics(Reading reading) {
    Document document = reading.document();
    this.acronyms = Occurrences.of(reading.text(), "CRC");
    this.whole = new TextRange(0, reading.text().length());
    this.comments =
        document.layout().comments().stream()
            .map(Document.CommentPart::range)
            .collect(Collectors.toSet());
    this.scopes =
        Stream.concat(
                reading.found(Annotation.Section.class).stream()
                    .map(section -> document.text().range(section.evidence().span())),
                comments.stream())
            .sorted()
            .toList();
    this.dates =
        reading.found(Annotation.Section.class).stream()
            .filter(section -> section.date() != null)
            .collect(
                Collectors.toMap(
                    section -> document.text().range(section.evidence().span()),
                    section -> Objects.requireNonNull(section.date()),
                    (first, second) -> first));
    this.documentDate = document.layout().date();
    this.kinds =
        reading.found(Annotation.Section.class).stream()
            .collect(
                Collectors.toMap(
                    section -> document.text().range(section.evidence().span()),
                    Annotation.Section::kind,
                    (first, second) -> first));
    this.documentKind = document.layout().kind();
    this.areas = reading.areas();
    this.headed =
        !reading.names().isEmpty()
            && reading.names().get(0).range().from() < HEAD
            && (Field.isCompany(reading.names().get(0).entity())
                || Field.isOneCrc(reading.names().get(0).entity()));
    this.ofCompany = headed && Field.isCompany(reading.names().get(0).entity());
    this.crcs = Named.of(reading, Field::isOneCrc);
    this.mainCrcs = this.crcs.outside(comments);
    this.wholeAreas = new Named(reading.areas().crcs(reading.names(), true), null);
    this.partAreas = new Named(reading.areas().crcs(reading.names(), false), null);
    this.anyCrc = Named.of(reading, entity -> entity.kind() == EntityKind.CRC);
    this.crcsAndOwners =
        Named.of(reading, entity -> entity.kind() == EntityKind.OWNER || Field.isOneCrc(entity));
    this.owners = Named.of(reading, entity -> entity.kind() == EntityKind.OWNER);
    this.companies = Named.of(reading, Field::isCompany);
  }

  /** Whether an offset lies where a text says what it is about. */
  static boolean isEarly(int offset, TextRange part) {
    return offset - part.from() < part.length() / OPENING_PART;
  }

  /** The names of one sort, in order, and the one thing that all of them mean, if they do. */
  private record Named(List<Name> names, @Nullable EntityRef only) {
    static Named of(Reading reading, Predicate<EntityRef> sort) {
      List<Name> names = reading.names().stream().filter(n -> sort.test(n.entity())).toList();
      long things = names.stream().map(Name::entity).distinct().limit(2).count();
      return new Named(
          names, things == 1 && isCentral(reading, names) ? names.get(0).entity() : null);
    }

    /** What is named once, late in a text, is not what the text is about. */
    private static boolean isCentral(Reading reading, List<Name> names) {
      return names.size() > 1
          || isEarly(names.get(0).range().from(), new TextRange(0, reading.text().length()));
    }

    /** The names outside some ranges, which are in the order of the text. */
    Named outside(Set<TextRange> ranges) {
      List<TextRange> sorted = ranges.stream().sorted().toList();
      List<Name> left = new ArrayList<>();
      int next = 0;
      for (Name name : names) {
        while (next < sorted.size() && sorted.get(next).to() <= name.range().from()) {
          next++;
        }
        if (next >= sorted.size() || !sorted.get(next).contains(name.range())) {
          left.add(name);
        }
      }
      return new Named(left, only);
    }

    private int firstFrom(int offset) {
      return Ordered.firstFrom(names, name -> name.range().from(), offset);
    }

    boolean namedIn(TextRange scope) {
      int first = firstFrom(scope.from());
      return first < names.size() && names.get(first).range().to() <= scope.to();
    }

    /** The one thing that every name in the scope means; looks at the first hundred names. */
    Optional<EntityRef> only(TextRange scope) {
      int first = firstFrom(scope.from());
      EntityRef found = null;
      for (int i = first; i < names.size() && i < first + 100; i++) {
        Name name = names.get(i);
        if (!scope.contains(name.range())) {
          break;
        }
        if (found != null && !found.equals(name.entity())) {
          return Optional.empty();
        }
        found = name.entity();
      }
      return Optional.ofNullable(found != null ? found : only);
    }

    /** The thing named most often in the scope; looks at the first hundred names. */
    Optional<EntityRef> most(TextRange scope) {
      Map<EntityRef, Integer> counts = new LinkedHashMap<>();
      int first = firstFrom(scope.from());
      for (int i = first; i < names.size() && i < first + 100; i++) {
        if (!scope.contains(names.get(i).range())) {
          break;
        }
        counts.merge(names.get(i).entity(), 1, Integer::sum);
      }
      return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    /** The thing named first, if it is named at least twice and more often than any other. */
    Optional<EntityRef> leading(TextRange scope) {
      int first = firstFrom(scope.from());
      if (first >= names.size() || !scope.contains(names.get(first).range())) {
        return Optional.empty();
      }
      EntityRef head = names.get(first).entity();
      Map<EntityRef, Integer> counts = new LinkedHashMap<>();
      for (int i = first; i < names.size() && i < first + 100; i++) {
        if (!scope.contains(names.get(i).range())) {
          break;
        }
        counts.merge(names.get(i).entity(), 1, Integer::sum);
      }
      int own = counts.getOrDefault(head, 0);
      boolean most =
          counts.entrySet().stream().allMatch(e -> e.getKey().equals(head) || e.getValue() < own);
      return own >= 2 && most ? Optional.of(head) : Optional.empty();
    }

    Optional<EntityRef> near(int offset, TextRange scope) {
      int low = firstFrom(offset);
      Name before =
          low > 0 && scope.contains(names.get(low - 1).range()) ? names.get(low - 1) : null;
      Name after =
          low < names.size() && scope.contains(names.get(low).range()) ? names.get(low) : null;
      if (before == null || after == null) {
        return Optional.ofNullable(before == null ? after : before).map(Name::entity);
      }
      return Optional.of(
          offset - before.range().to() <= after.range().from() - offset
              ? before.entity()
              : after.entity());
    }

    /** The last before an offset in a scope that is not a given one; looks at the last ten. */
    Optional<EntityRef> before(int offset, TextRange scope, @Nullable EntityRef not) {
      int low = firstFrom(offset);
      for (int i = low - 1; i >= 0 && i >= low - 10; i--) {
        if (!scope.contains(names.get(i).range())) {
          return Optional.empty();
        }
        if (!names.get(i).entity().equals(not)) {
          return Optional.of(names.get(i).entity());
        }
      }
      return Optional.empty();
    }

    Optional<EntityRef> at(int offset, TextRange scope) {
      int low = firstFrom(offset);
      if (low > 0 && scope.contains(names.get(low - 1).range())) {
        return Optional.of(names.get(low - 1).entity());
      }
      if (low < names.size() && scope.contains(names.get(low).range())) {
        return Optional.of(names.get(low).entity());
      }
      return Optional.ofNullable(only);
    }
  }

  /** The section or comment around an offset, or the whole document. */
  TextRange scope(int offset) {
    int low = Ordered.firstFrom(scopes, TextRange::from, offset + 1);
    // Scopes nest at most a few deep (a comment that reproduces an article): look back a little.
    for (int i = low - 1; i >= 0 && i >= low - 4; i--) {
      if (scopes.get(i).contains(offset)) {
        return scopes.get(i);
      }
    }
    return whole;
  }

  /** When the words at an offset were written: the date of the section or of the document. */
  Optional<PartialDate> date(int offset) {
    PartialDate own = dates.get(scope(offset));
    return Optional.ofNullable(own != null ? own : documentDate);
  }

  /** In the text around sections and comments, what comments name does not count. */
  private Named crcsFor(TextRange scope) {
    return scope.equals(whole) ? mainCrcs : crcs;
  }

  /** The CRC named nearest to an offset in its own scope, at most so many code units away. */
  Optional<EntityRef> nearCrc(int offset, int far) {
    TextRange scope = scope(offset);
    TextRange around =
        new TextRange(Math.max(scope.from(), offset - far), Math.min(scope.to(), offset + far));
    return crcsFor(scope).near(offset, around);
  }

  /** The CRC that a section is about: the one that it names most often. */
  Optional<EntityRef> mainCrc(int offset) {
    TextRange scope = scope(offset);
    Optional<EntityRef> named = crcsFor(scope).most(scope);
    return named.isPresent() ? named : crc(offset);
  }

  /** The only CRC that the section around an offset names. */
  Optional<EntityRef> onlyCrcHere(int offset) {
    return crcs.namedIn(scope(offset)) ? crcs.only(scope(offset)) : Optional.empty();
  }

  /** The only CRC that the section or document around an offset names. */
  Optional<EntityRef> onlyCrc(int offset) {
    return crcs.only(scope(offset));
  }

  /** Whether the CRCs, one or all, are named in the section around an offset. */
  boolean isOfCrcs(int offset) {
    return anyCrc.namedIn(scope(offset));
  }

  /** Whether a scope is a reproduced section. */
  boolean isSection(TextRange scope) {
    return !scope.equals(whole) && !comments.contains(scope);
  }

  /**
   * Whether an organisation speaks for itself at an offset: a press release, briefing or letter.
   */
  boolean isOfOrganisation(int offset) {
    Annotation.DocumentKind kind = kinds.getOrDefault(scope(offset), documentKind);
    return !comments.contains(scope(offset))
        && (kind == Annotation.DocumentKind.PRESS_RELEASE
            || kind == Annotation.DocumentKind.BRIEFING
            || kind == Annotation.DocumentKind.NEWS_ARTICLE
            || (kind == Annotation.DocumentKind.BLOG_POST && comments.isEmpty() && isHeaded())
            || (kind == Annotation.DocumentKind.REPORT && comments.isEmpty() && ofCompany));
  }

  /** Whether a page begins with the name of a company or CRC: it is theirs. */
  private boolean isHeaded() {
    return headed;
  }

  /** Whether the words at an offset are a reader's own, not those of an article in a comment. */
  boolean isPersonal(int offset) {
    TextRange scope = scope(offset);
    return scope.length() < LONG_COMMENT && comments.contains(scope);
  }

  /**
   * The CRC that a section is about though it names others: it names it first, and more often than
   * any other.
   */
  Optional<EntityRef> leadingCrc(int offset) {
    TextRange scope = scope(offset);
    return crcsFor(scope).leading(scope);
  }

  /** The owner that a section is about: the one that it names most often. */
  Optional<EntityRef> leadingOwner(int offset) {
    return owners.most(scope(offset));
  }

  /** The CRC that "the CRC" means at an offset. */
  Optional<EntityRef> crc(int offset) {
    TextRange scope = scope(offset);
    Optional<EntityRef> ofArea = crcOfArea(scope);
    if (ofArea.isPresent()) {
      return ofArea;
    }
    Optional<EntityRef> here = crcsFor(scope).at(offset, scope);
    // A section without a CRC of its own goes on about that of the section before.
    return here.isPresent() || comments.contains(scope) ? here : mainCrcs.at(offset, whole);
  }

  /** Whether "the CRC" stands in a section, which is no name where it means one of them. */
  private boolean speaksOfCrc(TextRange scope) {
    int acronym = acronyms.firstFrom(scope.from());
    return (acronym >= 0 && acronym < scope.to()) || anyCrc.namedIn(scope);
  }

  /**
   * The CRC of the area that a section is about, where it speaks of a CRC without its name: the
   * area that it names most often.
   */
  private Optional<EntityRef> crcOfArea(TextRange scope) {
    if (crcsFor(scope).namedIn(scope) || !speaksOfCrc(scope)) {
      return Optional.empty();
    }
    return wholeAreas.most(scope).or(() -> partAreas.most(scope));
  }

  /** What a name token means: "the CRC" is the CRC of the section, any other name what it says. */
  EntityRef meaning(Tokens tokens, int i, Name name) {
    return Field.isClass(name.entity())
            && SINGULAR.contains(tokens.get(i).word().toLowerCase(Locale.ROOT))
            && i > 0
            && DEFINITE.contains(tokens.get(i - 1).word())
            && !(i + 1 < tokens.size() && OF_ALL.contains(tokens.get(i + 1).word()))
        ? crcNear(tokens, i).or(() -> crc(name.range().from())).orElse(name.entity())
        : name.entity();
  }

  /** "The CRC in Eastshire", "In Eastshire the CRC". */
  private Optional<EntityRef> crcNear(Tokens tokens, int i) {
    int after = tokens.is(i + 1, "in") || tokens.is(i + 1, "for") ? i + 2 : -1;
    int before = tokens.is(i - 2, ",") ? i - 3 : i - 2;
    boolean opens = before > 0 && tokens.is(before - 1, "in");
    for (int at : new int[] {after, opens ? before : -1}) {
      Name name = at >= 0 && at < tokens.size() ? tokens.get(at).name() : null;
      EntityRef crc =
          name != null && name.entity().kind() == EntityKind.AREA
              ? areas.part(name.entity())
              : null;
      if (crc != null) {
        return Optional.of(crc);
      }
    }
    return Optional.empty();
  }

  /** The CRC of the section, or of the document's own text around it, if that names only one. */
  Optional<EntityRef> onlyCrcBefore(int offset) {
    TextRange scope = scope(offset);
    if (crcsFor(scope).namedIn(scope)) {
      return crcsFor(scope).only(scope);
    }
    Optional<EntityRef> ofArea = speaksOfCrc(scope) ? crcOfAreaHere(offset) : Optional.empty();
    if (ofArea.isPresent()) {
      return ofArea;
    }
    return comments.contains(scope) ? Optional.empty() : mainCrcs.only(whole);
  }

  /** The CRC of the only area that the section around an offset names. */
  Optional<EntityRef> crcOfAreaHere(int offset) {
    return wholeAreas.only(scope(offset)).or(() -> partAreas.only(scope(offset)));
  }

  /** The CRC or owner that was named last before an offset in its scope. */
  Optional<EntityRef> latestCrcOrOwner(int offset) {
    TextRange scope = scope(offset);
    return crcsAndOwners.before(offset, scope, null);
  }

  /** The owner that was named last before an offset in its scope. */
  Optional<EntityRef> owner(int offset) {
    return owners.before(offset, scope(offset), null);
  }

  /** The company named last before an offset in its scope that is not this one. */
  Optional<EntityRef> otherCompany(int offset, @Nullable EntityRef not) {
    return companies.before(offset, scope(offset), not);
  }

  /** The company that "the company" means at an offset. */
  Optional<EntityRef> company(int offset) {
    return companies.at(offset, scope(offset));
  }
}
