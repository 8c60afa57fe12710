package org.crcgraph.model;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a careful reader would take from a document: one record per type of the annotation
 * guideline, each with its evidence.
 */
public sealed interface Annotation {
  /** Where it stands and what found it. */
  Evidence evidence();

  /** Calls the visitor's method for this type. */
  <R> R accept(Visitor<R> visitor);

  /** The same record with other evidence. */
  default Annotation with(Evidence evidence) {
    return accept(new WithEvidence(evidence));
  }

  /** The word that records use for the type. */
  default String type() {
    return accept(TypeName.INSTANCE);
  }

  /** What is printed under a document's title: one per document. */
  record DocumentHead(
      Evidence evidence, @Nullable String title, @Nullable PartialDate date, DocumentKind kind)
      implements Annotation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.documentHead(this);
    }
  }

  /** A part with a source of its own that the document reproduces. */
  record Section(
      Evidence evidence,
      DocumentKind kind,
      @Nullable String publisher,
      @Nullable PartialDate date,
      @Nullable String title)
      implements Annotation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.section(this);
    }
  }

  /**
   * A reader's comment.
   *
   * @param author sign-off as printed, else {@code Anonymous}
   * @param parent start (code point) of the comment that it replies to, or null
   */
  record Comment(Evidence evidence, String author, @Nullable Integer parent) implements Annotation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.comment(this);
    }
  }

  /** A name of a known thing. */
  record Mention(Evidence evidence, EntityRef entity) implements Annotation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.mention(this);
    }
  }

  /** {@code owner} owns, runs or is the parent of {@code owned}. */
  record Ownership(Evidence evidence, EntityRef owner, EntityRef owned) implements Annotation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.ownership(this);
    }
  }

  /** A person holds or held a post. */
  record PostHolding(
      Evidence evidence,
      EntityRef person,
      String post,
      @Nullable EntityRef organisation,
      PostStatus status)
      implements Annotation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.postHolding(this);
    }
  }

  /**
   * Somebody's words.
   *
   * @param speaker who said it; null where the source is unnamed
   * @param role as printed nearby, or null
   * @param about entities that it is about; may be empty
   */
  record Statement(
      Evidence evidence,
      @Nullable EntityRef speaker,
      @Nullable String role,
      StatementMode mode,
      List<EntityRef> about)
      implements Annotation {
    public Statement {
      about = List.copyOf(about);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.statement(this);
    }
  }

  /**
   * An inspection, audit or review by a watchdog.
   *
   * @param period fieldwork
   * @param sample number of cases
   */
  record Inspection(
      Evidence evidence,
      EntityRef inspector,
      List<EntityRef> subjects,
      @Nullable String title,
      @Nullable String area,
      @Nullable PartialDate period,
      @Nullable PartialDate published,
      @Nullable Integer sample)
      implements Annotation {
    public Inspection {
      subjects = List.copyOf(subjects);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.inspection(this);
    }
  }

  /**
   * A contract or set of contracts.
   *
   * @param currency ISO 4217
   * @param duration ISO 8601
   */
  record Contract(
      Evidence evidence,
      @Nullable EntityRef buyer,
      @Nullable EntityRef supplier,
      @Nullable BigDecimal value,
      @Nullable String currency,
      @Nullable String duration,
      @Nullable PartialDate start,
      @Nullable PartialDate end,
      @Nullable ContractEvent event)
      implements Annotation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.contract(this);
    }
  }

  /** {@code supplier} delivers a service to, or is a partner of, {@code customer}. */
  record Supply(
      Evidence evidence,
      EntityRef supplier,
      EntityRef customer,
      @Nullable String service,
      SupplyStatus status)
      implements Annotation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.supply(this);
    }
  }

  /**
   * A quantity about an organisation, programme or person.
   *
   * @param indicator short noun phrase
   * @param unit {@code percent}, {@code GBP}, {@code people}, {@code cases} …
   * @param period ISO 8601 date or interval, or null
   */
  record Figure(
      Evidence evidence,
      @Nullable EntityRef subject,
      String indicator,
      BigDecimal value,
      @Nullable String unit,
      @Nullable String period)
      implements Annotation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.figure(this);
    }
  }

  /** What a document or section is. */
  enum DocumentKind {
    BLOG_POST,
    REPORT,
    PRESS_RELEASE,
    NEWS_ARTICLE,
    BRIEFING,
    TRANSCRIPT,
    EMAIL,
    LETTER,
    SOCIAL_MEDIA_POST;

    /** The word that records use, such as {@code blog-post}. */
    public String label() {
      return Labels.of(this);
    }
  }

  /** Whether the post is held at the time of the text. */
  enum PostStatus {
    CURRENT,
    FORMER,
    FUTURE;

    /** The word that records use. */
    public String label() {
      return Labels.of(this);
    }
  }

  /** Words in quotation marks or a signed text, or indirect speech. */
  enum StatementMode {
    DIRECT,
    REPORTED;

    /** The word that records use. */
    public String label() {
      return Labels.of(this);
    }
  }

  /** What happens to a contract in the text. */
  enum ContractEvent {
    AWARD,
    TERMINATION,
    VARIATION,
    EXTENSION;

    /** The word that records use. */
    public String label() {
      return Labels.of(this);
    }
  }

  /** Whether the supply goes on at the time of the text. */
  enum SupplyStatus {
    CURRENT,
    ENDED,
    PLANNED;

    /** The word that records use. */
    public String label() {
      return Labels.of(this);
    }
  }

  /** One method per type. */
  interface Visitor<R> {
    R documentHead(DocumentHead head);

    R section(Section section);

    R comment(Comment comment);

    R mention(Mention mention);

    R ownership(Ownership ownership);

    R postHolding(PostHolding post);

    R statement(Statement statement);

    R inspection(Inspection inspection);

    R contract(Contract contract);

    R supply(Supply supply);

    R figure(Figure figure);
  }
}
