package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.crcgraph.extract.StatementExtractor.Saying;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.Annotation.StatementMode;
import org.crcgraph.model.Document;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.PrintedDate;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/** In a transcript, what stands under or after a speaker's name is one statement of theirs. */
final class Turns {
  private static final int LONGEST_HEAD = 140;

  /** A name and title before the word for a picture have no more words. */
  private static final int LONGEST_TITLE = 9;

  /** Lines about the speaker between the name and the words are no longer than this. */
  private static final int LONGEST_ASIDE = 90;

  /** How much of a transcript tells who is present, in UTF-16 units. */
  private static final int HEAD = 3000;

  /** Fewer characters are no turn. */
  private static final int SHORTEST = 7;

  /** The words of the offices by which those who preside are called. */
  private static final Set<String> PRESIDING =
      Set.of(
          "chair",
          "chairman",
          "chairwoman",
          "chairperson",
          "deputy",
          "mr",
          "madam",
          "speaker",
          "lord",
          "acting");

  /** How the lines open that name a member's party. */
  private static final Set<String> PARTIES =
      Set.of(
          "labour",
          "conservative",
          "liberal",
          "scottish",
          "plaid",
          "crossbench",
          "non-affiliated",
          "green",
          "independent",
          "dup",
          "democratic",
          "sdlp",
          "bishops",
          "ukip");

  /** Fewer heads than this make no transcript, unless the reader found it to be one. */
  private static final int FEWEST = 3;

  private final Reading reading;
  private final Speakers speakers;
  private final SpeechTokens tokens;
  private final List<Document.Block> blocks;
  private final int[] scopes;

  /**
   * Who speaks from a block on, and where the words begin.
   *
   * @param plain whether the form of the line alone tells that this is a record of questions
   */
  private record Head(int block, int from, Speaker speaker, boolean plain) {
    Head(int block, int from, Speaker speaker) {
      this(block, from, speaker, false);
    }
  }

  private Turns(Reading reading, SpeechTokens tokens, Speakers speakers, int[] scopes) {
    this.reading = reading;
    this.tokens = tokens;
    this.speakers = speakers;
    this.blocks = reading.document().layout().blocks();
    this.scopes = scopes;
  }

  /**
   * Adds the turns of a transcript.
   *
   * @return the blocks in which a turn begins; none where the document is no transcript
   */
  static BitSet find(
      Reading reading, SpeechTokens tokens, Speakers speakers, int[] scopes, List<Saying> sayings) {
    return new Turns(reading, tokens, speakers, scopes).find(sayings);
  }

  private BitSet find(List<Saying> sayings) {
    List<Head> heads = new ArrayList<>();
    int named = 0;
    for (int b = 0; b < blocks.size(); b++) {
      Head head = head(b);
      if (head != null) {
        heads.add(head);
        named += head.speaker().isNamed() ? 1 : 0;
      }
    }
    BitSet turns = new BitSet();
    boolean transcript = reading.document().layout().kind() == Annotation.DocumentKind.TRANSCRIPT;
    boolean written = heads.stream().anyMatch(Head::plain);
    if (!written && named < (transcript ? 1 : FEWEST)) {
      return turns;
    }
    for (int h = 0; h < heads.size(); h++) {
      Head head = heads.get(h);
      turns.set(head.block());
      int limit = h + 1 < heads.size() ? heads.get(h + 1).block() : blocks.size();
      int last = head.block();
      while (!isQuestion(head)
          && last + 1 < limit
          && scopes[last + 1] == scopes[head.block()]
          && !isBreak(last + 1)) {
        last++;
      }
      int to = blocks.get(last).range().to();
      int from = afterAsides(head, last);
      if (to - from >= SHORTEST) {
        sayings.add(
            new Saying(
                new TextRange(from, to), head.speaker(), StatementMode.DIRECT, StatementRule.TURN));
      }
    }
    return turns;
  }

  /**
   * Where the words begin below the lines that say more of the speaker: party and place, post, time
   * and date.
   */
  private int afterAsides(Head head, int last) {
    int from = head.from();
    int b = head.block() + 1;
    while (b < last && from == wordsFrom(blocks.get(b).range().from()) && isAboutSpeaker(b)) {
      b++;
      from = wordsFrom(blocks.get(b).range().from());
    }
    return from;
  }

