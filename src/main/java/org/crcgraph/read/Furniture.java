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
          "hide ad",
          "hide adhide ad",
          "advert",
          "sponsored",
          "sponsored content",
          "promoted stories",
          "story continues below",
          "story continues below advertisement",
          "article continues below",
          "article continues below advertisement",
          "article continues after advertisement",
          "share this article",
          "share this page",
          "share this post",
          "share this story",
          "share page",
          "copy link",
          "link copied",
          "get our newsletter",
          "sign up to our newsletter",
          "sign up to our newsletters",
          "sign up for our newsletter",
          "click to enlarge",
          "(click to enlarge)",
          "view gallery",
          "view comments",
          "play video",
          "show more",
          "alert me about debates like this",
          "link to this speech",
          "add your comment",
          "leave a reply",
          "leave a reply cancel reply",
          "cancel reply",
          "be the first to comment",
          "be the first to like this.",
          "print this article",
          "email this article",
          "most read",
          "most popular",
          "continue reading",
          "read full article",
          "recommended for you",
          "you may also like",
          "sign in",
          "log in",
          "subscribe now",
          "tweet",
          "menu",
          "search",
          "toggle navigation",
          "skip navigation",
          "skip to navigation",
          "skip to main content skip to navigation",
          "skip to footer",
          "read full debate");

  private static final Set<String> BARS =
      Set.of("search", "menu", "toggle navigation", "skip to main content", "skip to content");

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
              + "|this (?:article|story|post|page) (?:is|was published) (?:more than |over |about )?(?:\\d{1,2}|an?|one|two|three|four|five) (?:years?|months?) (?:old|ago)\\.?"
              + "|this was published under the \\d{4} to \\d{4} .{3,80} government"
              + "|(?:read (?:more|also|next)|see also|also read|more on this) ?[:>»–-] ?.{2,160}"
              + "|(?:sign up|subscribe|register) (?:to|for|here|now) .{0,100}(?:newsletter|e-?mail|update|bulletin|alert|briefing).{0,120}"
              + "|get (?:our|the|all the) .{0,80}(?:newsletter|inbox|alerts).{0,80}"
              + "|(?:image|photo|picture|pic|photograph)s? ?(?:copyright|source|credit|by)?[:,]? ?\\(?(?:getty(?: images)?|pa(?: wire| media| archive)?|press association|alamy|reuters|afp|rex(?: features)?|shutterstock|istock)\\b.{0,40}"
              + "|\\(?(?:getty(?: images)?|alamy|shutterstock|istock)(?:/istock)?\\)?"
              + "|\\(?click (?:here |on (?:it|the image) )?to (?:enlarge|expand|view|see|zoom).{0,60}"
              + "|we use (?:some )?(?:essential )?cookies\\b.{0,300}"
              + "|you(?:'ve|’ve| have) (?:accepted|rejected) .{0,60}cookies\\b.{0,200}"
              + "|(?:your email address will not be published|required fields are marked|this site uses akismet|fill in your details below|you are commenting using your|please log in using one of|notify me of (?:new|follow)|connecting to %s|enter your comment here)\\b.{0,200}"
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

  /** "Search", "Menu": what stands above it on a page is the site's own. */
  static boolean isBar(String text, Line line) {
    return line.length() <= 25 && BARS.contains(line.in(text).toLowerCase(Locale.ROOT));
  }

  /** A line that only leads around the page. */
  static boolean isNavigation(String text, Line line) {
    if (line.length() <= 45 && LINES.contains(line.in(text).toLowerCase(Locale.ROOT))) {
      return true;
    }
    return line.length() <= 400
        && "PpLlEeSsTtRrGgIiWwYyFfNnCcAaMm(-".indexOf(text.charAt(line.from())) >= 0
        && POST_FOOTER.matcher(line.in(text)).matches();
  }
}
