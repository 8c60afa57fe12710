package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.PartialDate;
import org.crcgraph.model.Tenure;
import org.jspecify.annotations.Nullable;

/** Who holds which post, by what a document and the register say. */
final class PostHolders {
  private static final int MOST_POSTS = 300;

  /** What share of the words of a bare title must stand in the register's. */
  private static final double FIT_OF_REGISTER = 0.99;

  private final SpokenText spoken;
  private final Reading reading;
  private final SpeechTokens tokens;
  private final SpeechWords words;
  private final SpokenText.Known known;
  private final List<Held> posts = new ArrayList<>();
  private final List<Held> registered = new ArrayList<>();
  private final Set<Map.Entry<EntityRef, Set<String>>> knownPosts = new HashSet<>();
  private final List<Held> postsInOrder = new ArrayList<>();

  /** A post that somebody holds by the document's words: the words of its title, and where. */
  private record Held(
      EntityRef person,
      Set<String> title,
      @Nullable EntityRef organisation,
      int at,
      boolean former) {}

  /** Learns who is named, and with which posts. */
  PostHolders(SpokenText spoken) {
    this.spoken = spoken;
    reading = spoken.reading();
    tokens = spoken.tokens();
    words = spoken.words();
    known = spoken.known();
    learnPosts();
    learnTenures();
  }

  /**
   * The posts that, by the register, persons of this text held when it was written: a text that
   * calls somebody by name here and by title there need not say that it is the same person.
   */
  private void learnTenures() {
    if (known.tenures().isEmpty()) {
      return;
    }
    Set<EntityRef> persons = new HashSet<>();
    for (Name name : reading.names()) {
      if (name.entity().kind() == EntityKind.PERSON) {
        persons.add(name.entity());
      }
    }
    PartialDate date = reading.document().layout().date();
    for (Tenure tenure : known.tenures()) {
      if (persons.contains(tenure.person())
          && (date == null || tenure.holdsOn(date.firstDay()))
          && registered.size() < MOST_POSTS) {
        String organisation = tenure.organisation() == null ? "" : tenure.organisation().name();
        registered.add(
            new Held(
                tenure.person(),
                titleWords(tenure.post() + " " + organisation),
                tenure.organisation(),
                0,
                false));
      }
    }
  }

  private void learnPosts() {
    for (Annotation.PostHolding post : reading.found(Annotation.PostHolding.class)) {
      String organisation = post.organisation() == null ? "" : post.organisation().name();
      add(
          new Held(
              post.person(),
              titleWords(post.post() + " " + organisation),
              post.organisation(),
              reading.document().text().range(post.evidence().span()).from(),
              post.status() == Annotation.PostStatus.FORMER));
    }
    for (Name name : reading.names()) {
      if (name.entity().kind() == EntityKind.PERSON) {
        learnPost(name);
      }
    }
    postsInOrder.sort(Comparator.comparingInt(Held::at));
  }

  /** Each title of a person is kept once, so that look-up does not grow with the document. */
  private void add(Held post) {
    postsInOrder.add(post);
    if (posts.size() < MOST_POSTS && knownPosts.add(Map.entry(post.person(), post.title()))) {
      posts.add(post);
    }
  }

  /** A title printed before the name, or after it with or without a comma. */
  private void learnPost(Name name) {
    int first = tokens.atOrAfter(name.range().from());
    int after = tokens.atOrAfter(name.range().to());
    if (first >= tokens.size()) {
      return;
    }
    int sentence = tokens.sentence(first);
    int end = first - 1;
    while (end >= 0 && spoken.isHonorific(tokens.word(end))) {
      end--;
    }
    if (end > 0 && tokens.is(end, ",")) {
      end--;
    }
    int start = end;
    while (start >= 0
        && end - start < 9
        && tokens.sentence(start) == sentence
        && tokens.isWord(start)
        && isTitlePart(start)) {
      start--;
    }
    addPost(name, start + 1, end);
    int from = after;
    if (from < tokens.size() && tokens.is(from, ",")) {
      from++;
    }
    int to = from;
    while (to < tokens.size()
        && to - from < 10
        && tokens.sentence(to) == sentence
        && tokens.isWord(to)
        && isTitlePart(to)) {
      to++;
    }
    addPost(name, from, to - 1);
  }

