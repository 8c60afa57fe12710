package org.crcgraph.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.crcgraph.model.Annotation.DocumentKind;
import org.crcgraph.model.Document;
import org.crcgraph.model.Document.Block;
import org.crcgraph.model.Document.BlockKind;
import org.crcgraph.model.Issue;
import org.crcgraph.model.PartialDate;
import org.crcgraph.model.Place;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * E-mail (RFC 5322, .eml): subject, sender, date and words. What the sender quotes of an earlier
 * message loses its "&gt;" marks and stands between separators.
 */
final class EmailReader implements DocumentReader {
  private static final int DEEPEST = 20;

  @Override
  public Document read(String name, String file, byte[] bytes, String sha256, List<Issue> issues)
      throws UnreadableDocumentException, IOException {
    Message message;
    String body;
    try {
      message = new DefaultMessageBuilder().parseMessage(new ByteArrayInputStream(bytes));
      String plain = find(message, "text/plain", 0);
      String html = plain == null ? find(message, "text/html", 0) : null;
      body = plain != null ? plain : html != null ? textOf(html) : "";
    } catch (IOException | RuntimeException e) {
      // The parser throws unchecked exceptions too on broken encodings.
      throw new UnreadableDocumentException(
          Issue.error(
              Place.of(file),
              "a damaged e-mail (" + e.getMessage() + ")",
              "save the message again from the mail program"));
    }
    ComposedText text = new ComposedText();
    String subject = message.getSubject();
    if (subject != null && !subject.isBlank()) {
      text.add(subject.replaceAll("\\s+", " "), BlockKind.TITLE);
    }
    String sender = sender(message);
    if (sender != null) {
      text.add("From: " + sender, BlockKind.PARAGRAPH);
    }
    int before = text.blocks().size();
    addBody(text, body);
    if (text.blocks().size() == before) {
      throw new UnreadableDocumentException(
          Issue.error(
              Place.of(file),
              "an e-mail without words",
              "save its attachments as files of their own and give those"));
    }
    Date sent = message.getDate();
    PartialDate date =
        sent == null
            ? null
            : PartialDate.of(sent.toInstant().atOffset(ZoneOffset.UTC).toLocalDate());
    return text.document(name, file, sha256, null, date, DocumentKind.EMAIL);
  }

  private static @Nullable String sender(Message message) {
    if (message.getFrom() == null) {
      return null;
    }
    String names =
        message.getFrom().stream()
            .map(EmailReader::nameOf)
            .filter(n -> !n.isBlank())
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? null : names;
  }

  private static String nameOf(Mailbox mailbox) {
    return mailbox.getName() != null && !mailbox.getName().isBlank()
        ? mailbox.getName()
        : mailbox.getAddress();
  }

  /** The first part of a type that is no attachment, or null. */
  private static @Nullable String find(Entity entity, String type, int depth) throws IOException {
    Body body = entity.getBody();
    if (body instanceof Multipart parts && depth < DEEPEST) {
      for (Entity part : parts.getBodyParts()) {
        String found = find(part, type, depth + 1);
        if (found != null) {
          return found;
        }
      }
      return null;
    }
    if (body instanceof Message inner && depth < DEEPEST) {
      return find(inner, type, depth + 1);
    }
    boolean attached = "attachment".equalsIgnoreCase(entity.getDispositionType());
    if (!(body instanceof TextBody words) || attached || !type.equals(entity.getMimeType())) {
      return null;
    }
    try (java.io.Reader reader = words.getReader()) {
      StringBuilder all = new StringBuilder();
      char[] some = new char[8192];
      for (int n = reader.read(some); n >= 0; n = reader.read(some)) {
        all.append(some, 0, n);
      }
      return all.toString();
    }
  }

  private static String textOf(String html) {
    StringBuilder text = new StringBuilder();
    for (HtmlBlocks.Piece piece : HtmlBlocks.of(Jsoup.parse(html).body())) {
      text.append(piece.words().strip()).append("\n\n");
    }
    return text.toString();
  }

  /** Adds the words, with a separator wherever a quotation of an earlier message begins or ends. */
  private static void addBody(ComposedText text, String body) {
    int depth = 0;
    StringBuilder open = new StringBuilder();
    for (String line : body.split("\\R", -1)) {
      int marks = 0;
      int at = 0;
      while (at < line.length()
          && (line.charAt(at) == '>' || (marks > 0 && line.charAt(at) == ' '))) {
        marks += line.charAt(at) == '>' ? 1 : 0;
        at++;
      }
      if (line.equals("-- ") || line.equals("--")) {
        // What follows the signature mark (RFC 3676, 4.3) is no part of the message.
        break;
      }
      boolean blank = line.substring(at).isBlank();
      if (marks != depth && !(blank && marks == 0)) {
        flush(text, open);
        text.add("---", BlockKind.SEPARATOR);
        depth = marks;
      }
      open.append(line, at, line.length()).append('\n');
    }
    flush(text, open);
  }

  private static void flush(ComposedText text, StringBuilder open) {
    String words = open.toString();
    open.setLength(0);
    Blocks blocks = new Blocks(words);
    List<Line> lines = new ArrayList<>(Line.of(words));
    blocks.add(lines, -1, null);
    for (Block block : blocks.list()) {
      String paragraph = words.substring(block.range().from(), block.range().to());
      text.add(paragraph.replaceAll("[ \\t]*\\R[ \\t]*", " "), block.kind());
    }
  }
}
