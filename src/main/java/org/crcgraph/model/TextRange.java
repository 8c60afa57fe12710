package org.crcgraph.model;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of a Java string, in UTF-16 code units, end exclusive. Rules work on these; {@link
 * SourceText#span} turns them into the code-point {@link Span}s that leave the program. The two
 * types keep the two units from being mixed.
 *
 * @param from first code unit
 * @param to one past the last code unit
 */
public record TextRange(int from, int to) implements Comparable<TextRange> {
  public TextRange {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("not a range: " + from + ".." + to);
    }
  }

  /** Length in UTF-16 code units. */
  public int length() {
    return to - from;
  }

  /** Whether all of {@code other} lies in this range. */
  public boolean contains(TextRange other) {
    return from <= other.from && other.to <= to;
  }

  /** Whether the offset lies in this range. */
  public boolean contains(int offset) {
    return from <= offset && offset < to;
  }

  /** Whether the two ranges share at least one code unit. */
  public boolean overlaps(TextRange other) {
    return from < other.to && other.from < to;
  }

  /** Written out, because it is asked often and a record's own takes ten times as long. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TextRange that && from == that.from && to == that.to;
  }

  @Override
  public int hashCode() {
    return from * 31 + to;
  }

  /** By start, then the longer first, so that a container precedes what it contains. */
  @Override
  public int compareTo(TextRange other) {
    int byStart = Integer.compare(from, other.from);
    return byStart != 0 ? byStart : Integer.compare(other.to, to);
  }
}
