package org.crcgraph.model;

import java.nio.file.Path;
import java.util.List;

/**
 * A table of sourced facts: the folder {@code data/registers/NAME/} with {@code NAME.csv}, its
 * schema {@code NAME.csv-metadata.json} (W3C CSV on the Web), its mapping {@code NAME.rq} and its
 * description {@code dataset.ttl}.
 *
 * @param name name of the folder
 * @param folder the folder
 * @param rows the rows that could be used, in file order
 */
public record Register(String name, Path folder, List<RegisterRow> rows) {
  public Register {
    rows = List.copyOf(rows);
  }
}
