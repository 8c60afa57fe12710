package org.crcgraph.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.crcgraph.model.Annotation.DocumentKind;
import org.crcgraph.model.Document;
import org.crcgraph.model.Document.BlockKind;
import org.crcgraph.model.Issue;
import org.crcgraph.model.Place;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Saved web pages: the article without the furniture of its page, the readers' comments as Blogger
 * and WordPress mark them up, and title, date and address from the metadata.
 */
final class HtmlReader implements DocumentReader {
  /** What is on a page but not of it. */
  private static final String FURNITURE =
      "script,style,noscript,template,iframe,object,svg,canvas,nav,aside,footer,form,button,select,"
          + "input,textarea,[role=navigation],[role=banner],[role=contentinfo],[role=search],"
          + "[role=complementary],[aria-hidden=true],[hidden],.share,.sharing,.sharedaddy,"
          + ".share-buttons,.social,.social-share,.related,.related-posts,.jp-relatedposts,"
          + ".newsletter,.cookie-banner,.advert,.advertisement,.ad-slot,.breadcrumb,.breadcrumbs,"
          + ".navigation,.nav,.sidebar,.widget,.post-footer,.post-share-buttons,.entry-meta,"
          + ".post-meta,.blog-pager,.skip-link,.govuk-skip-link,.gem-c-contextual-sidebar";

  private static final String COMMENTS =
      "#comments,.comments,#disqus_thread,.comments-area,#respond,.comment-respond,#comment-list";

  private static final String COMMENT =
      "li.comment,li[id^=comment-],li[id^=li-comment-],article.comment,div.comment[id]";

  /** Where the words of a comment stand, the surest first. */
  private static final List<String> COMMENT_BODY =
      List.of(".comment-content", ".comment-text", ".comment-body", ".comment-block");

  /** Where publishing systems put the words of an article, the surest first. */
  private static final List<String> ARTICLE =
      List.of(
          "[itemprop=articleBody]",
          ".post-body",
          ".entry-content",
          ".article-body",
          ".article__body",
          ".story-body",
          ".govspeak",
          "article",
          "main",
          "[role=main]");

  private static final int LEAST = 120;

  @Override
  public Document read(String name, String file, byte[] bytes, String sha256, List<Issue> issues)
      throws UnreadableDocumentException, IOException {
    org.jsoup.nodes.Document page = Jsoup.parse(new ByteArrayInputStream(bytes), null, "");
    if (page.charset().equals(StandardCharsets.UTF_8) && !isUtf8(bytes)) {
      issues.add(
          Issue.warning(
              Place.of(file),
              "not UTF-8 as it says or is taken to be; read as windows-1252",
              "save the page as UTF-8 to be sure that no character is misread"));
      page = Jsoup.parse(new ByteArrayInputStream(bytes), "windows-1252", "");
    }
    return read(name, file, sha256, page);
  }

