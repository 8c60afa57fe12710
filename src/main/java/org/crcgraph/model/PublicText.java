package org.crcgraph.model;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The text of a document as the graph and its pages may show it: where it names a person who may
 * not be published ({@link PublicPeople}), the name is withheld. An offender or victim is named in
 * what officials and newspapers say; that is no reason to name them again.
 */
public final class PublicText {
  /** What stands in place of a name. */
  public static final String WITHHELD = "[name withheld]";

  private final SourceText text;
  private final List<Span> withheld;
  private final @Nullable Pattern names;

  private PublicText(SourceText text, List<Span> withheld) {
    this.text = text;
    this.withheld = withheld;
    this.names =
        withheld.isEmpty()
            ? null
            : Pattern.compile(
                withheld.stream()
                    .map(text::string)
                    .distinct()
                    .sorted((a, b) -> b.length() - a.length())
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}])(?:", ")(?![\\p{L}])")));
  }

  /** The text of a document with these records. */
  public static PublicText of(SourceText text, Collection<Annotation> records) {
    PublicPeople people = PublicPeople.of(records);
    TreeSet<Span> withheld = new TreeSet<>();
    int end = 0;
    for (Span span :
        records.stream()
            .filter(Annotation.Mention.class::isInstance)
            .map(Annotation.Mention.class::cast)
            .filter(mention -> !people.includes(mention.entity()))
            .map(mention -> mention.evidence().span())
            .filter(span -> span.length() > 0)
            .sorted()
            .toList()) {
      if (span.start() >= end) {
        withheld.add(span);
        end = span.end();
      }
    }
    return new PublicText(text, List.copyOf(withheld));
  }

  /** The names that are withheld, in the order of the text, without overlaps. */
  public List<Span> withheld() {
    return withheld;
  }

  /** Whether no name, nor a part of one, is withheld in a span. */
  public boolean isWhole(Span span) {
    return withheld.stream().noneMatch(span::overlaps);
  }

  /**
   * The words of a span, names withheld; of a name that only partly lies in it, nothing is kept.
   */
  public String words(Span span) {
    if (isWhole(span)) {
      return text.string(span);
    }
    StringBuilder words = new StringBuilder();
    int at = span.start();
    for (Span name : withheld) {
      if (name.overlaps(span)) {
        words.append(text.string(new Span(at, Math.max(at, name.start())))).append(WITHHELD);
        at = Math.min(name.end(), span.end());
      }
    }
    return words.append(text.string(new Span(at, span.end()))).toString();
  }

  /** What a record took over from the text, such as a title, with the names withheld in it too. */
  public String titled(String words) {
    if (names == null) {
      return words;
    }
    Matcher matcher = names.matcher(words);
    return matcher.replaceAll(Matcher.quoteReplacement(WITHHELD));
  }

  /** The longest end of a span that holds no withheld name. */
  public Span afterNames(Span span) {
    int start =
        withheld.stream()
            .filter(span::overlaps)
            .mapToInt(name -> Math.min(name.end(), span.end()))
            .max()
            .orElse(span.start());
    return new Span(start, span.end());
  }

  /** The longest beginning of a span that holds no withheld name. */
  public Span beforeNames(Span span) {
    Optional<Span> first = withheld.stream().filter(span::overlaps).findFirst();
    return first.isEmpty()
        ? span
        : new Span(span.start(), Math.max(span.start(), first.get().start()));
  }
}
