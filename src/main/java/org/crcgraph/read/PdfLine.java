package org.crcgraph.read;

/**
 * A line on a page of a PDF, in points from the upper left corner.
 *
 * @param text its words
 * @param left where it starts
 * @param right where it ends
 * @param top its base line
 * @param size type size
 * @param bold whether it is set in bold
 * @param blockRight right edge of the column that it stands in
 */
record PdfLine(
    String text,
    double left,
    double right,
    double top,
    double size,
    boolean bold,
    double blockRight) {}
