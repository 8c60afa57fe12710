package org.crcgraph.model;

/**
 * What identifies a document where its text need not be at hand.
 *
 * @param name file name without folder and extension
 * @param sha256 lower-case hex digest of the file's bytes
 * @param length length of the text in code points
 */
public record DocumentRef(String name, String sha256, int length) {}
