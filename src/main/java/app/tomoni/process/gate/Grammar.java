package app.tomoni.process.gate;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstBoolean;
import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstChoice;
import org.camunda.bpm.impl.juel.AstComposite;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstNode;
import org.camunda.bpm.impl.juel.AstNull;
import org.camunda.bpm.impl.juel.AstNumber;
import org.camunda.bpm.impl.juel.AstParameters;
import org.camunda.bpm.impl.juel.AstProperty;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Parser;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/** The few expressions a model may hold: one variable compared with a literal, and, or, not; nothing that walks or calls. */
public final class Grammar extends Builder {

    /** A name a model may give to a variable. */
    static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9_]{0,63}");

    private static final Pattern DEADLINE =
            Pattern.compile("\\$\\{\\s*deadlines\\.([a-z][A-Za-z0-9]{0,63})\\s*(?:([+-])\\s*(\\d{1,3})\\s*)?}");
    private static final int LONGEST = 300;

    /** Names the engine gives to its own objects: as variables they would be walked or overwritten. */
    static final Set<String> RESERVED = Set.of(
            "execution",
            "task",
            "caseExecution",
            "externalTask",
            "authenticatedUserId",
            "currentUser",
            "now",
            "deadlines",
            "loopCounter",
            "nrOfInstances",
            "nrOfActiveInstances",
            "nrOfCompletedInstances");

    private static final Set<AstBinary.Operator> JOINING = Set.of(AstBinary.AND, AstBinary.OR);
    private static final Set<AstBinary.Operator> COMPARING =
            Set.of(AstBinary.EQ, AstBinary.NE, AstBinary.LT, AstBinary.LE, AstBinary.GT, AstBinary.GE);

    /** A timer's text taken apart: which deadline of the call, and how many days before or after. */
    public record DeadlineOf(String key, int days) {}

    /** What a timer may say, or nothing. */
    public static Optional<DeadlineOf> deadline(String text) {
        var match = DEADLINE.matcher(text.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        int days = match.group(3) == null ? 0 : Integer.parseInt(match.group(3));
        return Optional.of(new DeadlineOf(match.group(1), "-".equals(match.group(2)) ? -days : days));
    }

    /** The variables a condition asks, or a refusal. */
    static Set<String> variables(String condition) {
        if (condition.length() > LONGEST || !condition.startsWith("${") || !condition.endsWith("}")) {
            throw new NotAllowed(condition);
        }
        var found = new LinkedHashSet<String>();
        try {
            new Strict(new Grammar(), condition, found).tree();
        } catch (Parser.ParseException | org.camunda.bpm.impl.juel.Scanner.ScanException unreadable) {
            throw new NotAllowed(condition);
        }
        return found;
    }

    @Override
    public org.camunda.bpm.impl.juel.Tree build(String expression) throws TreeBuilderException {
        if (expression.length() > LONGEST && (expression.contains("${") || expression.contains("#{"))) {
            throw new NotAllowed(expression.substring(0, LONGEST));
        }
        return super.build(expression);
    }

    @Override
    protected Parser createParser(String expression) {
        return new Strict(this, expression, new HashSet<>());
    }

    /** The parser whose nodes for dot, bracket, call, choice and arithmetic do not exist. */
    private static final class Strict extends Parser {

        private final String expression;
        private final Set<String> variables;

        Strict(Builder context, String expression, Set<String> variables) {
            super(context, expression);
            this.expression = expression;
            this.variables = variables;
        }

        @Override
        protected AstBinary createAstBinary(AstNode left, AstNode right, AstBinary.Operator operator) {
            boolean joins = JOINING.contains(operator) && isQuestion(left) && isQuestion(right);
            boolean compares = COMPARING.contains(operator)
                    && ((left instanceof AstIdentifier && isLiteral(right))
                            || (isLiteral(left) && right instanceof AstIdentifier));
            if (!joins && !compares) {
                throw new NotAllowed(expression);
            }
            return super.createAstBinary(left, right, operator);
        }

        @Override
        protected AstUnary createAstUnary(AstNode child, AstUnary.Operator operator) {
            boolean allowed = (operator == AstUnary.NOT && isQuestion(child))
                    || (operator == AstUnary.NEG && child instanceof AstNumber)
                    || (operator == AstUnary.EMPTY && child instanceof AstIdentifier);
            if (!allowed) {
                throw new NotAllowed(expression);
            }
            return super.createAstUnary(child, operator);
        }

        @Override
        protected AstIdentifier createAstIdentifier(String name, int index) {
            if (!NAME.matcher(name).matches() || name.equals("execution") || name.equals("task")) {
                throw new NotAllowed(expression);
            }
            variables.add(name);
            return super.createAstIdentifier(name, index);
        }

        @Override
        protected AstBracket createAstBracket(AstNode base, AstNode property, boolean lvalue, boolean strict) {
            throw new NotAllowed(expression);
        }

        @Override
        protected AstDot createAstDot(AstNode base, String property, boolean lvalue) {
            throw new NotAllowed(expression);
        }

        @Override
        protected AstMethod createAstMethod(AstProperty property, AstParameters parameters) {
            throw new NotAllowed(expression);
        }

        @Override
        protected AstFunction createAstFunction(String name, int index, AstParameters parameters) {
            throw new NotAllowed(expression);
        }

        @Override
        protected AstChoice createAstChoice(AstNode question, AstNode yes, AstNode no) {
            throw new NotAllowed(expression);
        }

        @Override
        protected AstComposite createAstComposite(java.util.List<AstNode> nodes) {
            throw new NotAllowed(expression);
        }

        private static boolean isLiteral(AstNode node) {
            return node instanceof AstNumber
                    || node instanceof AstString
                    || node instanceof AstBoolean
                    || node instanceof AstNull
                    || node instanceof AstUnary;
        }

        private static boolean isQuestion(AstNode node) {
            return node instanceof AstBinary
                    || node instanceof AstIdentifier
                    || node instanceof AstNested
                    || node instanceof AstUnary;
        }
    }
}
