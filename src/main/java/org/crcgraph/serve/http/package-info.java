/** Requests and replies as values, negotiation, problems and routes: HTTP without a framework. */
@NullMarked
package org.crcgraph.serve.http;

import org.jspecify.annotations.NullMarked;
