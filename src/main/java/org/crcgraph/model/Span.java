package org.crcgraph.model;

/**
 * A stretch of a document's text, in Unicode code points from the start of the decoded text, end
 * exclusive, as {@code oa:TextPositionSelector} counts (W3C Web Annotation Data Model, 4.2.2).
 *
 * @param start first code point
 * @param end one past the last code point
 */
public record Span(int start, int end) implements Comparable<Span> {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: " + start + ".." + end);
    }
  }

  /** Length in code points. */
  public int length() {
    return end - start;
  }

  /** Whether every code point of {@code other} lies in this span. */
  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  /** Whether the two spans share at least one code point. */
  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  /** By start, then the longer first, so that a container precedes what it contains. */
  @Override
  public int compareTo(Span other) {
    int byStart = Integer.compare(start, other.start);
    return byStart != 0 ? byStart : Integer.compare(other.end, end);
  }

  @Override
  public String toString() {
    return start + ".." + end;
  }
}
