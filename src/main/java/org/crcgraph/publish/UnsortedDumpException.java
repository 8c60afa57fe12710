package org.crcgraph.publish;

import java.nio.file.Path;
import org.crcgraph.model.Issue;
import org.crcgraph.model.Place;

/** A file that is no sorted dump of a build. */
public final class UnsortedDumpException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Issue issue;

  UnsortedDumpException(Path file, long line, String what) {
    super(what);
    issue =
        Issue.error(
            new Place(file.toString(), (int) Math.min(line, Integer.MAX_VALUE), 1),
            what,
            "compare dumps as crcgraph build writes them");
  }

  /** The problem, for people. */
  public Issue issue() {
    return issue;
  }
}
