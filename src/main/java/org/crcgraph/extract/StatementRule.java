package org.crcgraph.extract;

/**
 * The rules that find statements, each with an example of our own and with its counts on 27
 * documents annotated by hand: how many of its finds were right (words and speaker), and how many
 * there were. The rules were written with these documents at hand, so the counts flatter them;
 * {@code crcgraph evaluate --rules} counts them on other ones.
 */
enum StatementRule {
  SAID_BEFORE(
      "statement.direct.said-before",
      50,
      50,
      "Ada Marsh told staff: “The new office opens in May.”"),
  SAID_AFTER(
      "statement.direct.said-after", 20, 20, "“The new office opens in May,” Ada Marsh said."),
  SAID_BETWEEN(
      "statement.direct.said-between",
      2,
      2,
      "“The new office,” said Ada Marsh, “will open in May.”"),
  PARTIAL(
      "statement.direct.partial",
      10,
      10,
      "Ada Marsh insisted that she “would open the office before the summer”."),
  PARAGRAPH_BEFORE(
      "statement.direct.paragraph-before",
      7,
      7,
      "Ada Marsh said:\n“The new office opens in May. We are glad of it.”"),
  COLON(
      "statement.direct.colon",
      6,
      6,
      "Ada Marsh's reply on the website:\n“The new office opens in May.”"),
  CONTINUED(
      "statement.direct.continued",
      10,
      10,
      "“The new office opens in May,” Ada Marsh said. “It will be bigger than the old one.”"),
  SIGNED_OFF("statement.direct.signed-off", 1, 1, "“The new office opens in May.” – Ada Marsh"),
  UNATTRIBUTED(
      "statement.direct.unattributed",
      7,
      8,
      "Overheard in the corridor yesterday.\n“Nobody has told us where we will be sitting in May.”"),
  REPEATED(
      "statement.direct.repeated",
      6,
      6,
      """
      Ada Marsh said: “The new office opens in May and has a lift.”
      --
      “The new office opens in May and has a lift.” Where is it then?"""),
  COPIED(
      "statement.direct.copied",
      1,
      1,
      """
      Ada Marsh said: “The new office opens in May, and all who work on the old site get a desk.”
      # The new office opens in May, and all who work on the old site get a desk."""),
  TURN(
      "statement.direct.turn",
      29,
      29,
      """
      Ada Marsh (Eastshire)
      When does the new office open, and for whom?
      Tom Reyes
      It opens in May for everybody on the old site.
      Ada Marsh
      That is later than we were led to believe."""),
  BLOCK(
      "statement.direct.block",
      2,
      2,
      """
      Ada Marsh said:
      We open the new office in May, and we are glad of every desk in it."""),
  SIGNED_TEXT(
      "statement.direct.signed-text",
      5,
      5,
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
      145,
      149,
      "Ada Marsh said that the new office would open in May."),
  FRONTED(
      "statement.reported.fronted",
      5,
      5,
      "While the old site was cold, the report said the new office had heating."),
  POSTPOSED(
      "statement.reported.postposed", 26, 26, "The new office will open in May, Ada Marsh said."),
  ACCORDING_TO(
      "statement.reported.according-to",
      9,
      9,
      "The new office will open in May, according to Ada Marsh."),
  AS_SAID(
      "statement.reported.as-said",
      1,
      1,
      "As Ada Marsh said on the radio, offices do not open themselves."),
  NESTED(
      "statement.reported.nested",
      3,
      3,
      "Ada Marsh said: “Everybody was polite, and one officer told us that she had 97 cases.”"),
  DESCRIBED_BY(
      "statement.reported.described-by",
      1,
      1,
      "The move has been described as a waste by Oakfield."),
  CONCERN(
      "statement.reported.concern",
      1,
      1,
      "Oakfield expressed concern that the new office would open late."),
  ORDER(
      "statement.reported.order", 4, 4, "Ada Marsh urged ministers to open the new office in May."),
  TOLD(
      "statement.reported.told",
      4,
      4,
      "The staff have been told that the new office will open in May."),
  ABOUT(
      "statement.reported.about",
      9,
      9,
      "Some practitioners complained about the noise of the new office."),
  PREDICATE(
      "statement.reported.predicate",
      10,
      10,
      "Ada Marsh described the new office as “a palace of glass”."),
  FINDINGS_LIST(
      "statement.reported.findings-list",
      8,
      8,
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
