/** CRC Graph: documents and fact registers in, a sourced knowledge graph out. */
@NullMarked
package org.crcgraph;

import org.jspecify.annotations.NullMarked;
