package org.crcgraph.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.crcgraph.lexicon.Lexicon;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.Document;
import org.crcgraph.model.Entity;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.InventedDocument;
import org.crcgraph.model.Issue;
import org.crcgraph.model.SourceText;
import org.crcgraph.model.TextRange;

/**
 * Statements found in short invented texts. Each line is a paragraph; a line that begins with "• "
 * is a list item, "--" a separator, and one that begins with "# " a comment.
 */
final class Spoken {
  private static final List<Entity> ENTITIES =
      List.of(
          person("ada-marsh", "Ada Marsh", "Marsh"),
          person("tom-reyes", "Tom Reyes", "Reyes"),
          new Entity("organisation/oakfield", "Oakfield", EntityKind.OWNER, List.of()),
          new Entity("crc/eastshire-crc", "Eastshire CRC", EntityKind.CRC, List.of()),
          new Entity("crc/weld-fen-holm-crc", "Weld, Fen and Holm CRC", EntityKind.CRC, List.of()),
          new Entity(
              "organisation/ministry-of-justice",
              "Ministry of Justice",
              EntityKind.PUBLIC_BODY,
              List.of("MoJ")),
          new Entity(
              "organisation/hm-inspectorate-of-probation",
              "HM Inspectorate of Probation",
              EntityKind.PUBLIC_BODY,
              List.of("HMI Probation")),
          new Entity(
              "organisation/guild",
              "Guild of Case Workers",
              EntityKind.UNION,
              List.of("the Guild")),
          new Entity(
              "organisation/harbour-committee",
              "Harbour Select Committee",
              EntityKind.PUBLIC_BODY,
              List.of()),
          new Entity("publication/the-tide", "The Tide", EntityKind.PUBLICATION, List.of()));

  private static final StatementExtractor EXTRACTOR = new StatementExtractor(lexicon());

  private Spoken() {}

  private static Entity person(String slug, String name, String surname) {
    return new Entity("person/" + slug, name, EntityKind.PERSON, List.of(surname));
  }

  private static Lexicon lexicon() {
    List<Issue> issues = new ArrayList<>();
    Lexicon lexicon = Lexicon.load(Path.of("data"), ENTITIES, issues);
    if (!issues.isEmpty()) {
      throw new IllegalStateException(issues.toString());
    }
    return lexicon;
  }

  /** The records of a text. */
  static List<Annotation.Statement> records(String text) {
    return EXTRACTOR.extract(reading(text));
  }

  /** The statements of a text as "Speaker (role) mode: words". */
  static List<String> in(String text) {
    SourceText source = SourceText.of(text);
    return records(text).stream()
        .map(
            s ->
                (s.speaker() == null ? "Anonymous" : s.speaker().name())
                    + (s.role() == null ? "" : " (" + s.role() + ")")
                    + " "
                    + s.mode().label()
                    + ": "
                    + source.string(s.evidence().span()))
        .toList();
  }

  static Reading reading(String text) {
    List<Name> names = new ArrayList<>();
    for (Entity entity : ENTITIES) {
      List<String> forms = new ArrayList<>(entity.aliases());
      forms.add(entity.name());
      for (String form : forms) {
        for (int i = text.indexOf(form); i >= 0; i = text.indexOf(form, i + 1)) {
          names.add(new Name(new TextRange(i, i + form.length()), entity.ref()));
        }
      }
    }
    names.sort(Comparator.comparing(Name::range));
    List<Name> longest = new ArrayList<>();
    int end = -1;
    for (Name name : names) {
      if (name.range().from() >= end) {
        longest.add(name);
        end = name.range().to();
      }
    }
    List<Document.Block> blocks = new ArrayList<>();
    List<Document.CommentPart> comments = new ArrayList<>();
    int start = 0;
    for (String line : text.split("\n", -1)) {
      TextRange range = new TextRange(start, start + line.length());
      start += line.length() + 1;
      if (line.isEmpty()) {
        continue;
      }
      Document.BlockKind kind =
          line.startsWith("• ")
              ? Document.BlockKind.LIST_ITEM
              : line.equals("--") ? Document.BlockKind.SEPARATOR : Document.BlockKind.PARAGRAPH;
      if (line.startsWith("# ")) {
        TextRange body = new TextRange(range.from() + 2, range.to());
        comments.add(new Document.CommentPart(body, null, -1));
        blocks.add(new Document.Block(body, kind, comments.size() - 1));
      } else {
        blocks.add(new Document.Block(range, kind, -1));
      }
    }
    return new Reading(
        InventedDocument.of(
            text,
            new Document.Layout(
                null, null, Annotation.DocumentKind.BLOG_POST, blocks, comments, List.of())),
        longest);
  }
}