  /** Reads a parsed page. */
  static Document read(String name, String file, String sha256, org.jsoup.nodes.Document page)
      throws UnreadableDocumentException {
    PageMetadata metadata = PageMetadata.of(page);
    List<Element> holders = page.select(COMMENT);
    List<Comment> comments = comments(holders);
    for (Element block : page.select("dl#comments-block")) {
      oldBlogger(block, comments);
    }
    page.select(FURNITURE).remove();
    Map<Element, Boolean> isComment = new HashMap<>();
    holders.forEach(h -> isComment.put(h, true));
    page.select(COMMENTS).remove();
    holders.forEach(h -> h.remove());

    ComposedText text = new ComposedText();
    if (metadata.title() != null) {
      text.add(metadata.title(), BlockKind.TITLE);
    }
    Element article = article(page);
    boolean first = true;
    for (HtmlBlocks.Piece piece : HtmlBlocks.of(article)) {
      boolean heading = piece.kind() == BlockKind.HEADING;
      if (first && metadata.title() != null && same(piece.words(), metadata.title())) {
        continue;
      }
      first &= heading;
      text.add(piece.words(), piece.kind());
    }
    if (text.isEmpty()) {
      throw new UnreadableDocumentException(
          Issue.error(
              Place.of(file),
              "the page holds no text (it may be built by a script)",
              "save the page from a browser after it has loaded, or save its text"));
    }
    add(text, comments);
    DocumentKind kind =
        metadata.kind() == null && (!comments.isEmpty() || metadata.blog())
            ? DocumentKind.BLOG_POST
            : metadata.kind();
    return text.document(name, file, sha256, metadata.url(), metadata.date(), kind);
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static boolean same(String a, String b) {
    return a.strip().toLowerCase(Locale.ROOT).equals(b.strip().toLowerCase(Locale.ROOT));
  }

  /** The element that holds the article and little else. */
  private static Element article(org.jsoup.nodes.Document page) {
    Element body = page.body();
    for (String selector : ARTICLE) {
      Element longest = null;
      int most = 0;
      for (Element candidate : page.select(selector)) {
        int length = candidate.text().length();
        if (length > most) {
          longest = candidate;
          most = length;
        }
      }
      if (longest != null && most >= LEAST) {
        return longest;
      }
    }
    // No known mark: go down for as long as one child holds nearly all paragraphs.
    Element at = body;
    boolean deeper = true;
    while (deeper) {
      deeper = false;
      int all = prose(at);
      for (Element child : at.children()) {
        if (all >= LEAST && prose(child) * 10 >= all * 8 && !child.normalName().equals("p")) {
          at = child;
          deeper = true;
          break;
        }
      }
    }
    return at;
  }

  private static int prose(Element element) {
    int length = 0;
    for (Element paragraph : element.select("p,blockquote,li")) {
      int words = paragraph.ownText().length();
      length += words > 40 || paragraph.normalName().equals("p") ? words : 0;
    }
    return length;
  }

  // ---- Comments

  /** A comment: its words, who wrote it, and the comment that it replies to. */
  private record Comment(List<HtmlBlocks.Piece> pieces, @Nullable String author, int parent) {}

  private static List<Comment> comments(List<Element> holders) {
    List<Comment> comments = new ArrayList<>();
    Map<Element, Integer> index = new HashMap<>();
    for (Element holder : holders) {
      int parent = -1;
      for (Element above = holder.parent(); above != null; above = above.parent()) {
        Integer known = index.get(above);
        if (known != null) {
          parent = known;
          break;
        }
      }
      Element content = null;
      for (String selector : COMMENT_BODY) {
        content = content == null ? own(holder, selector) : content;
      }
      if (content == null || (parent >= 0 && isPartOf(holder, index))) {
        continue;
      }
      List<HtmlBlocks.Piece> pieces = HtmlBlocks.of(content);
      Element author =
          own(holder, ".fn,.user,.comment-author-name,cite,.comment-author,[itemprop=author]");
      index.put(holder, comments.size());
      comments.add(new Comment(pieces, author(author), parent));
    }
    return comments;
  }

  /** "article.comment" inside "li.comment" is the same comment marked twice. */
  private static boolean isPartOf(Element holder, Map<Element, Integer> index) {
    Element above = holder.parent();
    return above != null
        && index.containsKey(above)
        && holder.normalName().matches("article|div")
        && above.normalName().equals("li");
  }

  /** The first match that is the holder's own and not a reply's. */
  private static @Nullable Element own(Element holder, String selector) {
    for (Element match : holder.select(selector)) {
      Element nearest = match.parent();
      while (nearest != null
          && !nearest.equals(holder)
          && !nearest.is("li.comment,li[id^=comment-]")) {
        nearest = nearest.parent();
      }
      if (holder.equals(nearest) && !holder.equals(match)) {
        return match;
      }
    }
    return null;
  }

  private static @Nullable String author(@Nullable Element element) {
    if (element == null) {
      return null;
    }
    String words =
        element.text().strip().replaceAll("(?i)\\s+(?:says|said)(?:\\.\\.\\.|:|…)?$", "");
    return words.isEmpty() || words.length() > 80 || words.matches("(?i)anonymous|unknown")
        ? null
        : words;
  }

  /** Blogger's old templates list author, body and footer of each comment in turn. */
  private static void oldBlogger(Element block, List<Comment> comments) {
    String author = null;
    for (Element child : block.children()) {
      if (child.hasClass("comment-author")) {
        author = author(child);
      } else if (child.hasClass("comment-body")) {
        comments.add(new Comment(HtmlBlocks.of(child), author, -1));
      }
    }
  }

  private static void add(ComposedText text, List<Comment> comments) {
    int[] at = new int[comments.size()];
    for (int i = 0; i < comments.size(); i++) {
      Comment comment = comments.get(i);
      text.beginComment();
      comment.pieces().forEach(piece -> text.add(piece.words(), piece.kind()));
      at[i] = text.endComment(comment.author(), comment.parent() < 0 ? -1 : at[comment.parent()]);
    }
  }
}
