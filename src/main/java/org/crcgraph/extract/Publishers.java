package org.crcgraph.extract;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.crcgraph.lexicon.Lexicon;
import org.crcgraph.model.Entity;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/** Who first published a text: by the words that introduce it, its signature, or its address. */
final class Publishers {
  private static final List<String> SECOND_LEVEL = List.of("co", "org", "gov", "ac", "com", "ltd");

  private final Map<String, String> bySite = new HashMap<>();
  private final Map<String, String> arms;
  private final Map<String, String> posts;
  private final Set<String> newspaperHeads;

  Publishers(Lexicon lexicon) {
    for (Entity entity : lexicon.entities()) {
      if (entity.kind() == EntityKind.PUBLICATION
          || entity.kind() == EntityKind.UNION
          || entity.kind() == EntityKind.PUBLIC_BODY) {
        bySite.putIfAbsent(squeeze(entity.name()), entity.name());
        for (String alias : entity.aliases()) {
          bySite.putIfAbsent(alias.indexOf('.') > 0 ? alias : squeeze(alias), entity.name());
        }
      }
    }
    arms = WordTable.of(lexicon.words("publishing-arms"));
    posts = WordTable.of(lexicon.words("publishing-posts"));
    newspaperHeads = lexicon.words("newspaper-heads");
  }

  private static String squeeze(String name) {
    StringBuilder letters = new StringBuilder();
    for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
      if (Character.isLetterOrDigit(c)) {
        letters.append(c);
      }
    }
    return letters.toString();
  }

  /** The name under which an organisation publishes. */
  String of(String organisation) {
    return arms.getOrDefault(organisation, organisation);
  }

  /** The body for which the holder of a post named in the text speaks. */
  Optional<String> byPost(String text) {
    String words = text.toLowerCase(Locale.ROOT);
    String found = null;
    int at = Integer.MAX_VALUE;
    for (Map.Entry<String, String> post : posts.entrySet()) {
      int here = words.indexOf(post.getKey());
      if (here >= 0 && here < at) {
        at = here;
        found = post.getValue();
      }
    }
    return Optional.ofNullable(found);
  }

  /** The publisher whose site an address is on; the bare host where it is not known. */
  Optional<String> bySite(String address) {
    String host = host(address);
    if (host == null) {
      return Optional.empty();
    }
    String known = bySite.get(host);
    if (known != null) {
      return Optional.of(known);
    }
    String[] labels = host.split("\\.");
    int main = labels.length - 2;
    if (main > 0 && SECOND_LEVEL.contains(labels[main])) {
      main--;
    }
    if (main < 0) {
      return Optional.empty();
    }
    String squeezed = squeeze(labels[main]);
    String byLabel = bySite.getOrDefault(squeezed, bySite.get("the" + squeezed));
    String upper = labels[main].toUpperCase(Locale.ROOT);
    return Optional.of(byLabel != null ? byLabel : arms.getOrDefault(upper, host));
  }

  /** The host of an address without "www." or "m.", or null. */
  static @Nullable String host(String address) {
    int scheme = address.indexOf("://");
    if (scheme < 0) {
      return null;
    }
    int from = scheme + 3;
    int to = from;
    while (to < address.length() && "/?#: \n\r\t".indexOf(address.charAt(to)) < 0) {
      to++;
    }
    String host = address.substring(from, to).toLowerCase(Locale.ROOT);
    for (String prefix : List.of("www.", "m.", "en.", "amp.", "mobile.")) {
      if (host.startsWith(prefix)) {
        host = host.substring(prefix.length());
      }
    }
    return host.indexOf('.') < 0 ? null : host;
  }

  /**
   * The name of a newspaper that no lexicon knows, by its form: capitalised words of which the last
   * is one that newspapers are called by.
   */
  Optional<String> byForm(String text) {
    String[] words = BLANKS.split(text);
    for (int start = 0; start < words.length; start++) {
      int end = start;
      int head = -1;
      while (end < words.length && isCapital(words[end]) && isCapital(bare(words[end]))) {
        if (end > start && newspaperHeads.contains(bare(words[end]))) {
          head = end;
        }
        end++;
      }
      if (head >= 0) {
        String found =
            String.join(" ", Arrays.asList(words).subList(start, head)) + " " + bare(words[head]);
        return Optional.of(found.startsWith("The ") ? found.substring(4) : found);
      }
      start = Math.max(start, end - 1);
    }
    return Optional.empty();
  }

  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0]+");
  private static final Pattern MARKS_AFTER = Pattern.compile("[^\\p{L}\\p{N}&'’-]+$");

  private static String bare(String word) {
    return MARKS_AFTER.matcher(word).replaceAll("");
  }

  private static boolean isCapital(String word) {
    return !word.isEmpty() && Character.isUpperCase(word.charAt(0));
  }

  /** The best of the linked names in a range: a publication before any other organisation. */
  Optional<String> byName(Reading reading, TextRange range) {
    String organisation = null;
    for (Name name : reading.names(range)) {
      EntityKind kind = name.entity().kind();
      String as = of(name.entity().name());
      if (kind == EntityKind.PUBLICATION || !as.equals(name.entity().name())) {
        return Optional.of(as);
      }
      if (organisation == null && kind.isOrganisation() && !isClass(name)) {
        organisation = name.entity().name();
      }
    }
    return Optional.ofNullable(organisation);
  }

  /** "CRCs" names no publisher. */
  static boolean isClass(Name name) {
    return name.entity().name().equals("Community Rehabilitation Companies");
  }
}
