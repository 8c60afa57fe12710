package org.crcgraph.read;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.crcgraph.lexicon.Lexicon;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.DocumentRef;
import org.crcgraph.model.Entity;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.Evidence;
import org.crcgraph.model.Issue;
import org.crcgraph.model.PartialDate;
import org.crcgraph.model.Place;
import org.crcgraph.model.Review;
import org.crcgraph.model.Span;
import org.jspecify.annotations.Nullable;

/**
 * Reads reviews strictly: the file that a person edits, and the committed form without text. {@code
 * data/claims/README.md} describes both. Every fault of every line is reported.
 */
public final class ReviewReader {
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern KEY = Pattern.compile("[a-z]+/\\d+-\\d+/[0-9a-f]{8}");
  private static final Pattern DURATION = Pattern.compile("P(?=.)(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?");

  private static final String CONFIDENCE = "confidence";

  /** The members of each type of record. */
  private static final Map<String, BiFunction<ReviewReader.Fields, Evidence, Annotation>> TYPES =
      Map.ofEntries(
          Map.entry("document", Fields::documentHead),
          Map.entry("section", Fields::section),
          Map.entry("comment", Fields::comment),
          Map.entry("mention", Fields::mention),
          Map.entry("ownership", Fields::ownership),
          Map.entry("post", Fields::postHolding),
          Map.entry("statement", Fields::statement),
          Map.entry("inspection", Fields::inspection),
          Map.entry("contract", Fields::contract),
          Map.entry("supply", Fields::supply),
          Map.entry("figure", Fields::figure));

  private final Map<String, List<Entity>> byName = new HashMap<>();

  /** Prepares to read records that name the lexicon's things. */
  public ReviewReader(Lexicon lexicon) {
    for (Entity entity : lexicon.entities()) {
      byName.computeIfAbsent(entity.name(), n -> new ArrayList<>()).add(entity);
    }
  }

  /** Whether a record that names this thing must say its kind for it to be found again. */
  public boolean needsKind(EntityRef entity) {
    List<Entity> candidates = byName.getOrDefault(entity.name(), List.of());
    return candidates.size() != 1 || !candidates.get(0).id().equals(entity.id());
  }

