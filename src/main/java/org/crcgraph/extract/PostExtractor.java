package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.crcgraph.lexicon.Lexicon;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.Annotation.PostStatus;
import org.crcgraph.model.Document;
import org.crcgraph.model.Entity;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.Evidence;
import org.crcgraph.model.Labels;
import org.crcgraph.model.PartialDate;
import org.crcgraph.model.Tenure;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/**
 * Who holds which post: a title of a post is found by its head, and the person beside it by the
 * {@link Rule}s. One record for each person and post, at the first evidence.
 *
 * <p>A person with such a record holds or held a public post in the document's own words; this is
 * what tells persons who may be published from those who may not.
 */
final class PostExtractor implements RecordExtractor {
  /**
   * How a person stands to a title; the surest first. The numbers count, on 27 documents annotated
   * by hand, how many of the rule's finds were right and how many there were; the rules were
   * written with these documents at hand.
   */
  enum Rule {
    BEFORE_NAME(25, 25, "Justice Secretary Jo Penhale opened the centre."),
    APPOSITION(41, 41, "Jo Penhale, chief executive of Brightwell, disagreed."),
    AFTER_NAME(4, 4, "A letter to Jo Penhale MP went astray."),
    TITLE_COMMA_NAME(14, 14, "The chief executive of Brightwell, Jo Penhale, disagreed."),
    IN_BRACKETS(1, 1, "Jo Penhale (chief executive, Brightwell) disagreed."),
    APPOINTED(0, 0, "Jo Penhale has been named chief executive of Brightwell."),
    PREDECESSOR(
        1,
        1,
        "Jo Penhale, chief executive of Brightwell, disagreed. Her predecessor, Orla Marlow, did"
            + " not."),
    FIRST_PERSON(2, 2, "Jo Penhale\nBrightwell, which I chair, has asked for more."),
    KNOWN_HOLDER(
        1, 1, "Dame Orla Marlow came to Brightwell. The chief inspector saw the new rooms there."),
    BRACKETS(3, 3, "The Minister of State, Ministry of Justice (Jo Penhale): I am grateful."),
    SIGNATURE(3, 3, "Jo Penhale\nChief Executive"),
    SUCCESSOR(0, 0, "Jo Penhale will succeed Orla Marlow as chief executive of Brightwell."),
    AS(6, 6, "Jo Penhale stood down as chief executive of Brightwell."),
    COPULA(6, 6, "Jo Penhale was chief executive of Brightwell until May."),
    VERB(2, 2, "Jo Penhale, who chairs Brightwell, disagreed.");

    private final int right;
    private final int found;
    private final String example;

    Rule(int right, int found, String example) {
      this.right = right;
      this.found = found;
      this.example = example;
    }

    String id() {
      return "post." + Labels.of(this);
    }

    /** How often the rule is right, 0 to 1, by Laplace's rule from its counts. */
    double confidence() {
      return Math.round(100.0 * (right + 1) / (found + 2)) / 100.0;
    }

    /** A text about invented people in which the rule finds a post. */
    String example() {
      return example;
    }
  }

  private static final Set<String> FORMER =
      Set.of(
          "former",
          "formerly",
          "ex",
          "then",
          "previous",
          "previously",
          "late",
          "retired",
          "onetime");
  private static final Set<String> FUTURE = Set.of("incoming", "next", "future", "designate");
  private static final Set<String> BEFORE_TITLE =
      Set.of(
          "a",
          "an",
          "the",
          "now",
          "outgoing",
          "longstanding",
          "current",
          "currently",
          "our",
          "their",
          "his",
          "her",
          "its",
          "new",
          "newly",
          "appointed",
          "my",
          "your",
          "both",
          "own",
          "today",
          "tory",
          "labour",
          "conservative",
          "lib",
          "dem",
          "libdem",
          "snp",
          "backbench",
          "right",
          "opposition");
  private static final Set<String> BE =
      Set.of("is", "was", "became", "become", "becomes", "remains", "remained");
  private static final Set<String> APPOINTED =
      Set.of("named", "made", "elected", "confirmed", "chosen", "installed");
  private static final Set<String> AUXILIARIES =
      Set.of("been", "was", "is", "be", "being", "has", "have", "had", "will", "to", "just");
  private static final Set<String> CHAIRS = Set.of("chairs", "chaired", "heads", "headed");
  private static final Set<String> REPLACING =
      Set.of("replace", "replaces", "replaced", "succeed", "succeeds", "succeeded");
  private static final Set<String> ROLES = Set.of("role", "post", "position", "job", "office");

