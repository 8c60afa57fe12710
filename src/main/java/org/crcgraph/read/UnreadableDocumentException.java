package org.crcgraph.read;

import org.crcgraph.model.Issue;

/** A document that cannot be read at all; carries the problem line for the user. */
public final class UnreadableDocumentException extends Exception {
  private final transient Issue issue;

  /** Carries the problem. */
  public UnreadableDocumentException(Issue issue) {
    super(issue.toString());
    this.issue = issue;
  }

  /** The problem line for the user. */
  public Issue issue() {
    return issue;
  }
}
