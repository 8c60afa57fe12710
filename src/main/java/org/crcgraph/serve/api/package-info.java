/** The stored queries over HTTP. */
@NullMarked
package org.crcgraph.serve.api;

import org.jspecify.annotations.NullMarked;