  /** Heads that are forms of address where they stand alone before a name. */
  private static final Set<String> ADDRESS =
      Set.of(
          "professor",
          "judge",
          "general",
          "councillor",
          "inspector",
          "officer",
          "constable",
          "member");

  /** Mark of the words of {@link #CHAIRS}. */
  private static final int CHAIRING = NameTrie.NAME_WORD;

  private static final int REACH = 30;

  /** A longer line, in UTF-16 units, is no name of a speaker. */
  private static final int LONGEST_HEADING = 140;

  /** How far back, in UTF-16 units, "her predecessor" or "the chief inspector" may look. */
  private static final int FARTHEST_BACK = 500;

  private static final Set<String> NEIGHBOURS = Set.of("predecessor", "successor");

  /** Mark of the words of {@link #NEIGHBOURS}. */
  private static final int NEIGHBOUR = NameTrie.SURNAME;

  private final PostTitles titles;
  private final List<Tenure> tenures;
  private final NameTrie trie = new NameTrie();
  private final Map<String, EntityRef> organisations = new HashMap<>();

  PostExtractor(Lexicon lexicon) {
    titles = new PostTitles(lexicon);
    lexicon.words("honorifics").forEach(word -> trie.add(word, NameTrie.HONORIFIC));
    lexicon.words("post-heads").forEach(word -> trie.add(word, NameTrie.POST_HEAD));
    CHAIRS.forEach(word -> trie.add(word, CHAIRING));
    NEIGHBOURS.forEach(word -> trie.add(word, NEIGHBOUR));
    tenures = lexicon.tenures();
    for (Entity entity : lexicon.entities()) {
      if (entity.kind().isOrganisation()) {
        organisations.put(entity.name(), entity.ref());
      }
    }
  }

  @Override
  public List<Annotation.PostHolding> extract(Reading reading) {
    return new Search(reading).all();
  }

  private static boolean isPerson(Name name) {
    return name.entity().kind() == EntityKind.PERSON;
  }

  /** One document's search. */
  private final class Search {
    private final Reading reading;
    private final Line line;
    private final List<Annotation.PostHolding> found = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private @Nullable Name signatory;
    private @Nullable Name heading;
    private int lastNamed = -1;

    Search(Reading reading) {
      this.reading = reading;
      line = new Line(new Words(trie, reading.vocabulary()));
    }

    List<Annotation.PostHolding> all() {
      for (Document.Block block : reading.document().layout().blocks()) {
        List<Name> names = reading.names(block.range());
        boolean person = names.stream().anyMatch(PostExtractor::isPerson);
        if (person) {
          lastNamed = block.range().to();
        }
        boolean near = lastNamed >= 0 && block.range().from() - lastNamed <= FARTHEST_BACK;
        if (signatory == null && heading == null && !near) {
          continue;
        }
        line.read(block.range(), names);
        for (int i = 0; i < line.count(); i++) {
          int token = line.words().token(i);
          if (trie.is(token, CHAIRING)) {
            verb(i);
          }
          if (trie.is(token, NEIGHBOUR)) {
            neighbour(i);
          }
          PostTitles.Title title =
              trie.is(token, NameTrie.POST_HEAD) ? titles.around(line, i) : null;
          if (title != null) {
            bind(title);
          }
        }
        signatory = onlyName();
        heading = heading(block, names);
      }
      return List.copyOf(found);
    }

