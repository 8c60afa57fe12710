/** Text to annotations, each with its evidence and the rule that found it. */
@NullMarked
package org.crcgraph.extract;

import org.jspecify.annotations.NullMarked;
