package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.crcgraph.lexicon.Lexicon;
import org.crcgraph.model.EntityKind;
import org.jspecify.annotations.Nullable;

/**
 * Titles of posts: modifiers, a head, and a field after "of" or "for" ("HM Chief Inspector of
 * Probation", "senior contract manager", "Secretary of State for Justice").
 */
final class PostTitles {
  private static final Set<String> LINKS = Set.of("of", "for");
  private static final Set<String> TO_ORGANISATION = Set.of("of", "for", "at", "with", "in", "to");

  private final Set<String> heads = new HashSet<>();
  private final Set<String> modifiers = new HashSet<>();
  private final Set<String> honorifics = new HashSet<>();
  private final List<Belongs> organisations = new ArrayList<>();

  private record Belongs(List<String> words, String organisation) {}

  /**
   * A title in a run of words.
   *
   * @param from its first word
   * @param to the word after it
   * @param organisation the organisation named with it, or null
   * @param end the word after the organisation
   */
  record Title(int from, int to, @Nullable Name organisation, int end) {}

  PostTitles(Lexicon lexicon) {
    lexicon.words("post-heads").forEach(word -> heads.add(word.toLowerCase(Locale.ROOT)));
    modifiers.addAll(lexicon.words("post-modifiers"));
    lexicon.words("honorifics").forEach(word -> honorifics.add(word.toLowerCase(Locale.ROOT)));
    for (String line : lexicon.words("post-organisations")) {
      String[] cells = line.split(" *= *", 2);
      organisations.add(new Belongs(List.of(cells[0].split(" ", -1)), cells[1]));
    }
  }

  boolean isHead(Line line, int i) {
    return heads.contains(line.lower(i));
  }

  /** The title whose head is this word, or null where the word is no head of a title here. */
  @Nullable Title around(Line line, int head) {
    // "PCC" is the name of a body and the title of its holder.
    if (!isHead(line, head) || (line.name(head) != null && !line.is(head, "PCC"))) {
      return null;
    }
    int last = head;
    // "chief executive", "general secretary": the last of several heads is the head.
    if (line.joined(head + 1) && isHead(line, head + 1) && line.name(head + 1) == null) {
      return null;
    }
    int from = head;
    while (from > 0 && line.joined(from) && line.name(from - 1) == null) {
      int k = from - 1;
      boolean and =
          (line.is(k, "and") || line.is(k, "&"))
              && k > 0
              && line.joined(k)
              && line.name(k - 1) == null
              && !LINKS.contains(line.lower(k - 2))
              && isModifier(line, k - 1, head);
      if (!and && !isModifier(line, k, head)) {
        break;
      }
      from = and ? k - 1 : k;
    }
    // "Anytown Workers union national officer": the noun tells what the name is, not the post.
    if (from > 0
        && from < head
        && line.joined(from)
        && line.name(from - 1) != null
        && isKindOfOrganisation(line.lower(from))) {
      from++;
    }
    int to = last + 1;
    Name organisation = null;
    int end = to;
    while (to < line.count() && line.joined(to)) {
      int next = to;
      if (!TO_ORGANISATION.contains(line.lower(next)) || next + 1 >= line.count()) {
        break;
      }
      int object = next + 1;
      if ((line.is(object, "the") || line.is(object, "The")) && line.name(object) == null) {
        object++;
      }
      if (isKindOfOrganisation(line.lower(object)) && line.nameAt(object + 1) != null) {
        // "at the charity Example Trust"
        object++;
      }
      Name named = object < line.count() ? line.nameAt(object) : null;
      if (named != null && line.joined(object)) {
        if (named.entity().kind().isOrganisation()) {
          organisation = named;
        }
        end = line.after(named);
        if (named.entity().kind() == EntityKind.PERSON) {
          end = to;
        }
        break;
      }
      int field = field(line, object, next);
      if (field == object) {
        // "director of influence and learning at Example Trust"
        int employer = employer(line, object);
        if (employer > 0) {
          to = employer - 1;
          organisation = line.nameAt(line.is(employer, "the") ? employer + 1 : employer);
          end = organisation == null ? employer : line.after(organisation);
        }
        break;
      }
      to = field;
      end = to;
    }
    if (organisation == null && line.is(to, ",") && to + 1 < line.count()) {
      Name named = line.nameAt(to + 1);
      if (named != null && named.entity().kind().isOrganisation()) {
        organisation = named;
        end = line.after(named);
      }
    }
    return new Title(from, to, organisation, end);
  }