    /** The person with whose name a short line begins, as in a transcript; or null. */
    private @Nullable Name heading(Document.Block block, List<Name> names) {
      if (block.range().length() > LONGEST_HEADING || names.isEmpty() || !isPerson(names.get(0))) {
        return null;
      }
      char last = reading.text().charAt(block.range().to() - 1);
      boolean opens = names.get(0).range().from() - block.range().from() <= 10;
      return opens && last != '.' && last != '!' && last != '?' ? names.get(0) : null;
    }

    /** The person whose name is all that the block has, or null. */
    private @Nullable Name onlyName() {
      if (line.count() == 0 || line.count() > 7) {
        return null;
      }
      int i = line.is(0, "By") ? 1 : 0;
      while (i < line.count() && isHonorific(i)) {
        i++;
      }
      Name name = line.nameAt(i);
      if (name == null || name.entity().kind() != EntityKind.PERSON) {
        return null;
      }
      int rest = line.count() - line.after(name);
      return rest <= 1 ? name : null;
    }

    private boolean isHonorific(int i) {
      return trie.is(line.words().token(i), NameTrie.HONORIFIC) && line.capital(i);
    }

    private void bind(PostTitles.Title title) {
      if (line.is(title.from(), "Member")) {
        // "the hon. Member for Anytown": how members speak of each other, not a post of its own.
        return;
      }
      if (line.is(title.to(), "s") && line.joined(title.to())) {
        // "Jo Bloggs, the prime minister's adviser" is no prime minister.
        return;
      }
      PostStatus status = PostStatus.CURRENT;
      Name organisation = title.organisation();
      int left = title.from();
      boolean introduced = false;
      // What stands before the title: articles, "former", an organisation and its possessive.
      while (left > 0) {
        int k = left - 1;
        String lower = line.lower(k);
        boolean near = line.words().gap(left) == Words.JOINED;
        Name named = line.nameEnding(k);
        if (!near
            && organisation == null
            && named != null
            && named.entity().kind().isOrganisation()
            && line.words().closes(left)
            && line.words().inBrackets(start(k))) {
          // "the Watch Committee (WCE) chief Jo Bloggs"
          organisation = named;
          left = start(k);
          Name whole = line.nameEnding(left - 1);
          if (whole != null && whole.entity().equals(named.entity())) {
            left = start(left - 1);
          }
          introduced = true;
          break;
        }
        if (!near) {
          break;
        }
        boolean possessive = lower.equals("s") && line.nameEnding(k - 1) != null;
        if (possessive) {
          named = line.nameEnding(k - 1);
        }
        if (named != null && named.entity().kind() != EntityKind.PERSON && organisation == null) {
          organisation = named.entity().kind().isOrganisation() ? named : organisation;
          left = possessive ? start(k - 1) : start(k);
          introduced = true;
          continue;
        }
        if (FORMER.contains(lower) || (lower.equals("recently") && line.is(k - 1, "until"))) {
          k = lower.equals("recently") ? k - 1 : k;
          status = PostStatus.FORMER;
          introduced = true;
        } else if (FUTURE.contains(lower)) {
          status = PostStatus.FUTURE;
          introduced = true;
        } else if (BEFORE_TITLE.contains(lower)) {
          introduced = true;
        } else if (lower.equals("s") && k > 0) {
          // "the company's chief executive"
          introduced = true;
          k = k - 1;
        } else if (PostTitles.isKindOfOrganisation(lower)
            && (introduced || line.nameEnding(k - 1) != null)) {
          introduced = true;
        } else {
          break;
        }
        left = k;
      }
      Name person = null;
      @Nullable Rule rule = null;
      int after = personAfter(title.end(), false);
      boolean address =
          organisation == null
              && title.to() == title.from() + 1
              && ADDRESS.contains(line.lower(title.from()));
      if (after >= 0 && address) {
        return;
      }
      if (after >= 0) {
        person = line.nameAt(after);
        rule = Rule.BEFORE_NAME;
      }
      if (person == null && left > 0) {
        Name before = personBefore(left);
        if (before != null) {
          boolean comma = line.is(left - 1, ",");
          boolean bare =
              !comma && (line.capital(title.from()) || organisation != null || introduced);
          if (comma || bare) {
            person = before;
            rule = comma ? Rule.APPOSITION : Rule.AFTER_NAME;
          }
        }
      }
      if (person == null && left == 0 && signatory != null && title.end() >= line.count() - 6) {
        person = signatory;
        rule = Rule.SIGNATURE;
      }
      boolean neighbour =
          line.is(left - 1, "as")
              && (line.is(left - 2, "predecessor") || line.is(left - 2, "successor"));
      if (neighbour) {
        status = line.is(left - 2, "predecessor") ? PostStatus.FORMER : PostStatus.FUTURE;
      }
      // "by chief inspector of probation, Jo Bloggs": a title of several words needs no article.
      boolean full = title.to() - title.from() >= 3;
      if (person == null
          && (introduced || neighbour || full || line.capital(title.from()) || left == 0)) {
        after = personAfter(title.end(), true);
        if (after >= 0) {
          person = line.nameAt(after);
          rule = line.words().inBrackets(after) ? Rule.BRACKETS : Rule.TITLE_COMMA_NAME;
        }
      }
      if (person == null) {
        int by = left - 1;
        boolean role = line.is(by, "of") && ROLES.contains(line.lower(by - 1));
        if (line.is(by, "when") && line.nameEnding(by - 1) != null) {
          person = personWithin(by);
          rule = Rule.AS;
        } else if (role || line.is(by, "as") || line.is(by, "As")) {
          person = personWithin(by);
          rule = Rule.AS;
          Name next = person == null ? null : successor(person, by);
          if (next != null) {
            boolean planned =
                line.is(verbBefore(by), "succeed") || line.is(verbBefore(by), "replace");
            add(title, next, organisation, planned ? PostStatus.FUTURE : status, Rule.SUCCESSOR);
            status = planned ? status : PostStatus.FORMER;
          }
        } else if (BE.contains(line.lower(by)) || line.is(by, "be") || line.is(by, "been")) {
          status =
              line.is(by, "was") || (line.is(by, "be") && line.is(by - 1, "to"))
                  ? PostStatus.FORMER
                  : status;
          person = subjectOf(by);
          rule = Rule.COPULA;
        }
      }
      if (person == null && introduced && BE.contains(line.lower(title.end()))) {
        after = personAfter(title.end() + 1, false);
        person = after < 0 ? null : line.nameAt(after);
        status = person != null && line.is(title.end(), "was") ? PostStatus.FORMER : status;
        rule = Rule.COPULA;
      }
      if (person == null && left > 0 && line.words().inBrackets(left)) {
        Name before = line.nameEnding(left - 1);
        person = before != null && isPerson(before) ? before : null;
        rule = Rule.IN_BRACKETS;
      }
      if (person == null) {
        person = appointed(left);
        rule = Rule.APPOINTED;
      }
      if (person == null && heading != null && isFirstPerson(title, left)) {
        person = heading;
        rule = Rule.FIRST_PERSON;
        organisation = organisation == null ? nameBeforeRelative(left) : organisation;
      }
      if (person == null && introduced && knownHolder(title, left)) {
        return;
      }
      if (person == null && line.is(left - 1, "and")) {
        person = coordinated(left - 1);
        rule = Rule.APPOSITION;
      }
      boolean plainMember =
          organisation == null && title.to() == title.from() + 1 && line.is(title.from(), "member");
      if (person != null && rule != null && !plainMember) {
        add(title, person, organisation, status, rule);
      }
    }

