package org.crcgraph.model;

/**
 * Where in an input something stands.
 *
 * @param file path or name of the input as the user gave it
 * @param line from 1; 0 where the whole file is meant
 * @param column from 1, in code points; 0 where the whole line is meant
 */
public record Place(String file, int line, int column) {
  /** The whole file. */
  public static Place of(String file) {
    return new Place(file, 0, 0);
  }

  /** {@code FILE:LINE:COLUMN}; the start of the file or line where there is no finer place. */
  @Override
  public String toString() {
    return file + ":" + Math.max(line, 1) + ":" + Math.max(column, 1);
  }
}