  /**
   * Reads every {@code *.jsonl} of a folder.
   *
   * @param folder the folder {@code claims} of a data folder; where there is none, nothing
   * @param issues receives every fault
   */
  public List<Review> readFolder(Path folder, List<Issue> issues) throws IOException {
    List<Review> reviews = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file :
            files.filter(f -> f.getFileName().toString().endsWith(".jsonl")).sorted().toList()) {
          reviews.addAll(read(file, issues));
        }
      }
    }
    return reviews;
  }

  /** The lines of a file that are without fault. */
  public List<Review> read(Path file, List<Issue> issues) throws IOException {
    List<Review> reviews = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    int number = 0;
    for (String text :
        RegisterText.decode(file.toString(), Files.readAllBytes(file), issues).split("\n", -1)) {
      number++;
      if (text.isBlank()) {
        continue;
      }
      JsonLine line = JsonLine.parse(new Place(file.toString(), number, 1), text);
      // An open record is extracted anew, perhaps by a lexicon that has changed since.
      boolean open = line.says("decision", Review.Decision.OPEN.label());
      Optional<Review> review =
          line.faults().isEmpty() ? Optional.of(review(line)) : Optional.empty();
      if (line.faults().isEmpty()) {
        review.ifPresent(r -> checkTwice(r, line, seen));
      }
      for (Issue fault : line.faults()) {
        issues.add(
            open
                ? Issue.warning(
                    fault.place(), "open record left out: " + fault.what(), fault.remedy())
                : fault);
      }
      if (line.faults().isEmpty()) {
        review.ifPresent(reviews::add);
      }
    }
    return reviews;
  }

  private static void checkTwice(Review review, JsonLine line, Set<String> seen) {
    if (review.key() != null && !seen.add(review.document().sha256() + " " + review.key())) {
      line.fault(
          review.place(), "the record " + review.key() + " is decided on twice", "remove a line");
    }
  }

  private Review review(JsonLine line) {
    Review.Decision decision =
        line.word("decision", Review.Decision.values(), Review.Decision::label);
    boolean decided = decision != Review.Decision.OPEN;
    Place reviewerAt = line.placeOf("reviewer");
    String reviewer = line.optionalText("reviewer").filter(r -> !r.isBlank()).orElse(null);
    if (decided && reviewer == null) {
      line.fault(reviewerAt, "a decision without reviewer", "write who decided");
    }
    LocalDate reviewedOn = reviewedOn(line, decided);
    String note = line.optionalText("note").orElse(null);
    DocumentRef document = document(line);
    Span span = span(line);
    String type = type(line);
    String quote = line.optionalText("quote").orElse(null);
    String key = matching(line, "key", KEY, "the key that extract wrote, or none");
    Place quotePlace = line.placeOf("quote_sha256");
    String quoteSha256 = matching(line, "quote_sha256", DIGEST, "64 hexadecimal digits, or none");
    String wordsSha256 = matching(line, "words_sha256", DIGEST, "64 hexadecimal digits, or none");
    String rule = line.optionalText("rule").orElse(Evidence.REVIEW);
    double confidence = confidence(line);
    Review.Wording wording = wording(line, type);
    BiFunction<Fields, Evidence, Annotation> reader = TYPES.get(type);
    Annotation record = null;
    // A rejected record may be committed without its fields: what it said is not so.
    if (reader != null && (decision != Review.Decision.REJECT || !line.unreadNames().isEmpty())) {
      Fields fields = new Fields(line, byName, kinds(line));
      record = reader.apply(fields, new Evidence(span, rule, confidence));
    }
    if (reader != null) {
      line.finish();
    }
    return new Review(
        line.place(),
        document,
        type,
        span,
        record,
        wording,
        quote,
        key,
        quoteSha256,
        quotePlace,
        wordsSha256,
        decision,
        reviewer,
        reviewedOn,
        note);
  }

  private static @Nullable LocalDate reviewedOn(JsonLine line, boolean decided) {
    Place at = line.placeOf("reviewed_on");
    Optional<PartialDate> date = line.optionalDate("reviewed_on");
    if (date.isPresent() && date.get().day() == 0) {
      line.fault(at, "\"" + date.get() + "\" is no day", "write the day, such as 2026-11-21");
    } else if (decided && date.isEmpty()) {
      line.fault(at, "a decision without its day", "write reviewed_on, such as 2026-11-21");
    }
    return date.map(PartialDate::firstDay).orElse(null);
  }

  private static DocumentRef document(JsonLine line) {
    Optional<JsonLine> document = line.object("document");
    if (document.isEmpty()) {
      line.fault(line.place(), "\"document\" is missing", "write its name, sha256 and length");
      return new DocumentRef("", "", 0);
    }
    JsonLine fields = document.get();
    String sha256 = fields.text("sha256");
    if (!DIGEST.matcher(sha256).matches()) {
      fields.fault(
          fields.place(),
          "\"" + sha256 + "\" is no SHA-256",
          "write 64 hexadecimal digits in lower case");
    }
    DocumentRef ref = new DocumentRef(fields.text("name"), sha256, fields.count("length"));
    line.finish(fields);
    return ref;
  }

  private static Span span(JsonLine line) {
    Place at = line.placeOf("end");
    int start = line.count("start");
    int end = line.count("end");
    if (end < start) {
      line.fault(at, "the end " + end + " is before the start " + start, "mend one of the two");
      return new Span(start, start);
    }
    return new Span(start, end);
  }

  private static String type(JsonLine line) {
    Place at = line.placeOf("type");
    String type = line.text("type");
    if (!type.isEmpty() && !TYPES.containsKey(type)) {
      line.fault(
          at,
          "unknown type \"" + type + "\"",
          "write one of " + TYPES.keySet().stream().sorted().toList());
    }
    return type;
  }

  private static @Nullable String matching(
      JsonLine line, String name, Pattern form, String remedy) {
    Place at = line.placeOf(name);
    Optional<String> text = line.optionalText(name);
    if (text.isPresent() && !form.matcher(text.get()).matches()) {
      line.fault(at, "malformed " + name + " \"" + text.get() + "\"", "write " + remedy);
    }
    return text.orElse(null);
  }

  private static double confidence(JsonLine line) {
    Place at = line.placeOf(CONFIDENCE);
    BigDecimal value = line.optionalNumber(CONFIDENCE).orElse(BigDecimal.ONE);
    if (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0) {
      line.fault(at, CONFIDENCE + " " + value, "write a number from 0 to 1");
      return 1;
    }
    return value.doubleValue();
  }

  /** A title or role may be left in the document: then its place stands in its stead. */
  private static Review.@Nullable Wording wording(JsonLine line, String type) {
    Optional<String> field = Review.wordingField(type).filter(line::isObject);
    if (field.isEmpty()) {
      return null;
    }
    JsonLine fields = line.object(field.get()).orElseThrow();
    Review.Wording wording =
        new Review.Wording(span(fields), fields.text("sha256"), fields.place());
    line.finish(fields);
    return wording;
  }

  /** The kinds of the things that a name alone does not tell, by name. */
  private static Map<String, EntityKind> kinds(JsonLine line) {
    Map<String, EntityKind> kinds = new HashMap<>();
    line.object("kinds")
        .ifPresent(
            object -> {
              for (String name : object.unreadNames()) {
                object
                    .optionalWord(name, EntityKind.values(), EntityKind::label)
                    .ifPresent(kind -> kinds.put(name, kind));
              }
              line.finish(object);
            });
    return kinds;
  }

  /** The members of a record, as values of the model. */
  private static final class Fields {
    private static final EntityRef STAND_IN = EntityRef.found("?", EntityKind.COMPANY);

    private final JsonLine line;
    private final Map<String, List<Entity>> byName;
    private final Map<String, EntityKind> kinds;

    Fields(JsonLine line, Map<String, List<Entity>> byName, Map<String, EntityKind> kinds) {
      this.line = line;
      this.byName = byName;
      this.kinds = kinds;
    }

    private EntityRef entity(String field) {
      Place at = line.placeOf(field);
      String name = line.text(field);
      return name.isBlank() ? STAND_IN : entity(name, kinds.get(name), at);
    }

    private @Nullable EntityRef optionalEntity(String field) {
      Place at = line.placeOf(field);
      return line.optionalText(field)
          .filter(name -> !name.isBlank())
          .map(name -> entity(name, kinds.get(name), at))
          .orElse(null);
    }

    private List<EntityRef> entities(String field) {
      Place at = line.placeOf(field);
      return line.texts(field).stream()
          .filter(name -> !name.isBlank())
          .map(name -> entity(name, kinds.get(name), at))
          .toList();
    }

    private EntityRef entity(String name, @Nullable EntityKind kind, Place at) {
      List<Entity> candidates = byName.getOrDefault(name, List.of());
      List<Entity> fitting =
          candidates.stream().filter(e -> kind == null || e.kind() == kind).toList();
      if (!fitting.isEmpty() && (kind != null || fitting.size() == 1)) {
        return fitting.get(0).ref();
      }
      if (fitting.isEmpty() && kind != null) {
        return EntityRef.found(name, kind);
      }
      line.fault(
          at,
          candidates.isEmpty()
              ? "no register or lexicon knows \"" + name + "\""
              : "several things are called \"" + name + "\"",
          "write the canonical name, or its kind: \"kinds\": {\"" + name + "\": \"person\"}");
      return STAND_IN;
    }

    private @Nullable String text(String field) {
      return line.optionalText(field).orElse(null);
    }

    private @Nullable PartialDate date(String field) {
      return line.optionalDate(field).orElse(null);
    }

    Annotation documentHead(Evidence evidence) {
      return new Annotation.DocumentHead(evidence, text("title"), date("date"), documentKind());
    }

    private Annotation.DocumentKind documentKind() {
      return line.word("kind", Annotation.DocumentKind.values(), Annotation.DocumentKind::label);
    }

    Annotation section(Evidence evidence) {
      return new Annotation.Section(
          evidence, documentKind(), text("publisher"), date("date"), text("title"));
    }

    Annotation comment(Evidence evidence) {
      return new Annotation.Comment(
          evidence,
          line.optionalText("author").orElse("Anonymous"),
          line.optionalCount("parent").orElse(null));
    }

    Annotation mention(Evidence evidence) {
      Place at = line.placeOf("entity");
      EntityKind kind = line.word("kind", EntityKind.values(), EntityKind::label);
      String name = line.text("entity");
      return new Annotation.Mention(evidence, name.isBlank() ? STAND_IN : entity(name, kind, at));
    }

    Annotation ownership(Evidence evidence) {
      return new Annotation.Ownership(evidence, entity("owner"), entity("owned"));
    }

    Annotation postHolding(Evidence evidence) {
      return new Annotation.PostHolding(
          evidence,
          entity("person"),
          line.text("post"),
          optionalEntity("organisation"),
          line.word("status", Annotation.PostStatus.values(), Annotation.PostStatus::label));
    }

    Annotation statement(Evidence evidence) {
      String speaker = "speaker";
      Place at = line.placeOf(speaker);
      EntityRef named =
          line.optionalText(speaker)
              .filter(name -> !name.equals("Anonymous"))
              .map(name -> entity(name, kinds.get(name), at))
              .orElse(null);
      return new Annotation.Statement(
          evidence,
          named,
          text("role"),
          line.word("mode", Annotation.StatementMode.values(), Annotation.StatementMode::label),
          entities("about"));
    }

    Annotation inspection(Evidence evidence) {
      return new Annotation.Inspection(
          evidence,
          entity("inspector"),
          entities("subject"),
          text("title"),
          text("area"),
          date("period"),
          date("published"),
          line.optionalCount("sample").orElse(null));
    }

    Annotation contract(Evidence evidence) {
      return new Annotation.Contract(
          evidence,
          optionalEntity("buyer"),
          optionalEntity("supplier"),
          line.optionalNumber("value").orElse(null),
          text("currency"),
          matching(line, "duration", DURATION, "an ISO 8601 duration, such as P7Y"),
          date("start_date"),
          date("end_date"),
          line.optionalWord(
                  "event", Annotation.ContractEvent.values(), Annotation.ContractEvent::label)
              .orElse(null));
    }

    Annotation supply(Evidence evidence) {
      return new Annotation.Supply(
          evidence,
          entity("supplier"),
          entity("customer"),
          text("service"),
          line.word("status", Annotation.SupplyStatus.values(), Annotation.SupplyStatus::label));
    }

    Annotation figure(Evidence evidence) {
      Place at = line.place();
      Optional<BigDecimal> value = line.optionalNumber("value");
      if (value.isEmpty()) {
        line.fault(at, "a figure without value", "write its number");
      }
      return new Annotation.Figure(
          evidence,
          optionalEntity("subject"),
          line.text("indicator"),
          value.orElse(BigDecimal.ZERO),
          text("unit"),
          text("period"));
    }
  }
}