  /**
   * "Labour, Upper Town", "The Minister for Yards", "(Upper Town) (Lab)", "2:30 pm, 9 May 2018".
   */
  private boolean isAboutSpeaker(int b) {
    TextRange range = blocks.get(b).range();
    if (range.length() > LONGEST_ASIDE
        || ".?!:;”\"".indexOf(reading.text().charAt(range.to() - 1)) >= 0) {
      return false;
    }
    int first = tokens.atOrAfter(range.from());
    int end = tokens.atOrAfter(range.to());
    if (end <= first) {
      return false;
    }
    if (tokens.is(first, "(") && tokens.is(end - 1, ")")) {
      return true;
    }
    String words = reading.text(range);
    if (PrintedDate.first(words, new TextRange(0, words.length())).isPresent()) {
      return words.length() <= 40;
    }
    if (PARTIES.contains(tokens.word(first)) && tokens.isCapital(first)) {
      return true;
    }
    int role = tokens.is(first, "the") ? first + 1 : first;
    return tokens.isCapital(first) && role < end && speakers.isRole(role, postEnd(role, end) - 1);
  }

  /** Where a post ends before the body that it is in: "The Minister, Department for Yards". */
  private int postEnd(int from, int end) {
    int i = from;
    while (i < end && !tokens.is(i, ",") && !tokens.is(i, "(")) {
      i++;
    }
    return i;
  }

  private @Nullable Head head(int b) {
    Document.Block block = blocks.get(b);
    if (block.comment() >= 0 || block.kind() == Document.BlockKind.TITLE) {
      return null;
    }
    int first = tokens.atOrAfter(block.range().from());
    int end = tokens.atOrAfter(block.range().to());
    if (end <= first) {
      return null;
    }
    Head written = writtenAnswer(b, first, end);
    if (written != null) {
      return written;
    }
    Head pictured = pictured(b, first, end);
    if (pictured != null) {
      return pictured;
    }
    Name name = firstPerson(block);
    Head office = name == null || !opensWith(first, name) ? office(b, first, end) : null;
    if (office != null || name == null) {
      return office;
    }
    int after = tokens.atOrAfter(name.range().to());
    if (tokens.is(after, ")") && tokens.is(after + 1, ":") && after + 2 < end) {
      // "The Minister for Yards (Ada Marsh): We took it over in May."
      int nameFirst = tokens.atOrAfter(name.range().from());
      int open = nameFirst - 1;
      while (open > first && speakers.isHonorific(tokens.word(open))) {
        open--;
      }
      if (tokens.is(open, "(") && open > first && speakers.isRole(first, open - 1)) {
        return new Head(
            b,
            tokens.from(after + 2),
            new Speaker(name.entity(), speakers.role(first, open - 1), Speaker.Sort.NAMED));
      }
    }
    int colon = after;
    while (colon < end && colon - after < 12 && !tokens.is(colon, ":") && !tokens.is(colon, ".")) {
      colon++;
    }
    boolean opens = opensWith(first, name);
    if (opens && colon < end - 1 && tokens.is(colon, ":") && isAside(after, colon)) {
      int words = colon + 1;
      while (words < end - 1 && tokens.is(words, "*")) {
        words++;
      }
      return new Head(b, tokens.from(words), speaker(name, first, after, colon));
    }
    String text = reading.text(block.range());
    boolean line =
        text.length() <= LONGEST_HEAD
            && ".:;?!,".indexOf(text.charAt(text.length() - 1)) < 0
            && b + 1 < blocks.size()
            && scopes[b + 1] == scopes[b]
            && ((opens && isAside(after, end)) || isPostWithName(name, after, end));
    if (!line) {
      return null;
    }
    int from = blocks.get(b + 1).range().from();
    return new Head(b, wordsFrom(from), speaker(name, first, after, end));
  }

