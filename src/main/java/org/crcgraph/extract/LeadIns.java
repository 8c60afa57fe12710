package org.crcgraph.extract;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crcgraph.lexicon.Lexicon;
import org.crcgraph.model.Annotation.DocumentKind;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the lines that introduce a text by somebody else, "Here is what the Gazette has:-".
 */
final class LeadIns {
  /** A paragraph longer than this is prose, of which only the last sentence can lead in. */
  private static final int SHORT = 220;

  /** "…, she told the Gazette:" leads in a quotation, not a text. */
  private static final Pattern SPEECH =
      Pattern.compile(
          "\\b(?:said|says|saying|added|adds|asked|asks|told|explained|explains|warned|warns|insisted"
              + "|claimed|claims|argued|argues|replied|commented|continued|concluded|went on|stated"
              + "|tells|remarked|observed|countered|answered|responded)\\b[^:]{0,60}$");

  private static final Pattern SOCIAL =
      Pattern.compile(
          "\\b(?:twitter|tweet(?:s|ed)?|facebook|linkedin)\\b", Pattern.CASE_INSENSITIVE);

  /** "Jo Writer's twitter response": whose. */
  private static final Pattern OWNER_OF_ACCOUNT =
      Pattern.compile(
          "([A-Z][\\w'’-]+(?: [A-Z][\\w-]+){0,3})(?:['’]s)? (?:on |via )?[Tt]w(?:itter|eet)");

  /** "This about Fernhill:-": what the text is about, not whose it is. */
  private static final Pattern TOPIC_BEFORE =
      Pattern.compile(
          "\\b(?:about|on|against|regarding|re|concerning|over|at|for|to|in|with) (?:the )?$");

  /** "on the Fernhill website:-": there it is whose the text is. */
  private static final Pattern SITE_AFTER =
      Pattern.compile("^(?:['’]s)? (?:web ?site|site|web ?page|page|blog|forum|intranet)\\b");

  private final Publishers publishers;
  private final Set<String> openers;
  private final Map<String, DocumentKind> nouns = new HashMap<>();
  private final Pattern noun;

  /**
   * A line that introduces a text.
   *
   * @param words the sentence that introduces it
   * @param kind what it is said to be, or null
   * @param publisher whose it is said to be, or null
   */
  record LeadIn(TextRange words, @Nullable DocumentKind kind, @Nullable String publisher) {}

  LeadIns(Lexicon lexicon, Publishers publishers) {
    this.publishers = publishers;
    openers = lexicon.words("lead-in-openers");
    StringBuilder alternatives = new StringBuilder();
    WordTable.of(lexicon.words("document-nouns")).entrySet().stream()
        .sorted((a, b) -> b.getKey().length() - a.getKey().length())
        .forEach(
            entry -> {
              nouns.put(
                  entry.getKey(),
                  DocumentKind.valueOf(
                      entry.getValue().toUpperCase(Locale.ROOT).replace('-', '_')));
              alternatives.append(alternatives.isEmpty() ? "" : "|").append(entry.getKey());
            });
    noun = Pattern.compile("\\b(" + alternatives + ")\\b", Pattern.CASE_INSENSITIVE);
  }

  /**
   * The lead-in that a block is, or null.
   *
   * @param inside whether the block may belong to a text that was led in before, which makes a mere
   *     colon too little
   */
  @Nullable LeadIn of(Reading reading, TextRange block, boolean inside) {
    String text = reading.text();
    int end = block.to();
    char last = text.charAt(end - 1);
    boolean dash = (last == '-' || last == '–') && end - block.from() > 2;
    int colon = end - 1;
    if (dash) {
      colon--;
      while (colon > block.from() && text.charAt(colon) == ' ') {
        colon--;
      }
    }
    if (text.charAt(colon) != ':') {
      return null;
    }
    TextRange sentence = lastSentence(text, block);
    String words = text.substring(sentence.from(), colon);
    if (SPEECH.matcher(words).find() && !SOCIAL.matcher(words).find()) {
      return null;
    }
    DocumentKind kind = kind(words);
    String publisher = publisher(reading, sentence, words, kind, dash);
    boolean opens = openers.contains(firstWord(words));
    boolean leads =
        inside
            ? dash || (opens && (publisher != null || kind != null))
            : dash || publisher != null || (kind != null && opens);
    if (publisher == null && dash && sentence.from() > block.from()) {
      // "This is in the Gazette. Thanks to the reader who sent it:-"
      publisher = newspaper(reading, new TextRange(block.from(), sentence.from()));
    }
    return leads && (dash || block.length() <= SHORT || opens)
        ? new LeadIn(sentence, kind, publisher)
        : null;
  }

  /** The last newspaper that a paragraph names, or null. */
  private @Nullable String newspaper(Reading reading, TextRange range) {
    String found = null;
    for (Name name : reading.names(range)) {
      if (name.entity().kind() == EntityKind.PUBLICATION) {
        found = publishers.of(name.entity().name());
      }
    }
    return found;
  }

  /**
   * Whether a lead-in in a comment, where people write as they speak, leaves no doubt: it opens as
   * one, or names a newspaper or a social network.
   */
  boolean isPlain(Reading reading, LeadIn lead) {
    String words = reading.text(lead.words());
    return openers.contains(firstWord(words))
        || words.endsWith("-")
        || SOCIAL.matcher(words).find()
        || reading.names(lead.words()).stream()
            .anyMatch(
                n ->
                    n.entity().kind() == EntityKind.PUBLICATION
                        || !publishers.of(n.entity().name()).equals(n.entity().name()));
  }