    /** Whoever "has been appointed", "was named" the post whose words begin here, or null. */
    private @Nullable Name appointed(int left) {
      int k = left - 1;
      if (!APPOINTED.contains(line.lower(k))) {
        return null;
      }
      boolean passive = false;
      while (k > 0 && AUXILIARIES.contains(line.lower(k - 1))) {
        passive |= !line.lower(k - 1).equals("has") && !line.lower(k - 1).equals("had");
        k--;
      }
      return passive ? subjectOf(k) : null;
    }

    /** "The committee, which I chair", "I speak as a member of the committee". */
    private boolean isFirstPerson(PostTitles.Title title, int left) {
      if (line.is(title.from(), "chair") && line.is(title.from() - 1, "I")) {
        return title.to() == title.from() + 1;
      }
      if (!line.is(left - 1, "as") || title.organisation() == null) {
        return false;
      }
      for (int k = left - 2; k >= 0 && left - k < 8; k--) {
        if (line.is(k, "I")) {
          return true;
        }
      }
      return false;
    }

    /** The organisation before ", which I", or null. */
    private @Nullable Name nameBeforeRelative(int chair) {
      int k = chair - 2;
      if (line.is(k, "I")) {
        k--;
      }
      if (line.is(k, "which") || line.is(k, "that")) {
        k--;
      }
      Name name = line.nameEnding(line.is(k, ",") ? k - 1 : k);
      return name != null && name.entity().kind().isOrganisation() ? name : null;
    }

