package org.crcgraph.serve.sparql;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrDatatype;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.apache.jena.sparql.expr.nodevalue.XSDFuncOp;
import org.apache.jena.vocabulary.XSD;
import org.jspecify.annotations.Nullable;

/**
 * Puts functions that can run or grow without end under a guard. Java's regular expressions
 * backtrack and cannot be interrupted, so they read their text through a sequence that looks at the
 * guard.
 */
final class GuardedExpressions extends ExprTransformCopy {
  private static final String FN = "http://www.w3.org/2005/xpath-functions#";

  /** Most characters of a number, or other typed value, that is read. */
  static final int LONGEST_NUMBER = 4_000;

  private static final int MOST_BITS = 16_000;

  private final Guard guard;

  GuardedExpressions(Guard guard) {
    this.guard = guard;
  }

  @Override
  public Expr transform(ExprFunction2 function, Expr left, Expr right) {
    if (function instanceof E_Multiply) {
      return new Multiplies(left, right);
    }
    if (function instanceof E_StrDatatype) {
      return super.transform(function, new ShortText(left), right);
    }
    return super.transform(function, left, right);
  }

  @Override
  public Expr transform(ExprFunctionN function, ExprList arguments) {
    if (function instanceof E_Regex) {
      return new Matches(guard, present(arguments));
    }
    if (function instanceof E_StrReplace) {
      return new Replaces(guard, present(arguments));
    }
    if (function instanceof E_StrConcat) {
      return new Concatenates(guard, arguments);
    }
    if (function instanceof E_Function named) {
      if (named.getFunctionIRI().equals(FN + "matches")) {
        return new Matches(guard, present(arguments));
      }
      if (named.getFunctionIRI().equals(FN + "replace")) {
        return new Replaces(guard, present(arguments));
      }
      if (named.getFunctionIRI().equals(FN + "concat")) {
        return new Concatenates(guard, arguments);
      }
      if (named.getFunctionIRI().startsWith(XSD.getURI()) && arguments.size() == 1) {
        return super.transform(function, new ExprList(new ShortText(arguments.get(0))));
      }
    }
    return super.transform(function, arguments);
  }

  /** Without the empty places that optional arguments leave. */
  private static ExprList present(ExprList arguments) {
    ExprList list = new ExprList();
    for (Expr e : arguments.getList()) {
      if (e != null) {
        list.add(e);
      }
    }
    return list;
  }

  private static String string(String function, NodeValue value) {
    return NodeValueOps.checkAndGetStringLiteral(function, value).getLiteralLexicalForm();
  }

  /** The pattern of a function, compiled once where it is a constant. */
  private static final class Patterns {
    private final String function;
    private @Nullable String source;
    private @Nullable String flags;
    private @Nullable Pattern compiled;

    Patterns(String function) {
      this.function = function;
    }

    Pattern of(NodeValue pattern, @Nullable NodeValue withFlags) {
      String text = string(function, pattern);
      String flagText = withFlags == null ? "" : string(function, withFlags);
      Pattern known = compiled;
      if (known != null && text.equals(source) && flagText.equals(flags)) {
        return known;
      }
      Pattern fresh = RegexEngine.makePattern(function, text, flagText);
      source = text;
      flags = flagText;
      compiled = fresh;
      return fresh;
    }
  }

  private static final class Matches extends ExprFunctionN {
    private final Guard guard;
    private final Patterns patterns = new Patterns("REGEX");

    Matches(Guard guard, ExprList arguments) {
      super("regex", arguments);
      this.guard = guard;
    }

    @Override
    public NodeValue eval(List<NodeValue> args) {
      Pattern pattern = patterns.of(args.get(1), args.size() > 2 ? args.get(2) : null);
      CharSequence text = new WatchedText(string("REGEX", args.get(0)), guard);
      return NodeValue.booleanReturn(pattern.matcher(text).find());
    }

    @Override
    public Expr copy(ExprList arguments) {
      return new Matches(guard, arguments);
    }
  }

