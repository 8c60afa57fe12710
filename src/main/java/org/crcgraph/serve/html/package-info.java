/** Pages as values: markup that escapes by its type, the frame around pages, links, and tables. */
@NullMarked
package org.crcgraph.serve.html;

import org.jspecify.annotations.NullMarked;