  /**
   * The name over a turn beside the words for the speaker's picture, as sites print it: "Ada Marsh
   * Portrait The Minister for Yards (Ada Marsh)", "Photo of Ada Marsh Ada Marsh Labour, Upper
   * Town".
   */
  private @Nullable Head pictured(int b, int first, int end) {
    if (blocks.get(b).range().length() > LONGEST_HEAD + 60 || b + 1 >= blocks.size()) {
      return null;
    }
    int portrait = first;
    boolean photo = tokens.is(first, "photo") && tokens.is(first + 1, "of");
    while (portrait < end
        && portrait - first < LONGEST_TITLE
        && !(tokens.is(portrait, "portrait") && tokens.isCapital(portrait))) {
      portrait++;
    }
    boolean named = portrait < end && tokens.is(portrait, "portrait") && portrait > first;
    if (!named && !photo) {
      return null;
    }
    // The name after the picture is the one that was borne on the day.
    Name name = named ? speakers.firstName(portrait + 1, end - 1) : null;
    if (name == null || name.entity().kind() != EntityKind.PERSON) {
      name = speakers.firstName(photo ? first + 2 : first, named ? portrait - 1 : end - 1);
    }
    Speaker speaker =
        name != null && name.entity().kind() == EntityKind.PERSON
            ? new Speaker(
                name.entity(), named ? roleBefore(portrait + 1, end) : null, Speaker.Sort.NAMED)
            : new Speaker(null, null, Speaker.Sort.UNNAMED);
    return new Head(b, wordsFrom(blocks.get(b + 1).range().from()), speaker, true);
  }

  /** "The Minister for Yards" of "The Minister for Yards (Ada Marsh)", or null. */
  private @Nullable String roleBefore(int from, int end) {
    int open = from;
    while (open < end && !tokens.is(open, "(")) {
      open++;
    }
    return open > from && tokens.is(from, "the") && speakers.isRole(from, open - 1)
        ? speakers.role(from, open - 1)
        : null;
  }

  /**
   * A written question, which opens "To ask the …", and the line over its answer: "Answered by Ada
   * Marsh". Who asks is often not printed.
   */
  private @Nullable Head writtenAnswer(int b, int first, int end) {
    boolean asks = tokens.is(first, "to") && tokens.is(first + 1, "ask") && tokens.isCapital(first);
    if (asks && end - first > 6) {
      return new Head(b, tokens.from(first), asker(b), true);
    }
    boolean line =
        tokens.is(first, "answered")
            && tokens.is(first + 1, "by")
            && blocks.get(b).range().length() <= LONGEST_HEAD
            && b + 1 < blocks.size();
    Name name = line ? speakers.firstName(first + 2, end - 1) : null;
    return name == null || name.entity().kind() != EntityKind.PERSON
        ? null
        : new Head(
            b,
            wordsFrom(blocks.get(b + 1).range().from()),
            new Speaker(name.entity(), null, Speaker.Sort.NAMED));
  }

  /** Who asks a written question, where a line above it tells: "Asked by Lord Marsh". */
  private Speaker asker(int b) {
    for (int above = b - 1; above >= Math.max(0, b - 3); above--) {
      int first = tokens.atOrAfter(blocks.get(above).range().from());
      int end = tokens.atOrAfter(blocks.get(above).range().to());
      boolean asked =
          end - first > 2
              && end - first < 24
              && tokens.is(first, "asked")
              && tokens.is(first + 1, "by");
      Name name = asked ? speakers.firstName(first + 2, end - 1) : null;
      if (name != null && name.entity().kind() == EntityKind.PERSON) {
        return new Speaker(name.entity(), null, Speaker.Sort.NAMED);
      }
    }
    return Speaker.UNKNOWN;
  }

  /** A written question is one paragraph. */
  private boolean isQuestion(Head head) {
    int first = tokens.atOrAfter(head.from());
    return head.plain() && tokens.is(first, "to") && tokens.is(first + 1, "ask");
  }

  /** "Written Answers", "(asked on 2nd April)": what ends a turn without another speaking. */
  private boolean isBreak(int b) {
    Document.Block block = blocks.get(b);
    if (block.range().length() > 90) {
      return false;
    }
    int first = tokens.atOrAfter(block.range().from());
    return (block.kind() == Document.BlockKind.HEADING
            && (tokens.is(first, "written")
                || tokens.is(first, "question")
                || tokens.is(first, "questions")
                || tokens.is(first, "oral")
                || tokens.is(first, "topical")))
        || (tokens.is(first, "question")
            && (tokens.is(first + 1, "to") || tokens.is(first + 1, "for")))
        || (tokens.is(first, "asked") && tokens.is(first + 1, "by"))
        || (tokens.is(first, "related") && tokens.is(first + 1, "documents"))
        || (tokens.is(first, "uin") && block.range().length() < 60)
        || (tokens.is(first, "(") && tokens.is(first + 1, "asked"));
  }

