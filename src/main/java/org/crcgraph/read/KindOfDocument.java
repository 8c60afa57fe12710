package org.crcgraph.read;

import java.util.List;
import java.util.regex.Pattern;
import org.crcgraph.model.Annotation.DocumentKind;
import org.jspecify.annotations.Nullable;

/** Decides what a document is by its own form, never by what it is about. */
final class KindOfDocument {
  /** The head and the foot of a document show its form; this much of each is read. */
  private static final int HEAD = 3_000;

  private static final int FOOT = 2_000;

  /** What only a press release says of itself, at its head or its foot. */
  private static final Pattern PRESS_RELEASE =
      Pattern.compile(
          "\\b(?:for immediate release|notes? (?:to|for) editors?|(?:media|press) (?:enquiries|contacts?)"
              + "|contact the .{0,60}(?:press|media) (?:office|team)"
              + "|for (?:further|more) information,? (?:please )?(?:contact|call|telephone))\\b",
          Pattern.CASE_INSENSITIVE);

  /** The same as a label on a line of its own. */
  private static final Pattern PRESS_LABEL =
      Pattern.compile(
          "(?:press|news|media) (?:release|statement|notice)s?\\b.{0,40}",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern REPORT =
      Pattern.compile(
          "\\b(?:executive summary|table of contents|annual report|(?:an|a joint|thematic) inspection of"
              + "|inspection report|terms of reference|committee of public accounts"
              + "|conclusions and recommendations|HC \\d{1,4}|session \\d{4}|published by|crown copyright|isbn)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern BRIEFING =
      Pattern.compile("\\bbriefing\\b", Pattern.CASE_INSENSITIVE);

  /** "Q12 Chair:", "Jo Writer:", "Jo Writer (Upper Town) (Con)": who speaks, then the words. */
  private static final Pattern SPEAKER =
      Pattern.compile(
          "(?:Q\\d{1,4}\\b.{0,60}|(?:(?:The |Mr |Mrs |Ms |Dr |Sir |Dame |Lord |Baroness )?"
              + "[A-Z][\\w'’-]+(?: [A-Z][\\w'’-]+){0,3}(?: \\([^)]{1,60}\\)){0,2}):\\s.*"
              + "|[A-Z][\\w'’-]+(?: [A-Z][\\w'’-]+| of| for| and){1,12}(?: \\([^)]{1,60}\\)){1,2})",
          Pattern.DOTALL);

  /** What a record of spoken words says of itself. */
  private static final Pattern SPOKEN =
      Pattern.compile(
          "\\b(?:debated on|oral evidence|hansard|examination of witnesses|in the chair|transcript"
              + "|asked the secretary of state|column \\d+)\\b",
          Pattern.CASE_INSENSITIVE);

  /** What only the pages of debates print over them, whether or not they print who speaks. */
  private static final Pattern SITTING =
      Pattern.compile(
          "\\b(?:Volume \\d{1,4}: debated on|[Rr]ead [Ff]ull debate|in (?:the House of (?:Commons|Lords)|Westminster Hall) at \\d{1,2}[:.]\\d{2} ?[ap]m)\\b");

  private KindOfDocument() {}

  static DocumentKind of(
      String text, List<Line> post, @Nullable Line title, boolean dateFirst, boolean comments) {
    if (comments || post.isEmpty()) {
      return DocumentKind.BLOG_POST;
    }
    int start = post.get(0).from();
    int end = post.get(post.size() - 1).to();
    String head = text.substring(start, Math.min(end, start + HEAD));
    String foot = text.substring(Math.max(start, end - FOOT), end);
    if (SITTING.matcher(head).find() || isTranscript(text, post, SPOKEN.matcher(head).find())) {
      return DocumentKind.TRANSCRIPT;
    }
    if (isPressRelease(text, post, head, foot)) {
      return DocumentKind.PRESS_RELEASE;
    }
    String opening = text.substring(start, Math.min(end, start + 400));
    if (BRIEFING.matcher(opening).find()) {
      return DocumentKind.BRIEFING;
    }
    if (dateFirst) {
      // A date line over a title, and no other frame: the shape of a saved blog page.
      return DocumentKind.BLOG_POST;
    }
    if (REPORT.matcher(head).find() || REPORT.matcher(foot).find()) {
      return DocumentKind.REPORT;
    }
    return title != null ? DocumentKind.NEWS_ARTICLE : DocumentKind.BLOG_POST;
  }

  private static boolean isPressRelease(String text, List<Line> post, String head, String foot) {
    for (Line line : post.subList(0, Math.min(6, post.size()))) {
      if (line.length() < 60 && PRESS_LABEL.matcher(line.in(text)).matches()) {
        return true;
      }
    }
    return PRESS_RELEASE.matcher(head).find() || PRESS_RELEASE.matcher(foot).find();
  }

  private static boolean isTranscript(String text, List<Line> post, boolean saysSo) {
    int looked = Math.min(post.size(), 60);
    int speakers = 0;
    for (Line line : post.subList(0, looked)) {
      String opening = text.substring(line.from(), Math.min(line.to(), line.from() + 140));
      if (SPEAKER.matcher(opening).matches()) {
        speakers++;
      }
    }
    return saysSo
        ? speakers >= 2 && speakers * 8 >= looked
        : speakers >= 4 && speakers * 4 >= looked;
  }
}
