package org.crcgraph.serve.sparql;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.lang.sparql_11.JavaCharStream;
import org.apache.jena.sparql.lang.sparql_11.SPARQLParser11Constants;
import org.apache.jena.sparql.lang.sparql_11.SPARQLParser11TokenManager;
import org.apache.jena.sparql.lang.sparql_11.Token;
import org.apache.jena.sparql.lang.sparql_11.TokenMgrError;
import org.crcgraph.serve.http.Problem;
import org.crcgraph.serve.http.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A query of a client, parsed; what a read-only endpoint refuses is refused here, with its place.
 *
 * @param query the query
 * @param defaultPlaces where each {@code FROM} stands
 * @param namedPlaces where each {@code FROM NAMED} stands
 */
public record QueryText(Query query, List<Place> defaultPlaces, List<Place> namedPlaces) {
  /**
   * Most words, variables and signs. Some steps of planning take time as their square, and cannot
   * be ended. The values of VALUES are not counted.
   */
  private static final int MOST_PARTS = 8_000;

  private static final Pattern AT = Pattern.compile("line (\\d{1,9}), column (\\d{1,9})");

  /** A place in the text, both from 1. */
  public record Place(int line, int column) {}

  public QueryText {
    defaultPlaces = List.copyOf(defaultPlaces);
    namedPlaces = List.copyOf(namedPlaces);
  }

  /** Parses SPARQL 1.1; relative IRIs are resolved against the base. */
  public static QueryText parse(String text, String base) {
    List<Place> defaults = new ArrayList<>();
    List<Place> named = new ArrayList<>();
    scan(text, defaults, named);
    try {
      return new QueryText(
          QueryFactory.create(text, base, Syntax.syntaxSPARQL_11), defaults, named);
    } catch (QueryParseException e) {
      throw malformed(e.getMessage(), e.getLine(), e.getColumn());
    } catch (QueryException e) {
      throw malformed(e.getMessage(), 0, 0);
    } catch (StackOverflowError e) {
      throw malformed("The query is nested too deeply.", 0, 0);
    }
  }

  private static void scan(String text, List<Place> defaults, List<Place> named) {
    SPARQLParser11TokenManager tokens =
        new SPARQLParser11TokenManager(new JavaCharStream(new StringReader(text)));
    try {
      Token from = null;
      Token previous = null;
      int parts = 0;
      for (Token token = tokens.getNextToken();
          token.kind != SPARQLParser11Constants.EOF;
          token = tokens.getNextToken()) {
        if (from != null) {
          boolean isNamed = token.kind == SPARQLParser11Constants.NAMED;
          (isNamed ? named : defaults).add(new Place(from.beginLine, from.beginColumn));
        }
        from = token.kind == SPARQLParser11Constants.FROM ? token : null;
        refuse(token);
        refuseLong(previous, token);
        if (!isData(token) && ++parts > MOST_PARTS) {
          throw refused(
              "the query has more than "
                  + MOST_PARTS
                  + " words, variables and signs; lists of values belong into VALUES",
              token);
        }
        previous = token;
      }
    } catch (TokenMgrError e) {
      return; // the parser will say it better
    }
  }

  private static boolean isData(Token token) {
    return switch (token.kind) {
      case SPARQLParser11Constants.IRIref,
          SPARQLParser11Constants.PNAME_NS,
          SPARQLParser11Constants.PNAME_LN,
          SPARQLParser11Constants.STRING_LITERAL1,
          SPARQLParser11Constants.STRING_LITERAL2,
          SPARQLParser11Constants.STRING_LITERAL_LONG1,
          SPARQLParser11Constants.STRING_LITERAL_LONG2,
          SPARQLParser11Constants.DATATYPE,
          SPARQLParser11Constants.LANGTAG,
          SPARQLParser11Constants.INTEGER,
          SPARQLParser11Constants.DECIMAL,
          SPARQLParser11Constants.DOUBLE,
          SPARQLParser11Constants.TRUE,
          SPARQLParser11Constants.FALSE,
          SPARQLParser11Constants.UNDEF,
          SPARQLParser11Constants.LPAREN,
          SPARQLParser11Constants.RPAREN,
          SPARQLParser11Constants.LBRACE,
          SPARQLParser11Constants.RBRACE ->
          true;
      default -> false;
    };
  }

  private static void refuse(Token token) {
    switch (token.kind) {
      case SPARQLParser11Constants.SERVICE ->
          throw refused("SERVICE is refused: this endpoint asks no other endpoint", token);
      case SPARQLParser11Constants.LOAD ->
          throw refused("LOAD is refused: this endpoint is read-only", token);
      case SPARQLParser11Constants.INSERT,
          SPARQLParser11Constants.INSERT_DATA,
          SPARQLParser11Constants.DELETE,
          SPARQLParser11Constants.DELETE_DATA,
          SPARQLParser11Constants.DELETE_WHERE,
          SPARQLParser11Constants.CLEAR,
          SPARQLParser11Constants.CREATE,
          SPARQLParser11Constants.DROP,
          SPARQLParser11Constants.ADD,
          SPARQLParser11Constants.MOVE,
          SPARQLParser11Constants.COPY ->
          throw refused("an update is refused: this endpoint is read-only", token);
      default -> {}
    }
  }

  /** Reading a number takes time that grows with the square of its digits. */
  private static void refuseLong(@Nullable Token previous, Token token) {
    boolean number =
        Character.isDigit(token.image.charAt(token.image.length() - 1))
            && "+-.0123456789".indexOf(token.image.charAt(0)) >= 0;
    Token literal = token.kind == SPARQLParser11Constants.DATATYPE ? previous : token;
    if ((number || literal != token)
        && literal != null
        && literal.image.length() > GuardedExpressions.LONGEST_NUMBER) {
      throw refused("a value is longer than any that this endpoint computes with", literal);
    }
  }

  private static ProblemException refused(String what, Token token) {
    return new ProblemException(
        Problem.at(
            400,
            "Query refused",
            "Line " + token.beginLine + ", column " + token.beginColumn + ": " + what + ".",
            token.beginLine,
            token.beginColumn));
  }

  /** A problem with a graph named by {@code FROM}. */
  ProblemException outside(String graph, boolean isNamed) {
    List<String> graphs = isNamed ? query.getNamedGraphURIs() : query.getGraphURIs();
    List<Place> places = isNamed ? namedPlaces : defaultPlaces;
    int at = graphs.indexOf(graph);
    Place place = at >= 0 && at < places.size() ? places.get(at) : new Place(0, 0);
    String where = place.line > 0 ? "Line " + place.line + ", column " + place.column + ": " : "";
    return new ProblemException(
        Problem.at(
            400,
            "Query refused",
            where + "the dataset has no graph <" + graph + ">, and nothing outside it is read.",
            place.line,
            place.column));
  }

  /**
   * The parser's message names the place of the token that it did not expect; ARQ's own place is
   * the one before.
   */
  private static ProblemException malformed(@Nullable String message, int line, int column) {
    Matcher place = AT.matcher(message == null ? "" : message);
    if (place.find()) {
      return malformedAt(
          message, Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2)));
    }
    return malformedAt(message, line, column);
  }

  private static ProblemException malformedAt(@Nullable String message, int line, int column) {
    return new ProblemException(
        Problem.at(
            400,
            "Malformed query",
            message == null ? "The query cannot be parsed." : message,
            Math.max(line, 0),
            Math.max(column, 0)));
  }
}
