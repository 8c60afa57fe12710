package org.crcgraph.extract;

/** The closed classes of English words that clause rules need. */
final class Grammar {
  /** Auxiliaries and other verb forms that make a clause finite. */
  private static final WordSet FINITE =
      WordSet.of(
          "is",
          "are",
          "was",
          "were",
          "am",
          "has",
          "have",
          "had",
          "do",
          "does",
          "did",
          "will",
          "would",
          "can",
          "could",
          "may",
          "might",
          "must",
          "should",
          "shall",
          "isn't",
          "aren't",
          "wasn't",
          "weren't",
          "hasn't",
          "haven't",
          "hadn't",
          "don't",
          "doesn't",
          "didn't",
          "won't",
          "wouldn't",
          "can't",
          "cannot",
          "couldn't",
          "shouldn't",
          "mustn't",
          "i'm",
          "it's",
          "he's",
          "she's",
          "that's",
          "there's",
          "what's",
          "we're",
          "you're",
          "they're",
          "i've",
          "we've",
          "you've",
          "they've",
          "i'll",
          "we'll",
          "you'll",
          "they'll",
          "it'll",
          "i'd",
          "we'd",
          "they'd",
          "let's",
          "knew",
          "know",
          "think",
          "thought",
          "want",
          "wants",
          "need",
          "needs",
          "got",
          "get",
          "gets",
          "made",
          "makes",
          "make",
          "gave",
          "gives",
          "give",
          "took",
          "takes",
          "take",
          "went",
          "goes",
          "go",
          "came",
          "comes",
          "come",
          "seems",
          "seem",
          "feel",
          "feels",
          "felt",
          "held",
          "left",
          "lost",
          "found",
          "saw",
          "said",
          "says",
          "say",
          "became",
          "led",
          "kept",
          "met",
          "ran",
          "run",
          "runs",
          "rose",
          "fell",
          "began",
          "brought",
          "told",
          "put",
          "means",
          "meant",
          "paid",
          "continues",
          "continue",
          "remain",
          "remains",
          "urge",
          "hope",
          "believe",
          "welcome",
          "understand",
          "agree",
          "look",
          "looks",
          "work",
          "works");

  private static final WordSet MODALS =
      WordSet.of(
          "would",
          "could",
          "might",
          "should",
          "can",
          "will",
          "must",
          "may",
          "shall",
          "wouldn't",
          "couldn't",
          "shouldn't",
          "can't",
          "cannot",
          "won't");

  private static final WordSet NEGATIONS =
      WordSet.of(
          "not", "never", "didn't", "don't", "doesn't", "hasn't", "haven't", "hadn't", "nobody");

  private static final WordSet PREPOSITIONS =
      WordSet.of(
          "of",
          "from",
          "by",
          "for",
          "at",
          "in",
          "on",
          "with",
          "to",
          "about",
          "into",
          "within",
          "across",
          "under",
          "over",
          "against",
          "after",
          "before",
          "during",
          "since",
          "between",
          "among",
          "through",
          "despite",
          "without",
          "towards",
          "behind",
          "near",
          "than",
          "via",
          "inside",
          "outside",
          "upon",
          "because",
          "including");

  private static final WordSet SUBORDINATORS =
      WordSet.of(
          "that",
          "because",
          "when",
          "while",
          "whilst",
          "as",
          "if",
          "after",
          "before",
          "but",
          "so",
          "whether",
          "where",
          "although",
          "though",
          "since",
          "until",
          "unless",
          "which",
          "who",
          "whom",
          "whose",
          "what",
          "how",
          "why",
          "than",
          "despite",
          "or");

  private static final WordSet DETERMINERS =
      WordSet.of(
          "the", "a", "an", "this", "that", "these", "those", "some", "many", "most", "several",
          "all", "his", "her", "its", "their", "our", "my", "your", "one", "two", "three", "other",
          "no", "every", "each", "any", "another", "both", "few");

  private static final WordSet FILLERS =
      WordSet.of(
          "also",
          "then",
          "has",
          "have",
          "had",
          "once",
          "now",
          "later",
          "nonetheless",
          "nevertheless",
          "though",
          "twice",
          "tonight",
          "further",
          "however",
          "both",
          "all",
          "already",
          "often",
          "too",
          "always",
          "even",
          "just",
          "again",
          "still",
          "first",
          "today",
          "yesterday",
          "ever",
          "is",
          "are",
          "was",
          "were",
          "earlier",
          "previously",
          "long",
          "thus",
          "therefore",
          "instead",
          "himself",
          "herself",
          "meanwhile");

  private static final WordSet QUESTION_WORDS =
      WordSet.of("what", "how", "why", "whether", "if", "when", "where", "who", "which");

  private Grammar() {}

  /** Whether the word makes a clause finite: an auxiliary, or a common verb in the past. */
  static boolean isFinite(String word) {
    return FINITE.contains(word)
        || (word.endsWith("n't") && word.length() > 3)
        || word.endsWith("'re")
        || word.endsWith("'ve")
        || word.endsWith("'ll");
  }

  /** Whether the word may be a regular past form. */
  static boolean isPastForm(String word) {
    return word.length() > 4 && word.endsWith("ed");
  }

  static boolean isModal(String word) {
    return MODALS.contains(word);
  }

  /** Whether the word can open a question that asks for yes or no. */
  static boolean isModalOrDo(String word) {
    return MODALS.contains(word) || word.equals("do") || word.equals("does") || word.equals("did");
  }

  static boolean isNegation(String word) {
    return NEGATIONS.contains(word);
  }

  static boolean isPreposition(String word) {
    return PREPOSITIONS.contains(word);
  }

  static boolean isSubordinator(String word) {
    return SUBORDINATORS.contains(word);
  }

  static boolean isDeterminer(String word) {
    return DETERMINERS.contains(word);
  }

  static boolean isQuestionWord(String word) {
    return QUESTION_WORDS.contains(word);
  }

  /** Whether the word is a pronoun that can be told or asked something. */
  static boolean isObjectPronoun(String word) {
    return switch (word) {
      case "me", "us", "him", "her", "them", "you" -> true;
      default -> false;
    };
  }

  /** Whether the word may stand between a subject and its verb. */
  static boolean isFiller(String word) {
    return FILLERS.contains(word) || (word.length() > 4 && word.endsWith("ly"));
  }

  /** Whether the word is a pronoun that can be the subject of a verb of saying. */
  static boolean isSubjectPronoun(String word) {
    return switch (word) {
      case "he", "she", "they", "it", "i", "we", "you" -> true;
      default -> false;
    };
  }
}
