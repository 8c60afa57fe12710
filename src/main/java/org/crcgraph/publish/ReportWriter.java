package org.crcgraph.publish;

import java.io.IOException;
import java.io.OutputStream;

/** Writes the ownership report in one format. */
interface ReportWriter {
  void write(OwnershipReport report, OutputStream out) throws IOException;
}
