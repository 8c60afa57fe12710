package org.crcgraph.extract;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.Annotation.DocumentKind;
import org.crcgraph.model.Document;
import org.crcgraph.model.Document.Block;
import org.crcgraph.model.Document.BlockKind;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.PartialDate;
import org.crcgraph.model.PrintedDate;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/** One document while its reproduced parts are being found. */
final class SectionReading {
  /** A comment shorter than this is no article. */
  private static final int ARTICLE = 400;

  /** An article goes on in the next comment only where that is long too. */
  private static final int REST_OF_ARTICLE = 600;

  private static final int LINE = 150;

  /** A tweet has no more characters than this. */
  private static final int TWEET = 300;

  private static final String SIGNED_PART = "section.signed";

  private static final Pattern OWN_HEADING =
      Pattern.compile(
          "(?:editor['’]?s? note|note|update|postscript|p\\.?s\\.?|comment|my view|blog)\\b.{0,20}",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern HONORIFIC =
      Pattern.compile(
          "(?:(?:Dame|Sir|Lord|Lady|Baroness|Dr|Prof|Professor|Mr|Mrs|Ms|Rt Hon)\\.? )"
              + "[A-Z][\\w'’-]+(?: [A-Z][\\w'’-]+){0,3}(?: (?:OBE|CBE|MBE|QC|MP|KC))?");

  private static final Pattern POST_WORD =
      Pattern.compile(
          "\\b(?:secretary|chief|inspector|director|officer|chair|chairman|minister|manager|leader"
              + "|president|organiser|head|editor|commissioner|ombudsman|executive|convenor)\\b",
          Pattern.CASE_INSENSITIVE);

  /** "told the Gazette", "the Gazette understands": the article speaks of its own paper. */
  private static final Pattern SELF_BEFORE =
      Pattern.compile("\\b(?:told|tells|speaking to|interview with) (?:the )?$");

  private static final Pattern SELF_AFTER =
      Pattern.compile("^ (?:understands|has learn(?:ed|t)|can reveal|has been told|has seen)\\b");

  private static final Pattern WEEKDAY_DATE =
      Pattern.compile(
          "\\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:the )?(\\d{1,2})(?:st|nd|rd|th)? "
              + "(?:of )?([A-Z][a-z]{2,8})\\b");

  private static final Pattern YEAR = Pattern.compile("\\b20[0-3]\\d\\b");

  private final Reading reading;
  private final Document.Layout layout;
  private final String text;
  private final Publishers publishers;
  private final LeadIns leadIns;
  private final Set<String> reportHeadings;
  private final List<Draft> drafts = new ArrayList<>();

  /** First long paragraph of a section to its index, to know a second copy by. */
  private final Map<String, Integer> openings = new HashMap<>();

  /** Where "today (" stands in the text, without its first letter; found when first asked for. */
  private @Nullable Occurrences todays;

  /** The latest year that the text speaks of; 0 until asked for. */
  private int latestYear;

  /** For each block one more than its words for the first person, or 0 where nobody asked. */
  private final int[] firstPersons;

  /** What the writer said of a source before reproducing it without a word: "The X published". */
  private LeadIns.@Nullable LeadIn pending;

  /** A section as found, before it becomes a record. */
  private record Draft(
      int first,
      int last,
      DocumentKind kind,
      @Nullable String publisher,
      @Nullable PartialDate date,
      @Nullable String title,
      String rule) {}

  SectionReading(
      Reading reading, Publishers publishers, LeadIns leadIns, Set<String> reportHeadings) {
    this.reading = reading;
    this.layout = reading.document().layout();
    firstPersons = new int[layout.blocks().size()];
    this.text = reading.text();
    this.publishers = publishers;
    this.leadIns = leadIns;
    this.reportHeadings = reportHeadings;
  }

  /** The sections as records, in order. */
  List<Annotation.Section> records() {
    return drafts.stream()
        .sorted(Comparator.comparingInt(Draft::first))
        .map(
            draft ->
                new Annotation.Section(
                    reading.evidence(
                        new TextRange(
                            block(draft.first()).range().from(), block(draft.last()).range().to()),
                        draft.rule()),
                    draft.kind(),
                    draft.publisher(),
                    draft.date(),
                    draft.title()))
        .toList();
  }

  private Block block(int index) {
    return layout.blocks().get(index);
  }

  private String words(int index) {
    return text.substring(block(index).range().from(), block(index).range().to());
  }

  // ---- The post

  /** Finds what the post reproduces. */
  void readPost() {
    int end = 0;
    while (end < layout.blocks().size() && block(end).comment() < 0) {
      end++;
    }
    if (layout.kind() != DocumentKind.BLOG_POST && layout.comments().isEmpty()) {
      // The document is a press release, report or article itself: only a signed part stands out.
      readSignedParts(end);
      return;
    }
    int start = 0;
    for (int i = 0; i <= end; i++) {
      if (i == end || block(i).kind() == BlockKind.SEPARATOR) {
        if (i > start) {
          readPart(start, i, start == 0);
        }
        start = i + 1;
      }
    }
  }

  /** Reads the blocks between two separators. */
  private void readPart(int from, int to, boolean opening) {
    boolean frame = layout.date() != null;
    int start = from;
    if (opening && frame && block(from).kind() == BlockKind.TITLE) {
      start++;
    }
    Open open = null;
    if (start < to
        && opening
        && !frame
        && block(start).kind() == BlockKind.TITLE
        && !introduces(start, to)) {
      open = new Open(start, null, "section.title");
    } else if (start < to && !opening && leadIns.of(reading, block(start).range(), false) == null) {
      open = unannounced(start, to);
    } else if (start < to && opening && leadIns.of(reading, block(start).range(), false) == null) {
      LeadIns.LeadIn lead = leadIns.opening(reading, block(start).range());
      if (lead != null && start + 1 < to) {
        open = new Open(start + 1, lead, "section.opening");
        start++;
      }
    }
    for (int i = open != null ? open.first : start; i < to; i++) {
      LeadIns.LeadIn lead = leadIns.of(reading, block(i).range(), open != null);
      if (lead != null && (open == null || i > open.first)) {
        close(open, i - 1);
        open = i + 1 < to ? new Open(i + 1, lead, "section.lead-in") : null;
        continue;
      }
      if (open == null) {
        noteSource(i);
        if (pending != null && isHeadline(i, to) && !isOwn(i + 1)) {
          open = new Open(i, pending, "section.pending");
          pending = null;
        }
        continue;
      }
      Integer copied = hasProse(open.first, i) ? openings.get(words(i)) : null;
      if (copied != null && isOtherSource(drafts.get(copied), open)) {
        Draft original = drafts.get(copied);
        close(open, i - 1);
        open =
            new Open(
                i,
                new LeadIns.LeadIn(block(i).range(), original.kind(), original.publisher()),
                "section.copy");
        continue;
      }
      int quoteEnd = i == open.first && open.lead != null ? quoteEnd(i, to) : -1;
      if (quoteEnd >= 0 && quoteEnd + 1 < to) {
        close(open, quoteEnd);
        open = null;
        i = quoteEnd;
        continue;
      }
      if (i == open.first && isTweet(open, i, to)) {
        close(open, i);
        open = null;
        continue;
      }
      int signed = i > open.first ? signatureEnd(i, to) : -1;
      if (signed >= 0) {
        Open closed = open;
        int found = drafts.size();
        close(open, signed);
        open = null;
        i = signed;
        if (drafts.size() > found && i + 1 < to && isHeadline(i + 1, to)) {
          Draft before = drafts.get(drafts.size() - 1);
          open =
              new Open(
                  i + 1,
                  new LeadIns.LeadIn(
                      block(closed.first).range(), before.kind(), before.publisher()),
                  "section.next");
        }
      }
    }
    close(open, to - 1);
  }

  /** "Ada Marsh on Twitter:-": one short paragraph, after which the writer goes on. */
  private boolean isTweet(Open open, int i, int to) {
    return open.lead != null
        && open.lead.kind() == DocumentKind.SOCIAL_MEDIA_POST
        && i + 1 < to
        && block(i).range().length() <= TWEET
        && LeadIns.isTwitter(text.substring(open.lead.words().from(), open.lead.words().to()));
  }

  /** Whether a part leads in something: then what stands above that is the writer's own. */
  private boolean introduces(int from, int to) {
    for (int i = from; i < to; i++) {
      if (leadIns.of(reading, block(i).range(), true) != null) {
        return true;
      }
    }
    return false;
  }

  /** Whether a paragraph stands in a stretch of blocks, not headlines alone. */
  private boolean hasProse(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isShortLine(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isOtherSource(Draft original, Open open) {
    boolean samePublisher =
        open.lead != null
            && open.lead.publisher() != null
            && open.lead.publisher().equals(original.publisher());
    return original.first() < open.first
        && !samePublisher
        && !words(original.first()).equals(words(open.first));
  }

  /** A part that opens without a lead-in is reproduced where its form says so. */
  private @Nullable Open unannounced(int from, int to) {
    String first = words(from);
    if (OWN_HEADING.matcher(first).matches()) {
      return null;
    }
    boolean signed = signatureIn(from, to) >= 0;
    boolean letter = first.startsWith("Dear ") || first.startsWith("'Dear ");
    boolean report = isReportHeading(first);
    boolean headline = isHeadline(from, to) && !isOwn(from + 1);
    boolean named =
        headline && (selfNamed(from, to) != null || publishers.byPost(first).isPresent());
    if (signed || letter || report || named) {
      return new Open(from, null, report ? "section.report-heading" : "section.form");
    }
    if (headline && pending != null) {
      LeadIns.LeadIn lead = pending;
      pending = null;
      return new Open(from, lead, "section.pending");
    }
    return null;
  }

  /** In a document that is itself reproduced by nobody, a signed foreword or letter is a part. */
  private void readSignedParts(int end) {
    for (int i = 0; i < end; i++) {
      if (block(i).kind() == BlockKind.HEADING && isReportHeading(words(i))) {
        int limit = i + 1;
        while (limit < end && limit < i + 40) {
          int signed = signatureEnd(limit, end);
          if (signed >= 0) {
            close(new Open(i, null, SIGNED_PART), signed);
            i = signed;
            break;
          }
          if (block(limit).kind() == BlockKind.HEADING && isReportHeading(words(limit))) {
            break;
          }
          limit++;
        }
      }
    }
  }

  /** "Yesterday the Gazette published …": remembers the source for what follows. */
  private void noteSource(int i) {
    String words = words(i);
    int publish = words.indexOf(" publish");
    if (publish < 0 && !words.contains(" reports") && !words.contains(" carried")) {
      return;
    }
    for (Name name : reading.names(block(i).range())) {
      if (name.entity().kind() == EntityKind.PUBLICATION) {
        pending =
            new LeadIns.LeadIn(
                block(i).range(), DocumentKind.NEWS_ARTICLE, publishers.of(name.entity().name()));
        return;
      }
    }
  }

  private boolean isReportHeading(String words) {
    if (words.length() > LINE) {
      return false;
    }
    String lower = words.toLowerCase(Locale.ROOT);
    if (reportHeadings.contains(lower)) {
      return true;
    }
    for (String heading : reportHeadings) {
      if (heading.endsWith(" from") || heading.endsWith(" by") || heading.endsWith(" of")) {
        if (lower.startsWith(heading + " ")) {
          return true;
        }
      }
    }
    return false;
  }

  /** A short line with a longer paragraph under it, at most one other short line between. */
  private boolean isHeadline(int i, int to) {
    if (i + 1 >= to || !isShortLine(i)) {
      return false;
    }
    int length = block(i).range().length();
    return block(i + 1).range().length() > length
        || (i + 2 < to && isShortLine(i + 1) && block(i + 2).range().length() > length);
  }

  private boolean isShortLine(int i) {
    TextRange range = block(i).range();
    return range.length() <= LINE
        && !startsQuoted(i)
        && block(i).kind() != BlockKind.SEPARATOR
        && ".:;,".indexOf(text.charAt(range.to() - 1)) < 0
        && Character.isUpperCase(text.charAt(range.from()))
        && !text.startsWith("Dear ", range.from());
  }

  private boolean startsQuoted(int i) {
    char c = text.charAt(block(i).range().from());
    return c == '"' || c == '“';
  }

  /** Whether a paragraph speaks in the first person outside quotation marks. */
  private boolean isOwn(int i) {
    return i < layout.blocks().size() && firstPersonsIn(i) > 0;
  }

  /** How often a paragraph says "I", "we" and the like; asked again and again. */
  private int firstPersonsIn(int i) {
    if (firstPersons[i] == 0) {
      firstPersons[i] = firstPersons(words(i)) + 1;
    }
    return firstPersons[i] - 1;
  }

  /** The length of the word for the first person that stands here ("I", "my", "we"), or 0. */
  private static int firstPersonAt(CharSequence words, int i) {
    int length =
        switch (words.charAt(i)) {
          case 'I' -> 1;
          case 'M', 'm' -> follows(words, i + 1, 'y') || follows(words, i + 1, 'e') ? 2 : 0;
          case 'W', 'w' -> follows(words, i + 1, 'e') ? 2 : 0;
          case 'U', 'u' -> follows(words, i + 1, 's') ? 2 : 0;
          case 'O', 'o' -> follows(words, i + 1, 'u') && follows(words, i + 2, 'r') ? 3 : 0;
          default -> 0;
        };
    return length > 0
            && (i == 0 || !isOfWord(words.charAt(i - 1)))
            && (i + length == words.length() || !isOfWord(words.charAt(i + length)))
        ? length
        : 0;
  }

  private static boolean follows(CharSequence words, int i, char c) {
    return i < words.length() && words.charAt(i) == c;
  }

  private static boolean isOfWord(char c) {
    return (c >= 'a' && c <= 'z') || c == '_' || Character.isLetterOrDigit(c);
  }

  private static int firstPersons(String words) {
    boolean quotes = words.indexOf('"') >= 0 || words.indexOf('“') >= 0 || words.indexOf('”') >= 0;
    CharSequence outside = quotes ? outsideQuotations(words) : words;
    int count = 0;
    for (int i = 0; i < outside.length(); i++) {
      int length = firstPersonAt(outside, i);
      if (length > 0) {
        count++;
        i += length - 1;
      }
    }
    return count;
  }

  private static CharSequence outsideQuotations(String words) {
    StringBuilder outside = new StringBuilder(words.length());
    boolean quoted = false;
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (c == '“' || (c == '"' && !quoted)) {
        quoted = true;
      } else if (c == '”' || c == '"') {
        quoted = false;
      } else if (!quoted) {
        outside.append(c);
      }
    }
    return outside;
  }

  /** Last block of a text that stands in quotation marks from its first character, or -1. */
  private int quoteEnd(int from, int to) {
    char open = text.charAt(block(from).range().from());
    if (open != '"' && open != '“') {
      return -1;
    }
    for (int i = from; i < to; i++) {
      String words = words(i);
      int close = Math.max(words.lastIndexOf('”'), words.lastIndexOf('"'));
      if (i == from && close == 0) {
        close = -1;
      }
      if (close < 0) {
        continue;
      }
      String rest = words.substring(close + 1).strip();
      boolean attributed = rest.length() <= 60 && (rest.isEmpty() || isAttribution(rest));
      if (!attributed) {
        return -1;
      }
      if (i + 1 < to && startsQuoted(i + 1)) {
        continue;
      }
      return i;
    }
    return -1;
  }

  private boolean isAttribution(String rest) {
    return LeadIns.isSocial(rest)
        || rest.length() < 4
        || Character.isUpperCase(rest.charAt(0))
        || rest.charAt(0) == '-'
        || rest.charAt(0) == '–'
        || rest.charAt(0) == '(';
  }

  private int signatureIn(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      int end = signatureEnd(i, to);
      if (end >= 0) {
        return end;
      }
    }
    return -1;
  }

  /** Last line of the signature that begins at a block, or -1: name, post, body, date. */
  private int signatureEnd(int i, int to) {
    if (block(i).range().length() > 60 || block(i - 1).range().length() < 80) {
      return -1;
    }
    String line = words(i);
    if (!Character.isLetterOrDigit(line.charAt(line.length() - 1))) {
      return -1;
    }
    boolean person = false;
    for (Name name : reading.names(block(i).range())) {
      person |=
          name.entity().kind() == EntityKind.PERSON
              && name.range().length() >= line.length() - 12
              && line.indexOf(' ') > 0;
    }
    person |= HONORIFIC.matcher(line).matches();
    boolean unknown = !person && line.matches("[A-Z][a-z'’-]+(?: [A-Z][a-z'’-]+){1,2}");
    int last = i;
    while (last + 1 < to && last < i + 4 && isSignatureLine(last + 1)) {
      last++;
    }
    boolean post = last > i && POST_WORD.matcher(words(i + 1)).find();
    return person || (unknown && post) ? last : -1;
  }

  private boolean isSignatureLine(int i) {
    TextRange range = block(i).range();
    if (range.length() > 90 || block(i).kind() == BlockKind.SEPARATOR) {
      return false;
    }
    String line = words(i);
    char end = line.charAt(line.length() - 1);
    if (".:?!".indexOf(end) >= 0 || !Character.isUpperCase(line.charAt(0))) {
      return !PrintedDate.all(text, range).isEmpty() && range.length() < 40;
    }
    boolean organisation =
        reading.names(range).stream()
            .anyMatch(
                n -> n.entity().kind().isOrganisation() && n.range().length() * 2 > range.length());
    return POST_WORD.matcher(line).find()
        || organisation
        || (!PrintedDate.all(text, range).isEmpty() && range.length() < 40);
  }

  // ---- Comments

  /** Finds what readers paste into their comments. */
  void readComments() {
    int[] first = new int[layout.comments().size()];
    int[] last = new int[first.length];
    Arrays.fill(first, -1);
    for (int i = 0; i < layout.blocks().size(); i++) {
      int comment = block(i).comment();
      if (comment >= 0) {
        first[comment] = first[comment] < 0 ? i : first[comment];
        last[comment] = i;
      }
    }
    int comment = 0;
    while (comment < first.length) {
      comment = first[comment] < 0 ? comment + 1 : readComment(comment, first, last);
    }
  }

  /** Reads a comment, and those over which an article in it runs on; gives the next comment. */
  private int readComment(int comment, int[] first, int[] last) {
    int from = first[comment];
    int to = last[comment] + 1;
    for (int i = from; i < to; i++) {
      LeadIns.LeadIn lead = i + 1 < to ? leadIns.of(reading, block(i).range(), false) : null;
      if (lead != null && lead.publisher() != null && leadIns.isPlain(reading, lead)) {
        int quoteEnd = quoteEnd(i + 1, to);
        int end = quoteEnd >= 0 ? quoteEnd : withoutSignOff(comment, to - 1);
        if (end > i && (quoteEnd >= 0 || length(i + 1, end) > 80)) {
          close(new Open(i + 1, lead, "section.comment.lead-in"), end);
          return comment + 1;
        }
      }
    }
    if (isDateline(from) && to - from > 1) {
      int end = articleEnd(comment, first, last);
      Open open =
          new Open(
              from,
              new LeadIns.LeadIn(
                  block(from).range(),
                  null,
                  publishers.byName(reading, block(from).range()).orElse(null)),
              "section.comment.dateline");
      close(open, last[end]);
      return end + 1;
    }
    int address = addressIn(from, to);
    if (address > from && isHeadline(from, to) && thirdPerson(from, address - 1)) {
      close(withAddress(from, address, "section.comment.headline"), address - 1);
      return comment + 1;
    }
    if (address >= 0 && address + 1 < to && isArticle(address + 1, to - 1)) {
      close(withAddress(address + 1, address, "section.comment.address"), to - 1);
      return comment + 1;
    }
    if (address == to - 1 && comment + 1 < first.length && sameThread(comment, comment + 1)) {
      int next = comment + 1;
      int nextFrom = first[next];
      if (nextFrom >= 0 && isArticle(nextFrom, last[next])) {
        int end = articleEnd(next, first, last);
        close(withAddress(nextFrom, address, "section.comment.address-before"), last[end]);
        return end + 1;
      }
    }
    if (length(from, to - 1) >= ARTICLE && to - from > 1) {
      int titled = isHeadline(from, to) ? addressFor(comment, first, last) : -1;
      if (titled >= 0) {
        close(withAddress(from, titled, "section.comment.titled"), to - 1);
        return comment + 1;
      }
      String self = thirdPerson(from, to - 1) ? selfNamed(from, to) : null;
      if (self != null) {
        close(
            new Open(
                from,
                new LeadIns.LeadIn(block(from).range(), DocumentKind.NEWS_ARTICLE, self),
                "section.comment.self"),
            withoutSignOff(comment, to - 1));
      }
    }
    return comment + 1;
  }

  private Open withAddress(int from, int address, String rule) {
    String site = publishers.bySite(addressOf(address)).orElse(null);
    return new Open(
        from,
        new LeadIns.LeadIn(block(address).range(), kindOfSite(addressOf(address), site), site),
        rule);
  }

  private static DocumentKind kindOfSite(String address, @Nullable String publisher) {
    boolean blog =
        address.contains("/blog") || address.contains("blogspot") || address.contains("wordpress");
    return blog || publisher == null ? DocumentKind.BLOG_POST : DocumentKind.NEWS_ARTICLE;
  }

  private int withoutSignOff(int comment, int last) {
    String author = layout.comments().get(comment).author();
    return author != null && last > 0 && words(last).strip().equals(author) ? last - 1 : last;
  }

  private boolean sameThread(int comment, int next) {
    int parent = layout.comments().get(next).parent();
    return parent >= 0 && (parent == comment || parent == layout.comments().get(comment).parent());
  }

  /** The comment in which an article ends that begins in this one. */
  private int articleEnd(int comment, int[] first, int[] last) {
    int end = comment;
    while (end + 1 < first.length
        && sameThread(comment, end + 1)
        && first[end + 1] >= 0
        && length(first[end + 1], last[end + 1]) >= REST_OF_ARTICLE
        && last[end + 1] > first[end + 1]
        && mostlyThirdPerson(first[end + 1], last[end + 1])) {
      end++;
    }
    return end;
  }

  private int length(int from, int last) {
    return block(last).range().to() - block(from).range().from();
  }

  /** Long prose that speaks of others. */
  private boolean isArticle(int from, int last) {
    return last > from && length(from, last) >= ARTICLE && thirdPerson(from, last);
  }

  private boolean thirdPerson(int from, int last) {
    for (int i = from; i <= last; i++) {
      if (!startsQuoted(i) && isOwn(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean mostlyThirdPerson(int from, int last) {
    int persons = 0;
    for (int i = from; i <= last; i++) {
      persons += firstPersonsIn(i);
    }
    return persons * 400 <= length(from, last);
  }

  /** "1 Feb 2018 - LRB - Jo Writer": a short line with a date and a publication. */
  private boolean isDateline(int i) {
    TextRange range = block(i).range();
    return range.length() <= 100
        && PrintedDate.first(text, range).filter(d -> d.date().day() > 0).isPresent()
        && reading.names(range).stream().anyMatch(n -> n.entity().kind() == EntityKind.PUBLICATION);
  }

  /** The first block that is or ends with a web address, or -1. */
  private int addressIn(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!addressOf(i).isEmpty()) {
        return i;
      }
    }
    return -1;
  }

  private String addressOf(int i) {
    TextRange range = block(i).range();
    int from = range.to() - 1;
    while (from >= range.from() && !text.startsWith("http", from)) {
      if (Character.isWhitespace(text.charAt(from))) {
        return "";
      }
      from--;
    }
    if (from < range.from()) {
      return "";
    }
    // An address that ends a sentence of the reader's own is no heading of an article.
    return from - range.from() > 60 ? "" : text.substring(from, range.to());
  }

  /** An address in the comments just before whose path repeats the words of the headline. */
  private int addressFor(int comment, int[] first, int[] last) {
    Set<String> title = Set.of(tokens(words(first[comment])));
    for (int before = comment; before >= Math.max(0, comment - 3); before--) {
      for (int i = first[before]; first[before] >= 0 && i <= last[before]; i++) {
        String address = addressOf(i);
        if (address.isEmpty()) {
          continue;
        }
        Set<String> path = Set.of(tokens(address));
        long shared = title.stream().filter(path::contains).count();
        if (shared >= 3 && shared * 10 >= title.size() * 6L) {
          return i;
        }
      }
    }
    return -1;
  }

  private static String[] tokens(String words) {
    return Arrays.stream(words.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"))
        .filter(w -> w.length() > 2 && !w.equals("and") && !w.equals("the"))
        .distinct()
        .toArray(String[]::new);
  }

  /** The publication that an article names as itself, or null. */
  private @Nullable String selfNamed(int from, int to) {
    TextRange range = new TextRange(block(from).range().from(), block(to - 1).range().to());
    for (Name name : reading.names(range)) {
      if (name.entity().kind() == EntityKind.PUBLICATION) {
        int start = name.range().from();
        int end = name.range().to();
        String before = text.substring(Math.max(range.from(), start - 20), start);
        String after = text.substring(end, Math.min(range.to(), end + 20));
        if (SELF_BEFORE.matcher(before).find() || SELF_AFTER.matcher(after).find()) {
          return publishers.of(name.entity().name());
        }
      }
    }
    return null;
  }

  // ---- From a stretch of blocks to a record

  /** A section whose end is not known yet. */
  private record Open(int first, LeadIns.@Nullable LeadIn lead, String rule) {}

  private void close(@Nullable Open open, int last) {
    if (open == null || last < open.first) {
      return;
    }
    int first = open.first;
    String title = title(first, last);
    DocumentKind kind = kind(open, last);
    String publisher = publisher(open, last);
    if (publisher == null && open.lead() == null) {
      // Nobody announced it and nobody is named: it may as well be the writer's own.
      return;
    }
    PartialDate date = date(open, last);
    drafts.add(new Draft(first, last, kind, publisher, date, title, open.rule()));
    for (int i = first; i <= last; i++) {
      if (block(i).range().length() >= 100) {
        openings.putIfAbsent(words(i), drafts.size() - 1);
        break;
      }
    }
  }

  private @Nullable String title(int first, int last) {
    if (first == last
        || isBareQuote(first)
        || (block(first).kind() != BlockKind.TITLE && !isHeadline(first, last + 1))) {
      return null;
    }
    return isDateline(first) ? null : words(first).replaceAll("\\R\\s*", " ");
  }

  private boolean isBareQuote(int i) {
    String words = words(i);
    return words.length() < 30 && (words.startsWith("'") || words.startsWith("‘"));
  }

  private DocumentKind kind(Open open, int last) {
    String first = words(open.first());
    LeadIns.LeadIn lead = open.lead();
    String lastWords = words(last);
    if (LeadIns.isSocial(lastWords.substring(Math.max(0, lastWords.length() - 60)))
        && length(open.first(), last) < 600
        && startsQuoted(open.first())) {
      return DocumentKind.SOCIAL_MEDIA_POST;
    }
    if (lead != null && lead.kind() != null) {
      DocumentKind said = lead.kind();
      boolean newspaper =
          said == DocumentKind.PRESS_RELEASE
              && lead.publisher() != null
              && isPublication(lead.words(), lead.publisher());
      return newspaper
              || (said == DocumentKind.REPORT
                  && lead.publisher() != null
                  && isPublication(lead.words(), lead.publisher()))
          ? DocumentKind.NEWS_ARTICLE
          : said;
    }
    if (first.startsWith("Dear ") || first.startsWith("'Dear ")) {
      return DocumentKind.LETTER;
    }
    String lower = first.toLowerCase(Locale.ROOT);
    if (lower.contains("briefing")) {
      return DocumentKind.BRIEFING;
    }
    if (lower.startsWith("statement") || lower.contains("press release")) {
      return DocumentKind.PRESS_RELEASE;
    }
    if (isReportHeading(first)) {
      return DocumentKind.REPORT;
    }
    return DocumentKind.NEWS_ARTICLE;
  }

  private boolean isPublication(TextRange range, String publisher) {
    return reading.names(range).stream()
            .anyMatch(
                n ->
                    publishers.of(n.entity().name()).equals(publisher)
                        && (n.entity().kind() == EntityKind.PUBLICATION
                            || !publisher.equals(n.entity().name())))
        || publishers.byForm(publisher).isPresent();
  }

  private @Nullable String publisher(Open open, int last) {
    LeadIns.LeadIn lead = open.lead();
    int first = open.first();
    String lastWords = words(last);
    int tail = Math.max(0, lastWords.length() - 60);
    if (startsQuoted(first) && LeadIns.isSocial(lastWords.substring(tail))) {
      int end = block(last).range().to();
      int close = Math.max(lastWords.lastIndexOf('”'), lastWords.lastIndexOf('"'));
      TextRange attribution =
          new TextRange(block(last).range().from() + Math.max(close + 1, tail), end);
      String account = leadIns.socialPublisher(reading, attribution);
      if (account != null) {
        return account;
      }
    }
    if (lead != null && lead.publisher() != null) {
      String said = lead.publisher();
      return said.equals("gov.uk") || said.endsWith(".gov.uk") ? department(first, last) : said;
    }
    // The signature and the first lines say whose it is.
    for (int i = last; i > first && i > last - 4 && block(i).range().length() <= 90; i--) {
      String found = bodyOf(i);
      if (found != null) {
        return found;
      }
    }
    for (int i = first; i <= last && i < first + 3; i++) {
      String found =
          block(i).range().length() <= LINE
              ? bodyOf(i)
              : publishers
                  .byPost(words(i).substring(0, Math.min(400, words(i).length())))
                  .orElse(null);
      if (found != null) {
        return found;
      }
    }
    String self = selfNamed(first, last + 1);
    if (self != null) {
      return self;
    }
    if (lead != null && lead.kind() == DocumentKind.PRESS_RELEASE) {
      return firstOrganisation(first, last);
    }
    return drafts.isEmpty() || block(first).comment() >= 0
        ? null
        : drafts.get(drafts.size() - 1).publisher();
  }

  /** The body that a line names, or for which the person or post in it speaks. */
  private @Nullable String bodyOf(int i) {
    String byPost = publishers.byPost(words(i)).orElse(null);
    if (byPost != null) {
      return byPost;
    }
    for (Name name : reading.names(block(i).range())) {
      EntityKind kind = name.entity().kind();
      if (!Publishers.isClass(name) && (kind == EntityKind.PUBLICATION || kind.isOrganisation())) {
        return publishers.of(name.entity().name());
      }
    }
    for (Name name : reading.names(block(i).range())) {
      if (name.entity().kind() == EntityKind.PERSON) {
        String body = bodyOfPerson(name.entity().name());
        if (body != null) {
          return body;
        }
      }
    }
    return null;
  }

  /** The body for which a person speaks, by a post that stands beside any of their names. */
  private @Nullable String bodyOfPerson(String person) {
    // Signatures misspell forenames and texts leave them out: the surname has to do.
    String surname = person.substring(person.lastIndexOf(' ') + 1);
    for (int reach : new int[] {60, 160}) {
      for (Name name : reading.names()) {
        if (name.entity().kind() == EntityKind.PERSON && name.entity().name().endsWith(surname)) {
          int from = Math.max(0, name.range().from() - reach);
          int to = Math.min(text.length(), name.range().to() + reach);
          String body = publishers.byPost(text.substring(from, to)).orElse(null);
          if (body != null) {
            return body;
          }
        }
      }
    }
    return null;
  }

  /** The department that publishes a page of the government's common site. */
  private @Nullable String department(int first, int last) {
    TextRange range = new TextRange(block(first).range().from(), block(last).range().to());
    for (Name name : reading.names(range)) {
      String named = name.entity().name();
      if (named.startsWith("Ministry of")
          || named.startsWith("Department ")
          || named.equals("Home Office")) {
        return named;
      }
    }
    for (Name name : reading.names(range)) {
      if (name.entity().kind() == EntityKind.PERSON) {
        String body = bodyOfPerson(name.entity().name());
        if (body != null) {
          return body;
        }
      }
    }
    return "GOV.UK";
  }

  private @Nullable String firstOrganisation(int first, int last) {
    TextRange range = new TextRange(block(first).range().from(), block(last).range().to());
    for (Name name : reading.names(range)) {
      EntityKind kind = name.entity().kind();
      if (kind.isOrganisation()
          && !Publishers.isClass(name)
          && !name.entity().name().equals("Ministry of Justice")) {
        return name.entity().name();
      }
    }
    return null;
  }

  // ---- Dates

  private @Nullable PartialDate date(Open open, int last) {
    int first = open.first();
    for (int i = first; i <= last && i < first + 3; i++) {
      if (block(i).range().length() <= 100) {
        PrintedDate printed = PrintedDate.first(text, block(i).range()).orElse(null);
        if (printed != null) {
          return printed.date();
        }
      }
    }
    for (int i = last; i > first && i > last - 4; i--) {
      if (block(i).range().length() <= 40) {
        PrintedDate printed = PrintedDate.first(text, block(i).range()).orElse(null);
        if (printed != null) {
          return printed.date();
        }
      }
    }
    for (int i = first; i <= last; i++) {
      PartialDate today = todayIn(block(i).range());
      if (today != null) {
        return today;
      }
    }
    LeadIns.LeadIn lead = open.lead();
    if (open.rule().equals(SIGNED_PART)) {
      // A part of the document itself is as old as the document.
      return layout.date();
    }
    if (lead != null && layout.date() != null && layout.date().day() > 0) {
      String said = reading.text(lead.words()).toLowerCase(Locale.ROOT);
      if (said.contains("yesterday")) {
        return PartialDate.of(layout.date().firstDay().minusDays(1));
      }
      if (said.contains("today") || said.contains("just appeared") || said.contains("just out")) {
        return layout.date();
      }
    }
    return null;
  }

  /** "today (Tuesday 3 May)", "Today (13 August 2018)": the text gives its own day, or null. */
  private @Nullable PartialDate todayIn(TextRange range) {
    int today = indexOfToday(range);
    if (today < 0) {
      return null;
    }
    TextRange near = new TextRange(today, Math.min(range.to(), today + 40));
    PrintedDate printed = PrintedDate.first(text, near).orElse(null);
    if (printed != null) {
      return printed.date();
    }
    Matcher m = WEEKDAY_DATE.matcher(text).region(near.from(), near.to());
    return m.find() ? withYear(near, m) : null;
  }

  private int indexOfToday(TextRange range) {
    if (todays == null) {
      todays = Occurrences.of(text, "oday (");
    }
    int next = todays.firstFrom(range.from() + 1);
    return next >= 0 && next + 5 < range.to() ? next - 1 : -1;
  }

  /** The year, nearest to those that the document speaks of, in which the day is that weekday. */
  private @Nullable PartialDate withYear(TextRange near, Matcher m) {
    int latest = layout.date() != null ? layout.date().year() : latestYear();
    DayOfWeek weekday = DayOfWeek.MONDAY;
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().startsWith(m.group(1).toUpperCase(Locale.ROOT))) {
        weekday = day;
      }
    }
    for (int distance = 0; distance <= 6; distance++) {
      for (int year : new int[] {latest + distance, latest - distance}) {
        List<PrintedDate> dates = PrintedDate.all(text, near, year);
        if (!dates.isEmpty()
            && dates.get(0).date().day() > 0
            && dates.get(0).date().firstDay().getDayOfWeek() == weekday) {
          return dates.get(0).date();
        }
      }
    }
    return null;
  }

  private int latestYear() {
    if (latestYear == 0) {
      latestYear = 2000;
      Matcher m = YEAR.matcher(text).useTransparentBounds(true);
      for (int i = text.indexOf("20"); i >= 0 && i + 4 <= text.length(); ) {
        if (m.region(i, i + 4).matches()) {
          latestYear = Math.max(latestYear, Integer.parseInt(m.group()));
        }
        i = text.indexOf("20", i + 1);
      }
    }
    return latestYear;
  }
}