  private static final class Replaces extends ExprFunctionN {
    private final Guard guard;
    private final Patterns patterns = new Patterns("REPLACE");

    Replaces(Guard guard, ExprList arguments) {
      super("replace", arguments);
      this.guard = guard;
    }

    @Override
    public NodeValue eval(List<NodeValue> args) {
      Pattern pattern = patterns.of(args.get(1), args.size() > 3 ? args.get(3) : null);
      String text = string("REPLACE", args.get(0));
      String replacement = string("REPLACE", args.get(2));
      String changed = replaced(pattern.matcher(new WatchedText(text, guard)), replacement);
      if (changed == null || changed.equals(text)) {
        return args.get(0);
      }
      String language = args.get(0).asNode().getLiteralLanguage();
      return language.isEmpty()
          ? NodeValue.makeString(changed)
          : NodeValue.makeLangString(changed, language);
    }

    /** As ARQ does: of empty matches, only the first is replaced. */
    private @Nullable String replaced(Matcher matcher, String replacement) {
      StringBuilder out = null;
      try {
        while (matcher.find()) {
          if (out == null) {
            out = new StringBuilder();
          } else if (matcher.start() == matcher.end()) {
            continue;
          }
          matcher.appendReplacement(out, replacement);
          guard.checkLength(out.length());
        }
      } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
        throw new ExprEvalException("REPLACE: " + e.getMessage(), e);
      }
      return out == null ? null : matcher.appendTail(out).toString();
    }

    @Override
    public Expr copy(ExprList arguments) {
      return new Replaces(guard, arguments);
    }
  }

  private static final class Concatenates extends ExprFunctionN {
    private final Guard guard;

    Concatenates(Guard guard, ExprList arguments) {
      super("concat", arguments);
      this.guard = guard;
    }

    @Override
    public NodeValue eval(List<NodeValue> args) {
      guard.check();
      long length = 0;
      for (NodeValue value : args) {
        length += string("CONCAT", value).length();
      }
      guard.checkLength(length);
      return XSDFuncOp.strConcat(args);
    }

    @Override
    public Expr copy(ExprList arguments) {
      return new Concatenates(guard, arguments);
    }
  }

  /** Numbers have no limit in SPARQL, and forty squarings would outgrow any memory. */
  private static final class Multiplies extends E_Multiply {
    Multiplies(Expr left, Expr right) {
      super(left, right);
    }

    @Override
    public NodeValue eval(NodeValue left, NodeValue right) {
      if (bits(left) + bits(right) > MOST_BITS) {
        throw new ExprEvalException("a product of numbers that are too long");
      }
      return super.eval(left, right);
    }

    private static long bits(NodeValue value) {
      if (value.isInteger()) {
        return value.getInteger().bitLength();
      }
      if (value.isDecimal()) {
        BigDecimal decimal = value.getDecimal();
        return decimal.unscaledValue().bitLength() + 4L * Math.abs((long) decimal.scale());
      }
      return 0;
    }

    @Override
    public Expr copy(Expr left, Expr right) {
      return new Multiplies(left, right);
    }
  }

  /** The argument of a cast: text that is read as a number takes time as its square. */
  private static final class ShortText extends ExprFunction1 {
    ShortText(Expr text) {
      super(text, "short");
    }

    @Override
    public NodeValue eval(NodeValue text) {
      if (text.isString() && text.getString().length() > LONGEST_NUMBER) {
        throw new ExprEvalException("a value is too long for its datatype");
      }
      return text;
    }

    @Override
    public Expr copy(Expr text) {
      return new ShortText(text);
    }
  }

  /** A text that looks at the guard once in a while as it is read. */
  private static final class WatchedText implements CharSequence {
    private static final int EVERY = 1 << 12;

    private final String text;
    private final Guard guard;
    private int reads;

    WatchedText(String text, Guard guard) {
      this.text = text;
      this.guard = guard;
    }

    @Override
    public char charAt(int index) {
      if (++reads % EVERY == 0) {
        guard.check();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
