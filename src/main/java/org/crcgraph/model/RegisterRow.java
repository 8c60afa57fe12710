package org.crcgraph.model;

import java.util.List;
import java.util.Optional;

/**
 * A row of a register, checked against its schema.
 *
 * @param register name of the register
 * @param key values of the primary key joined by {@code --}: stable when rows move
 * @param place line of the row
 * @param cells the cells that are not empty, in column order
 */
public record RegisterRow(String register, String key, Place place, List<Cell> cells) {
  public RegisterRow {
    cells = List.copyOf(cells);
  }

  /** The cell of a column; empty where the row leaves it blank. */
  public Optional<Cell> cell(String column) {
    return cells.stream().filter(cell -> cell.column().equals(column)).findFirst();
  }

  /** The value of a column; empty where the row leaves it blank. */
  public Optional<String> value(String column) {
    return cell(column).map(Cell::value);
  }

  /**
   * A cell that is not empty.
   *
   * @param column name of the column
   * @param type type that the schema declares
   * @param value lexical value, trimmed
   * @param place line and column in the file
   */
  public record Cell(String column, ColumnType type, String value, Place place) {}

  /** The types that a register's schema can declare. */
  public enum ColumnType {
    /** {@code string}, also slugs and lists. */
    TEXT,
    /** {@code date} with reduced precision: year, month or day. */
    DATE,
    /** {@code integer}. */
    INTEGER,
    /** {@code decimal}. */
    DECIMAL,
    /** {@code boolean}. */
    BOOLEAN,
    /** {@code anyURI}. */
    URI
  }
}
