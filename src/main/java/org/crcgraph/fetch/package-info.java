/** Pages and PDFs from the web into a folder of documents, politely and safely. */
@NullMarked
package org.crcgraph.fetch;

import org.jspecify.annotations.NullMarked;
