package org.crcgraph.evaluate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Each record type with the rule by which a found record agrees with an annotated one. */
enum RecordKind {
  DOCUMENT {
    @Override
    boolean agree(Item gold, Item found, CanonicalNames names) {
      return alike(gold.text("title"), found.text("title"))
          && Objects.equals(gold.text("date"), found.text("date"));
    }
  },
  SECTION {
    @Override
    boolean agree(Item gold, Item found, CanonicalNames names) {
      return gold.overlap(found) >= 0.6
          && (same("publisher", gold, found, names)
              || share(gold.text("publisher"), found.text("publisher")));
    }
  },
  COMMENT {
    @Override
    boolean agree(Item gold, Item found, CanonicalNames names) {
      return gold.overlap(found) >= 0.7;
    }
  },
  MENTION {
    @Override
    boolean agree(Item gold, Item found, CanonicalNames names) {
      return gold.overlap(found) >= 0.5 && same("entity", gold, found, names);
    }
  },
  OWNERSHIP {
    @Override
    boolean agree(Item gold, Item found, CanonicalNames names) {
      return same("owner", gold, found, names) && same("owned", gold, found, names);
    }

    @Override
    List<@Nullable String> key(Item item, CanonicalNames names) {
      return pair(names.meaning(item.text("owner")), names.meaning(item.text("owned")));
    }
  },
  POST {
    @Override
    boolean agree(Item gold, Item found, CanonicalNames names) {
      return same("person", gold, found, names) && share(gold.text("post"), found.text("post"));
    }

    @Override
    List<@Nullable String> key(Item item, CanonicalNames names) {
      String post = item.text("post");
      return pair(
          names.meaning(item.text("person")), post == null ? null : CanonicalNames.fold(post));
    }
  },
  STATEMENT {
    @Override
    boolean agree(Item gold, Item found, CanonicalNames names) {
      return gold.overlap(found) >= 0.6 && same("speaker", gold, found, names);
    }
  },
  INSPECTION {
    @Override
    boolean agree(Item gold, Item found, CanonicalNames names) {
      Set<@Nullable String> golden = meanings(gold, names);
      Set<@Nullable String> others = meanings(found, names);
      boolean subjects;
      if (golden.isEmpty() && others.isEmpty()) {
        subjects = gold.overlap(found) > 0;
      } else {
        Set<@Nullable String> both = new HashSet<>(golden);
        both.retainAll(others);
        int all = golden.size() + others.size() - both.size();
        subjects = (double) both.size() / all >= 0.5;
      }
      return subjects
          && Stream.of("published", "period", "sample")
              .allMatch(field -> notContradicting(gold.text(field), found.text(field)));
    }
  },
  CONTRACT {
    @Override
    boolean agree(Item gold, Item found, CanonicalNames names) {
      List<String> facts =
          Stream.of("value", "duration", "event").filter(f -> gold.text(f) != null).toList();
      return gold.overlap(found) > 0
          && (facts.isEmpty() || facts.stream().anyMatch(f -> sameFact(f, gold, found)));
    }
  },
  SUPPLY {
    @Override
    boolean agree(Item gold, Item found, CanonicalNames names) {
      return same("supplier", gold, found, names) && same("customer", gold, found, names);
    }

    @Override
    List<@Nullable String> key(Item item, CanonicalNames names) {
      return pair(names.meaning(item.text("supplier")), names.meaning(item.text("customer")));
    }
  },
  FIGURE {
    @Override
    boolean agree(Item gold, Item found, CanonicalNames names) {
      Double a = gold.number("value");
      Double b = found.number("value");
      if (a == null || b == null || Math.abs(a - b) > 1e-6 * Math.max(1.0, Math.abs(a))) {
        return false;
      }
      return gold.overlap(found) > 0 && unitsAgree(gold.text("unit"), found.text("unit"));
    }
  };

  private static final Pattern WORD = Pattern.compile("[a-z0-9]+");
  private static final Set<String> EMPTY_WORDS = Set.of("the", "of", "and", "a", "for");
  private static final Set<String> PERCENT = Set.of("percent", "percentage", "");

  /** Whether a found record says what the annotated one says. */
  abstract boolean agree(Item gold, Item found, CanonicalNames names);

  /** What makes two records of one document the same, for types that count once; else empty. */
  List<@Nullable String> key(Item item, CanonicalNames names) {
    return List.of();
  }

  /** The word that records use. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The records of this type, each key once. */
  List<Item> of(List<Item> items, CanonicalNames names) {
    Set<List<@Nullable String>> seen = new HashSet<>();
    List<Item> own = new ArrayList<>();
    for (Item item : items) {
      if (item.type().equals(label())) {
        List<@Nullable String> key = key(item, names);
        if (key.isEmpty() || seen.add(key)) {
          own.add(item);
        }
      }
    }
    return own;
  }

  private static List<@Nullable String> pair(@Nullable String first, @Nullable String second) {
    List<@Nullable String> pair = new ArrayList<>();
    pair.add(first);
    pair.add(second);
    return pair;
  }

  /** Whether a field names the same thing in both. */
  static boolean same(String field, Item gold, Item found, CanonicalNames names) {
    return Objects.equals(names.meaning(gold.text(field)), names.meaning(found.text(field)));
  }

  private static Set<@Nullable String> meanings(Item item, CanonicalNames names) {
    Set<@Nullable String> meanings = new HashSet<>();
    item.texts("subject").forEach(name -> meanings.add(names.meaning(name)));
    return meanings;
  }

  private static boolean alike(@Nullable String a, @Nullable String b) {
    if (a == null || b == null) {
      return a == null && b == null;
    }
    return Likeness.ratio(a.toLowerCase(Locale.ROOT), b.toLowerCase(Locale.ROOT)) >= 0.9;
  }

  private static Set<String> words(@Nullable String text) {
    if (text == null) {
      return Set.of();
    }
    Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
    return matcher
        .results()
        .map(result -> result.group())
        .filter(word -> !EMPTY_WORDS.contains(word))
        .collect(Collectors.toSet());
  }

  private static boolean share(@Nullable String a, @Nullable String b) {
    Set<String> first = words(a);
    Set<String> second = words(b);
    if (first.isEmpty() || second.isEmpty()) {
      return false;
    }
    long both = first.stream().filter(second::contains).count();
    return (double) both / Math.min(first.size(), second.size()) >= 0.5;
  }

  /** Two dates or numbers, one of which may be less precise. */
  private static boolean notContradicting(@Nullable String gold, @Nullable String found) {
    return gold == null || found == null || gold.startsWith(found) || found.startsWith(gold);
  }

  private static boolean sameFact(String field, Item gold, Item found) {
    if (Objects.equals(gold.text(field), found.text(field))) {
      return true;
    }
    Double number = gold.number(field);
    return number != null && number.equals(found.number(field));
  }

  private static boolean unitsAgree(@Nullable String gold, @Nullable String found) {
    if (gold == null || found == null) {
      return true;
    }
    String a = CanonicalNames.fold(gold);
    String b = CanonicalNames.fold(found);
    return words(gold).stream().anyMatch(words(found)::contains)
        || a.equals(b)
        || (PERCENT.contains(a) && PERCENT.contains(b));
  }
}