  /** "Q3 Chair: …", "Mr Speaker": who presides is called by the office alone. */
  private @Nullable Head office(int b, int first, int end) {
    int i = first;
    while (i < end
        && (isNumber(i) || tokens.is(i, ".") || tokens.is(i, "*") || tokens.is(i, "the"))) {
      i++;
    }
    int from = i;
    while (i < end && i - from < 4 && PRESIDING.contains(tokens.word(i))) {
      i++;
    }
    if (i == from || !tokens.isCapital(from)) {
      return null;
    }
    boolean colon = i < end - 1 && tokens.is(i, ":");
    boolean line = i == end && b + 1 < blocks.size() && scopes[b + 1] == scopes[b];
    if (!colon && !line) {
      return null;
    }
    Speaker speaker = presiding();
    if (speaker == null || tokens.is(from, "mr") || tokens.is(from, "madam")) {
      speaker = speakers.of(from, i - 1);
    }
    if (speaker == null) {
      speaker = new Speaker(null, speakers.role(from, i - 1), Speaker.Sort.UNNAMED);
    }
    return new Head(
        b, colon ? tokens.from(i + 1) : wordsFrom(blocks.get(b + 1).range().from()), speaker);
  }

  /** "Members present: Ada Marsh (Chair)": who presides, or null where the head does not tell. */
  private @Nullable Speaker presiding() {
    for (Name name : reading.names(new TextRange(0, Math.min(HEAD, reading.text().length())))) {
      if (name.entity().kind() == EntityKind.PERSON
          && reading.text().startsWith(" (Chair)", name.range().to())) {
        return new Speaker(name.entity(), "Chair", Speaker.Sort.NAMED);
      }
    }
    return null;
  }

  /** "15", "Q37". */
  private boolean isNumber(int token) {
    String word = tokens.word(token);
    return Character.isDigit(word.charAt(0))
        || (word.charAt(0) == 'q' && word.length() > 1 && Character.isDigit(word.charAt(1)));
  }

  /** Question numbers stand before the words: "15. What …". */
  private int wordsFrom(int from) {
    String text = reading.text();
    int i = from;
    while (i < text.length() && (Character.isDigit(text.charAt(i)) || text.charAt(i) == 'Q')) {
      i++;
    }
    if (i > from && i < text.length() && text.charAt(i) == '.') {
      i++;
    }
    while (i > from && i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private Speaker speaker(Name name, int first, int after, int end) {
    int nameFirst = tokens.atOrAfter(name.range().from());
    String role =
        nameFirst - first > 2 && tokens.is(after, ")") ? speakers.role(first, nameFirst - 2) : null;
    if (role == null && end > after && speakers.isRole(after, end - 1)) {
      role = speakers.role(after, end - 1);
    }
    return new Speaker(name.entity(), role, Speaker.Sort.NAMED);
  }

  private @Nullable Name firstPerson(Document.Block block) {
    TextRange range =
        new TextRange(
            block.range().from(),
            Math.min(block.range().to(), block.range().from() + LONGEST_HEAD));
    for (Name name : reading.names(range)) {
      if (name.entity().kind() == EntityKind.PERSON) {
        return name;
      }
    }
    return null;
  }

  /** Whether only honorifics and a question number stand before the name. */
  private boolean opensWith(int first, Name name) {
    for (int i = first; tokens.from(i) < name.range().from(); i++) {
      String word = tokens.word(i);
      boolean passed =
          speakers.isHonorific(word) || word.equals(".") || word.equals("*") || isNumber(i);
      if (!passed) {
        return false;
      }
    }
    return true;
  }

  /** Nothing, or constituency and party in brackets. */
  private boolean isAside(int from, int to) {
    return from >= to || (tokens.is(from, "(") && tokens.is(to - 1, ")"));
  }

  /** "The Secretary of State (Jane Smith)". */
  private boolean isPostWithName(Name name, int after, int end) {
    int nameFirst = tokens.atOrAfter(name.range().from());
    int before = nameFirst - 1;
    while (before > 0 && speakers.isHonorific(tokens.word(before))) {
      before--;
    }
    return before > 0 && tokens.is(before, "(") && after == end - 1 && tokens.is(after, ")");
  }
}