    /**
     * "Dame Jo Bloggs came … The chief inspector said": the one person named shortly before who
     * held the post by the register when the text was written, and of whom the text says no post.
     */
    private boolean knownHolder(PostTitles.Title title, int left) {
      if (tenures.isEmpty()
          || title.to() - title.from() < 2
          || !line.lower(left).equals("the")
          || title.organisation() != null) {
        return false;
      }
      TextRange printed = line.range(title.from(), title.to());
      PartialDate date = reading.document().layout().date();
      Set<String> wanted = wordsOf(reading.text(printed));
      Name holder = null;
      Tenure post = null;
      for (Name name :
          reading.names(
              new TextRange(Math.max(0, printed.from() - FARTHEST_BACK), printed.from()))) {
        Tenure tenure = isPerson(name) ? tenure(name.entity(), wanted, date) : null;
        if (tenure != null && post != null && !post.person().equals(tenure.person())) {
          return false;
        }
        holder = tenure == null ? holder : name;
        post = tenure == null ? post : tenure;
      }
      if (holder == null || post == null) {
        return false;
      }
      EntityRef person = post.person();
      if (found.stream().noneMatch(known -> known.person().equals(person))) {
        keep(
            new TextRange(holder.range().from(), printed.to()),
            holder,
            reading.text(printed),
            post.organisation(),
            PostStatus.CURRENT,
            Rule.KNOWN_HOLDER);
      }
      return true;
    }

    private @Nullable Tenure tenure(
        EntityRef person, Set<String> title, @Nullable PartialDate date) {
      for (Tenure tenure : tenures) {
        if (tenure.person().equals(person)
            && (date == null || tenure.holdsOn(date.firstDay()))
            && wordsOf(tenure.post()).containsAll(title)) {
          return tenure;
        }
      }
      return null;
    }

    /** "Her predecessor, Jo Bloggs": held the post that was told of last. */
    private void neighbour(int i) {
      Annotation.PostHolding last = found.isEmpty() ? null : found.get(found.size() - 1);
      if (last == null || !isPossessive(i - 1) || !line.is(i + 1, ",")) {
        return;
      }
      int told = reading.document().text().range(last.evidence().span()).from();
      int k = i + 2;
      while (isHonorific(k)) {
        k++;
      }
      Name person = line.nameAt(k);
      if (person == null
          || !isPerson(person)
          || line.words().start(i) - told > FARTHEST_BACK
          || person.entity().equals(last.person())) {
        return;
      }
      keep(
          new TextRange(line.words().start(i - 1), person.range().to()),
          person,
          last.post(),
          last.organisation(),
          line.is(i, "predecessor") ? PostStatus.FORMER : PostStatus.FUTURE,
          Rule.PREDECESSOR);
    }

    private boolean isPossessive(int i) {
      return switch (line.lower(i)) {
        case "her", "his", "their", "s" -> true;
        default -> false;
      };
    }

    private int start(int end) {
      Name name = line.name(end);
      int i = end;
      while (i > 0 && name != null && name.equals(line.name(i - 1))) {
        i--;
      }
      return i;
    }

