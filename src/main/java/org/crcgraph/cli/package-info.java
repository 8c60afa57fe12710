/** One class per command; the only place that prints and exits. */
@NullMarked
package org.crcgraph.cli;

import org.jspecify.annotations.NullMarked;
