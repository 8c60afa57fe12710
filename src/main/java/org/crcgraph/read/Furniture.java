package org.crcgraph.read;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The lines of a saved page that are no part of what anybody wrote. */
final class Furniture {
  private static final Set<String> LINES =
      Set.of(
          "add comment",
          "add a comment",
          "load more...",
          "load more…",
          "post a comment",
          "leave a comment",
          "links to this post",
          "newer post",
          "older post",
          "home",
          "newer post older post home",
          "newer postolder posthome",
          "create a link",
          "replies",
          "reply",
          "no comments",
          "no comments:",
          "comments",
          "comments:",
          "share this",
          "share this:",
          "share",
          "like this:",
          "like loading...",
          "print this page",
          "print",
          "email",
          "related",
          "skip to main content",
          "advertisement",
          "read more",
          "loading...",
          "cookies on our website",
          "accept policy",
          "accept cookies",
          "accept all cookies",
          "accessibility links",
          "skip to content",
          "skip to main navigation",
          "latest news",
          "reticulating splines",
          "full debate: read full debate",
          "read full debate");

  private static final Pattern COMMENT_COUNT =
      Pattern.compile(
          "(?:\\d{1,6}|no|one)(?: +(?:comments?|responses?|thoughts? on .{1,200}|replies)):?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern POST_FOOTER =
      Pattern.compile(
          "(?:posted by .{1,60} at \\d{1,2}[:.]\\d{2}.*"
              + "|labels: .{1,300}"
              + "|email this ?blogthis!.*"
              + "|subscribe to: ?post comments \\(atom\\)"
              + "|this entry was posted (?:in|on) .{1,300}"
              + "|(?:share|tweet|pin|email) (?:this|on|to) .{1,60}"
              + "|read full debate(?: +read (?:hansard text|debate)| ministerial extracts)*"
              + "|read hansard text(?: +read debate| ministerial extracts)*"
              + "|this information is provided by parallel parliament.*"
              + "|this question was answered on .{4,40}"
              + "|-+ ?later in debate ?-*"
              + "|-+ ?hansard(?: ?-)*(?: ?excerpts)?"
              + "|share (?:to|on) (?:twitter|facebook|pinterest).{0,60})",
          Pattern.CASE_INSENSITIVE);

  private Furniture() {}

  /** "25 comments:", "No comments:": the heading of a page's comments. */
  static boolean isCommentCount(String text, Line line) {
    if (line.length() > 240 || !mayCount(text.charAt(line.from()))) {
      return false;
    }
    return COMMENT_COUNT.matcher(line.in(text)).matches();
  }

  private static boolean mayCount(char c) {
    return Character.isDigit(c) || c == 'N' || c == 'n' || c == 'O' || c == 'o';
  }

  /** A line that only leads around the page. */
  static boolean isNavigation(String text, Line line) {
    if (line.length() <= 40 && LINES.contains(line.in(text).toLowerCase(Locale.ROOT))) {
      return true;
    }
    return line.length() <= 400
        && "PpLlEeSsTtRr-".indexOf(text.charAt(line.from())) >= 0
        && POST_FOOTER.matcher(line.in(text)).matches();
  }
}