    /** The word at which a person's name begins right after a title, or -1. */
    private int personAfter(int from, boolean comma) {
      int i = from;
      if (comma) {
        if (line.is(i, ",")) {
          i++;
        } else if (i >= line.count() || !line.words().inBrackets(i)) {
          return -1;
        }
        // "the right hon. Member for Anytown (Jo Bloggs)"
        for (int k = i; k < Math.min(i + 8, line.count()); k++) {
          if (line.is(k, "Member")) {
            i = k;
            while (i < line.count() && !line.words().inBrackets(i)) {
              i++;
            }
          }
        }
      }
      while (i < line.count() && (isHonorific(i) || line.is(i, "Rt"))) {
        i++;
      }
      Name name = line.nameAt(i);
      if (name == null || name.entity().kind() != EntityKind.PERSON) {
        return -1;
      }
      boolean bracketed = line.words().inBrackets(i) || line.words().inBrackets(from);
      boolean near =
          bracketed ? comma : i == from ? line.joined(i) : line.words().gap(from) == Words.JOINED;
      return near ? i : -1;
    }

    /** The person whose name ends right before a place, over a comma, or null. */
    private @Nullable Name personBefore(int left) {
      int k = left - 1;
      if (line.is(k, ",")) {
        k--;
      } else if (!line.joined(left)) {
        return null;
      }
      if (k > 0 && line.words().closedAfter(k)) {
        // "Jo Bloggs (pictured), chief executive"
        int open = k;
        while (open > 0 && k - open < 6 && !line.words().inBrackets(open)) {
          open--;
        }
        k = line.words().inBrackets(open) ? open - 1 : k;
      }
      // "Jo Bloggs MP, chief executive"; "Jo Bloggs OBE, …"
      if (k > 0
          && line.words().shape(k) == Words.UPPER
          && line.words().length(k) <= 3
          && line.name(k) == null) {
        k--;
      }
      Name name = line.nameEnding(k);
      return name != null && name.entity().kind() == EntityKind.PERSON ? name : null;
    }

    /** The verb of "replaces Jo Bloggs as", or -1. */
    private int verbBefore(int as) {
      Name name = line.nameEnding(as - 1);
      int k = name == null ? -1 : start(as - 1) - 1;
      while (k > 0 && isHonorific(k)) {
        k--;
      }
      return k > 0 && REPLACING.contains(line.lower(k)) ? k : -1;
    }

    /** Who "replaces Jo Bloggs as" something, or null. */
    private @Nullable Name successor(Name replaced, int as) {
      int verb = verbBefore(as);
      Name next = verb < 0 ? null : subjectOf(verb);
      return next == null || next.entity().equals(replaced.entity()) ? null : next;
    }

    /** The nearest person before a word in its sentence, or null. */
    private @Nullable Name personWithin(int by) {
      int sentence = sentenceStart(line.words().start(by));
      for (int k = by - 1; k >= 0 && by - k <= REACH; k--) {
        Name name = line.nameEnding(k);
        if (name != null && name.entity().kind() == EntityKind.PERSON) {
          return name;
        }
        if (line.words().start(k) < sentence) {
          return null;
        }
      }
      return null;
    }

    private int sentenceStart(int offset) {
      List<Reading.Sentence> sentences = reading.sentences();
      int low = Ordered.firstFrom(sentences, s -> s.range().from(), offset + 1);
      return low == 0 ? 0 : sentences.get(low - 1).range().from();
    }

    /** Who is or was something: the person right before the verb, or before "when he", "who". */
    private @Nullable Name subjectOf(int verb) {
      int k = verb - 1;
      while (k > 0
          && (line.is(k, "has")
              || line.is(k, "had")
              || line.is(k, "to")
              || line.is(k, "used")
              || line.is(k, "been")
              || line.is(k, "will")
              || line.is(k, "who")
              || line.is(k, "once"))) {
        k--;
      }
      if (line.is(k, ",")) {
        k--;
      }
      if ((line.is(k, "he") || line.is(k, "she"))
          && (line.is(k - 1, "when") || line.is(k - 1, "while"))) {
        return personWithin(k - 1);
      }
      Name name = line.nameEnding(k);
      return name != null && name.entity().kind() == EntityKind.PERSON ? name : null;
    }