  /** Whether the noun tells after a name what sort of organisation it is. */
  static boolean isKindOfOrganisation(String noun) {
    return switch (noun) {
      case "company", "charity", "union", "firm" -> true;
      default -> false;
    };
  }

  private boolean isModifier(Line line, int k, int head) {
    String lower = line.lower(k);
    if (modifiers.contains(lower) || heads.contains(lower)) {
      return !lower.equals("her") || line.is(k + 1, "Majesty");
    }
    // "Comms Manager", "Delivery Excellence Director": a capitalised title's own words.
    return line.capital(k)
        && line.capital(head)
        && line.words().shape(k) == Words.CAPITAL
        && line.words().gap(k) == Words.JOINED
        && k > 0
        && line.words().length(k) > 3
        && !NOT_IN_TITLES.contains(lower);
  }

  private static final Set<String> NOT_IN_TITLES =
      Set.of(
          "the", "this", "then", "former", "said", "from", "with", "when", "also", "dear", "tory");

  /** Where the field after "of" or "for" ends: "Prisons and Probation", "State for Justice". */
  private int field(Line line, int from, int link) {
    if (!LINKS.contains(line.lower(link))) {
      return from;
    }
    int k = from;
    while (k < line.count() && k - from < 7 && line.joined(k) && line.name(k) == null) {
      String lower = line.lower(k);
      boolean and =
          k > from
              && (lower.equals("and")
                  || line.is(k, "&")
                  || (line.is(k, ",") && line.capital(k + 1)))
              && k + 1 < line.count()
              // "director for justice and chair of Example Trust" are two posts.
              && !(isHead(line, k + 1) && LINKS.contains(line.lower(k + 2)))
              && isField(line, k + 1);
      if (!and && !isField(line, k)) {
        break;
      }
      k++;
    }
    return k;
  }

  /** The word after the "at" that ends a field in ordinary words, before an organisation; or -1. */
  private static int employer(Line line, int from) {
    for (int k = from + 1; k < Math.min(from + 7, line.count()) && line.joined(k); k++) {
      if (line.is(k, "at")) {
        Name named = line.nameAt(line.is(k + 1, "the") ? k + 2 : k + 1);
        return named != null && named.entity().kind().isOrganisation() ? k + 1 : -1;
      }
      if (line.name(k) != null) {
        return -1;
      }
    }
    return -1;
  }

  private boolean isField(Line line, int k) {
    String lower = line.lower(k);
    return line.name(k) == null
        && (modifiers.contains(lower)
            || lower.equals("constabulary")
            || lower.equals("exchequer")
            || lower.equals("criminology")
            || lower.equals("prosecutions")
            || (line.capital(k)
                && line.words().shape(k) == Words.CAPITAL
                && !NOT_IN_TITLES.contains(lower)
                && !honorifics.contains(lower)));
  }

  /** The organisation that a title alone tells, or null. */
  @Nullable String organisationOf(String title) {
    List<String> words =
        List.of(
            title.toLowerCase(Locale.ROOT).replace("’s", "").replace("'s", "").split("[^\\p{L}]+"));
    for (Belongs belongs : organisations) {
      if (words.containsAll(belongs.words())) {
        return belongs.organisation().isEmpty() ? null : belongs.organisation();
      }
    }
    return null;
  }
}