  private boolean isTitlePart(int token) {
    String word = tokens.word(token);
    return switch (word) {
      case "of", "for", "and", "the", "at" -> true;
      default ->
          !Grammar.isPreposition(word)
              && !Grammar.isSubordinator(word)
              && !Grammar.isFinite(word)
              && !Grammar.isSubjectPronoun(word)
              && (words.verb(word) == null || words.noun(word) != null);
    };
  }

  private void addPost(Name name, int from, int to) {
    boolean post = false;
    for (int i = from; i <= to; i++) {
      SpeechWords.SpeakingNoun noun = words.noun(tokens.word(i));
      post |= noun != null && noun.sort() == SpeechWords.NounSort.POST;
    }
    if (post) {
      boolean former = tokens.is(from, "former") || tokens.is(from + 1, "former");
      add(
          new Held(
              name.entity(),
              titleWords(reading.text(tokens.range(from, to))),
              SpokenText.organisation(reading.names(tokens.range(from, to))),
              name.range().from(),
              former));
    }
  }

  private static Set<String> titleWords(String title) {
    Set<String> found = new HashSet<>();
    String lower = title.toLowerCase(Locale.ROOT);
    int from = 0;
    for (int i = 0; i <= lower.length(); i++) {
      if (i == lower.length() || lower.charAt(i) < 'a' || lower.charAt(i) > 'z') {
        if (from < i || i == 0) {
          found.add(singular(lower.substring(from, i)));
        }
        from = i + 1;
      }
    }
    return found;
  }

  /** A shadow or former post is not meant by its plain title. */
  private static boolean isOutOfOffice(Held post, Set<String> phrase) {
    return (post.former() && !phrase.contains("former") && !phrase.contains("then"))
        || (post.title().contains("shadow") && !phrase.contains("shadow"));
  }

  /** "A charity boss has warned …": the person with a post whom the next sentences name. */
  @Nullable EntityRef nextHolder(int token) {
    int at = tokens.from(token);
    int low = Ordered.firstFrom(postsInOrder, Held::at, at + 1);
    Held next = low < postsInOrder.size() ? postsInOrder.get(low) : null;
    return next != null && next.at() < at + 400 ? next.person() : null;
  }

  /** The one person of the text who by the register held the post; null where there are two. */
  private @Nullable EntityRef registeredHolder(
      Set<String> phrase, String head, @Nullable EntityRef organisation) {
    if (phrase.contains("former") || phrase.contains("then") || phrase.contains("shadow")) {
      return null;
    }
    EntityRef only = null;
    for (Held post : registered) {
      if (fit(post, phrase, head, organisation) >= FIT_OF_REGISTER) {
        if (only != null && !only.equals(post.person())) {
          return null;
        }
        only = post.person();
      }
    }
    return only;
  }

  /** How well a phrase names a post: the share of its words that stand in the title, or 0. */
  private static double fit(
      Held post, Set<String> phrase, String head, @Nullable EntityRef organisation) {
    boolean elsewhere =
        organisation != null
            && post.organisation() != null
            && !organisation.equals(post.organisation());
    if (!post.title().contains(head) || elsewhere) {
      return 0;
    }
    long shared = phrase.stream().filter(post.title()::contains).count();
    return (double) shared / phrase.size() - (isOutOfOffice(post, phrase) ? 0.3 : 0);
  }

  static String singular(String word) {
    return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
        ? word.substring(0, word.length() - 1)
        : word;
  }

  /**
   * Who holds a post by what the document says of posts, else by the register, or null.
   *
   * @param phrase the words that name the post, without endings of the plural
   * @param head the noun among them
   * @param organisation where the post is, or null
   * @param at where the phrase stands: of two holders the nearer one is meant
   */
  @Nullable EntityRef of(
      Set<String> phrase, String head, @Nullable EntityRef organisation, int at) {
    EntityRef best = null;
    double bestScore = 0;
    int bestDistance = Integer.MAX_VALUE;
    for (Held post : posts) {
      double score = fit(post, phrase, head, organisation);
      int distance = Math.abs(at - post.at());
      if (score > 0.6 && (score > bestScore || (score == bestScore && distance < bestDistance))) {
        best = post.person();
        bestScore = score;
        bestDistance = distance;
      }
    }
    return best != null ? best : registeredHolder(phrase, head, organisation);
  }
}