  /** The lead-in that opens a post without a colon, "Here we have another report …", or null. */
  @Nullable LeadIn opening(Reading reading, TextRange block) {
    int end = Math.min(block.to(), block.from() + 160);
    String start = reading.text(new TextRange(block.from(), end));
    String first = firstWord(start);
    boolean presents =
        (first.equals("here") || first.equals("here's") || first.equals("here’s"))
            || start.startsWith("Now we have")
            || start.startsWith("This from")
            || start.startsWith("This is from")
            || start.startsWith("Below is")
            || start.startsWith("The following");
    DocumentKind kind = presents ? kind(start) : null;
    return kind != null
        ? new LeadIn(block, kind, publisher(reading, block, start, kind, false))
        : null;
  }

  /** The kind of text that the last document noun of the words names, or null. */
  @Nullable DocumentKind kind(String words) {
    DocumentKind found = null;
    Matcher m = noun.matcher(words);
    while (m.find()) {
      DocumentKind here = nouns.get(m.group(1).toLowerCase(Locale.ROOT));
      boolean site = m.group(1).toLowerCase(Locale.ROOT).endsWith("site");
      // "the statement on their website": the site says least.
      if (found == null || !site) {
        found = here;
      }
    }
    return found;
  }

  /** Whether words speak of the site whose posts are short. */
  static boolean isTwitter(String words) {
    String lower = words.toLowerCase(Locale.ROOT);
    return lower.contains("twitter") || lower.contains("tweet");
  }

  /** Whether the words speak of a social network. */
  static boolean isSocial(String words) {
    return SOCIAL.matcher(words).find();
  }

  /** Whose post on a social network the words introduce, or the network, or null. */
  @Nullable String socialPublisher(Reading reading, TextRange range) {
    String words = reading.text(range);
    Matcher social = SOCIAL.matcher(words);
    if (!social.find()) {
      return null;
    }
    for (Name name : reading.names(range)) {
      EntityKind kind = name.entity().kind();
      if (kind == EntityKind.PERSON || kind == EntityKind.UNION || kind.isOrganisation()) {
        if (!SOCIAL.matcher(name.entity().name()).find()) {
          return name.entity().name();
        }
      }
    }
    Matcher owner = OWNER_OF_ACCOUNT.matcher(words);
    if (owner.find() && !openers.contains(owner.group(1).toLowerCase(Locale.ROOT))) {
      return owner.group(1).replaceAll("['’]s$", "");
    }
    String network = social.group().toLowerCase(Locale.ROOT);
    return network.startsWith("tw") ? "Twitter" : network.startsWith("f") ? "Facebook" : "LinkedIn";
  }

  /**
   * Whose the text is that the words introduce, or null.
   *
   * @param certain whether the words surely introduce a text, whatever it is
   */
  private @Nullable String publisher(
      Reading reading,
      TextRange sentence,
      String words,
      @Nullable DocumentKind kind,
      boolean certain) {
    if (SOCIAL.matcher(words).find()) {
      return socialPublisher(reading, sentence);
    }
    String organisation = null;
    String person = null;
    for (Name name : reading.names(sentence)) {
      if (openers.contains(reading.text(name.range()).toLowerCase(Locale.ROOT))) {
        // "Today sees …": a programme's name, but here only a word.
        continue;
      }
      EntityKind of = name.entity().kind();
      String as = publishers.of(name.entity().name());
      if (of == EntityKind.PUBLICATION || !as.equals(name.entity().name())) {
        return as;
      }
      if (isTopic(reading.text(), sentence.from(), name.range())) {
        continue;
      }
      if (organisation == null && of.isOrganisation() && !Publishers.isClass(name)) {
        organisation = name.entity().name();
      }
      if (person == null && of == EntityKind.PERSON) {
        person = name.entity().name();
      }
    }
    String byForm = publishers.byForm(words).orElse(null);
    if (byForm != null) {
      return byForm;
    }
    if (kind == null && !certain) {
      return null;
    }
    String byPost = publishers.byPost(words).orElse(null);
    if (byPost != null) {
      return byPost;
    }
    return organisation != null || kind == DocumentKind.PRESS_RELEASE || kind == DocumentKind.REPORT
        ? organisation
        : person;
  }

  private static boolean isTopic(String text, int from, TextRange name) {
    String after = text.substring(name.to(), Math.min(text.length(), name.to() + 16));
    return TOPIC_BEFORE.matcher(text.substring(from, name.from())).find()
        && !SITE_AFTER.matcher(after).find();
  }

  private static TextRange lastSentence(String text, TextRange block) {
    for (int i = block.to() - 3; i > block.from(); i--) {
      char c = text.charAt(i);
      if ((c == '.' || c == '!' || c == '?')
          && Character.isWhitespace(text.charAt(i + 1))
          && Character.isUpperCase(text.charAt(i + 2))) {
        return new TextRange(i + 2, block.to());
      }
    }
    return block;
  }

  static String firstWord(String words) {
    int end = 0;
    while (end < words.length()
        && (Character.isLetter(words.charAt(end))
            || words.charAt(end) == '\''
            || words.charAt(end) == '’')) {
      end++;
    }
    return words.substring(0, end).toLowerCase(Locale.ROOT);
  }
}
