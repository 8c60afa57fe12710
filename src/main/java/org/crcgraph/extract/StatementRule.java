package org.crcgraph.extract;

/**
 * The rules that find statements, each with an example of our own and with its counts on 44
 * documents annotated by hand: how many of its finds were right (words and speaker), and how many
 * there were. The rules were written with these documents at hand, so the counts flatter them;
 * {@code crcgraph evaluate --rules} counts them on other ones.
 */
enum StatementRule {
  SAID_BEFORE(
      "statement.direct.said-before",
      66,
      66,
      "Ada Marsh told staff: “The new office opens in May.”"),
  SAID_AFTER(
      "statement.direct.said-after", 40, 40, "“The new office opens in May,” Ada Marsh said."),
  SAID_BETWEEN(
      "statement.direct.said-between",
      4,
      4,
      "“The new office,” said Ada Marsh, “will open in May.”"),
  PARTIAL(
      "statement.direct.partial",
      9,
      9,
      "Ada Marsh insisted that she “would open the office before the summer”."),
  PARAGRAPH_BEFORE(
      "statement.direct.paragraph-before",
      9,
      9,
      "Ada Marsh said:\n“The new office opens in May. We are glad of it.”"),
  COLON(
      "statement.direct.colon",
      10,
      10,
      "Ada Marsh's reply on the website:\n“The new office opens in May.”"),
  CONTINUED(
      "statement.direct.continued",
      21,
      21,
      "“The new office opens in May,” Ada Marsh said. “It will be bigger than the old one.”"),
  UNATTRIBUTED(
      "statement.direct.unattributed",
      7,
      8,
      "Overheard in the corridor yesterday.\n“Nobody has told us where we will be sitting in May.”"),
  REPEATED(
      "statement.direct.repeated",
      8,
      8,
      """
      Ada Marsh said: “The new office opens in May and has a lift.”
      --
      “The new office opens in May and has a lift.” Where is it then?"""),
  TURN(
      "statement.direct.turn",
      39,
      39,
      """
      Ada Marsh (Eastshire)
      When does the new office open, and for whom?
      Tom Reyes
      It opens in May for everybody on the old site.
      Ada Marsh
      That is later than we were led to believe."""),
  BLOCK(
      "statement.direct.block",
      1,
      1,
      """
      Ada Marsh said:
      We open the new office in May, and we are glad of every desk in it."""),
  SIGNED_TEXT(
      "statement.direct.signed-text",
      7,
      7,
      """
      Foreword
      The old office was too small for the people who came to it, and colder than it should be. \
      We looked for two years before we found another.
      The new one opens in May. It has a lift, a yard and four rooms where people can talk in \
      private, which is more than we dared to hope for.
      Ada Marsh
      Director"""),
  SAID_THAT(
      "statement.reported.said-that",
      236,
      241,
      "Ada Marsh said that the new office would open in May."),
  FRONTED(
      "statement.reported.fronted",
      5,
      5,
      "While the old site was cold, the report said the new office had heating."),
  POSTPOSED(
      "statement.reported.postposed", 41, 41, "The new office will open in May, Ada Marsh said."),
  ACCORDING_TO(
      "statement.reported.according-to",
      13,
      13,
      "The new office will open in May, according to Ada Marsh."),
  NESTED(
      "statement.reported.nested",
      3,
      3,
      "Ada Marsh said: “Everybody was polite, and one officer told us that she had 97 cases.”"),
  DESCRIBED_BY(
      "statement.reported.described-by",
      3,
      3,
      "The move has been described as a waste by Oakfield."),
  ORDER(
      "statement.reported.order", 7, 7, "Ada Marsh urged ministers to open the new office in May."),
  TOLD(
      "statement.reported.told",
      4,
      7,
      "The staff have been told that the new office will open in May."),
  ABOUT(
      "statement.reported.about",
      11,
      11,
      "Some practitioners complained about the noise of the new office."),
  PREDICATE(
      "statement.reported.predicate",
      14,
      14,
      "Ada Marsh described the new office as “a palace of glass”."),
  FINDINGS_LIST(
      "statement.reported.findings-list",
      11,
      11,
      "Inspectors came to three conclusions:\n• The new office had opened too late for the staff.");

  private final String id;
  private final int right;
  private final int found;
  private final String example;

  StatementRule(String id, int right, int found, String example) {
    this.id = id;
    this.right = right;
    this.found = found;
    this.example = example;
  }

  /** The id that evidence carries. */
  String id() {
    return id;
  }

  /**
   * How often the rule is right, 0 to 1: the share of its finds that were right, as if it had found
   * one right and one wrong more (Laplace's rule), so that few finds make no certainty.
   */
  double confidence() {
    return Math.round(100.0 * (right + 1) / (found + 2)) / 100.0;
  }

  /** Text in which the rule finds a statement. */
  String example() {
    return example;
  }
}