    /** "…, interim chief executive and formerly head of …": the person of the title before. */
    private @Nullable Name coordinated(int and) {
      if (found.isEmpty()) {
        return null;
      }
      Annotation.PostHolding last = found.get(found.size() - 1);
      int end = reading.document().text().range(last.evidence().span()).to();
      return and > 0 && line.words().end(and - 1) == end && lastPerson != null ? lastPerson : null;
    }

    private @Nullable Name lastPerson;

    /** "Jo Bloggs, who chairs Example Trust". */
    private void verb(int i) {
      Name person = subjectOf(i);
      if (person == null && line.is(i - 1, "who") && line.is(i - 2, ",")) {
        // "Jo Bloggs, managing director of Example Ltd, who chairs …"
        person = coordinated(i - 2);
      }
      int object = i + 1;
      if (line.is(object, "the")) {
        object++;
      }
      Name organisation = null;
      for (int k = object; k < Math.min(object + 5, line.count()) && line.joined(k); k++) {
        Name name = line.nameAt(k);
        if (name != null && name.entity().kind().isOrganisation()) {
          organisation = name;
          break;
        }
      }
      boolean chairing = line.lower(i).startsWith("chair");
      if (person == null || organisation == null || !(chairing || line.is(i - 1, "who"))) {
        return;
      }
      String post =
          switch (line.lower(i)) {
            case "chairs", "chaired" -> "chair";
            default -> "head";
          };
      PostStatus status = line.lower(i).endsWith("ed") ? PostStatus.FORMER : PostStatus.CURRENT;
      keep(
          new TextRange(person.range().from(), organisation.range().to()),
          person,
          post,
          organisation.entity(),
          status,
          Rule.VERB);
    }

    private void add(
        PostTitles.Title title,
        Name person,
        @Nullable Name organisation,
        PostStatus status,
        Rule rule) {
      TextRange printed = line.range(title.from(), title.to());
      String post = reading.text(printed);
      int from = Math.min(printed.from(), person.range().from());
      int to = Math.max(printed.to(), person.range().to());
      if (organisation != null) {
        from = Math.min(from, organisation.range().from());
        to = Math.max(to, organisation.range().to());
      }
      keep(
          new TextRange(from, to),
          person,
          post,
          organisation == null ? byTitle(post) : organisation.entity(),
          status,
          rule);
    }

    private @Nullable EntityRef byTitle(String post) {
      String name = titles.organisationOf(post);
      return name == null ? null : organisations.get(name);
    }

    private void keep(
        TextRange range,
        Name person,
        String post,
        @Nullable EntityRef organisation,
        PostStatus status,
        Rule rule) {
      lastPerson = person;
      for (Annotation.PostHolding known : found) {
        if (known.person().equals(person.entity()) && alike(known.post(), post)) {
          return;
        }
      }
      if (seen.add(person.entity().name() + "|" + post.toLowerCase(Locale.ROOT))) {
        found.add(
            new Annotation.PostHolding(
                new Evidence(reading.document().text().span(range), rule.id(), rule.confidence()),
                person.entity(),
                post,
                organisation,
                status));
      }
    }

    /**
     * Whether one title is the other in fewer words ("HM Chief Inspector", "chief inspector of
     * probation").
     */
    private boolean alike(String a, String b) {
      Set<String> wordsOfA = wordsOf(a);
      Set<String> wordsOfB = wordsOf(b);
      int least = Math.min(wordsOfA.size(), wordsOfB.size());
      wordsOfA.retainAll(wordsOfB);
      return wordsOfA.size() * 2 >= least;
    }

    private Set<String> wordsOf(String title) {
      Set<String> words =
          new HashSet<>(List.of(title.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")));
      words.removeAll(Set.of("the", "of", "and", "a", "for", "hm"));
      return words;
    }
  }
}
