package org.parole.gateway.imports.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.parole.kit.language.Figure;
import org.parole.kit.language.Figures;

/** Reads the numbers of people that stand in cells, in digits or in words. */
final class Numbers {

    private static final BigDecimal MOST = BigDecimal.valueOf(10_000_000);
    private static final Pattern PLAIN = Pattern.compile("\\d{1,9}(?:\\.0{1,2})?");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:[\\s\\p{Z},.'’\\u066C]\\d{3})+");
    private static final Pattern BETWEEN = Pattern
            .compile("(?iu)\\s*(?:-|–|—|−|to|or|bis|oder|à|ou|a|o|do|до|по|или|або|إلى|تا|veya|ila)\\s*");
    /** Between two numbers only where it is said that they are the ends of a range: '206 and 207' are two numbers. */
    private static final Pattern AND = Pattern.compile("(?iu)\\s*(?:and|und|et|y|e|и|та|й|و|ve)\\s*");
    private static final Pattern OUT_OF = Pattern
            .compile(
                    "\\s*\\(?(?:\\p{L}+\\s+){0,2}(?:of|out of|von|sur|de|из|aus)\\s+(?:the\\s+|den\\s+|les\\s+|total\\s+)*");

    private Numbers() {
    }

    /**
     * What a cell says.
     *
     * @param comparator how the number is to be read: EXACTLY, ABOUT, AT_LEAST, OVER, UP_TO, BETWEEN or SOME
     * @param min the number, or the lower end; null for UP_TO and SOME
     * @param max the number, or the upper end; null for AT_LEAST, OVER and SOME
     * @param outOf the whole that it is said to be a part of; null where none is said
     */
    record Read(String comparator, Integer min, Integer max, Integer outOf) {
    }

    /** A cell that is no number of people, with why. */
    static final class UnreadableNumberException extends Exception {
        UnreadableNumberException(String message) {
            super(message, null, false, false);
        }
    }

    /** Reads a cell in a language, which decides what a point in a number means. */
    static Read read(String cell, String language) throws UnreadableNumberException {
        // A dash between digits is a word of its own, or the two numbers would be read as one code.
        String text = Digits.ascii(cell).strip().replaceAll("(?<=\\d)\\s*[–—−-]\\s*(?=\\d)", " - ");
        if (PLAIN.matcher(text).matches()) {
            return of("EXACTLY", whole(new BigDecimal(text)), null);
        }
        if (GROUPED.matcher(text).matches()) {
            return of("EXACTLY", whole(new BigDecimal(text.replaceAll("\\D", ""))), null);
        }
        List<Figure> figures = counts(text, language);
        String comparator = Vocabulary.comparatorIn(text);
        if (figures.isEmpty()) {
            if (Vocabulary.isNone(text)) {
                return of("EXACTLY", 0, null);
            }
            if (Vocabulary.code("comparator", text).filter("SOME"::equals).isPresent()) {
                return new Read("SOME", null, null, null);
            }
            throw new UnreadableNumberException("is no number: '" + shortened(cell) + "'");
        }
        Figure first = figures.get(0);
        if (first.kind() == Figure.Kind.VAGUE) {
            return new Read("SOME", null, null, null);
        }
        int number = whole(first, cell);
        if (figures.size() == 1) {
            return of(first.about() && comparator.equals("EXACTLY") ? "ABOUT" : comparator, number, null);
        }
        Figure second = figures.get(1);
        String between = text.substring(first.end(), second.start());
        if (figures.size() == 2 && OUT_OF.matcher(between).matches()) {
            return of(comparator, number, whole(second, cell));
        }
        boolean isRange = BETWEEN.matcher(between).matches()
                || AND.matcher(between).matches() && Vocabulary.isRange(text);
        if (figures.size() == 2 && isRange && number <= whole(second, cell)) {
            return new Read("BETWEEN", number, whole(second, cell), null);
        }
        throw new UnreadableNumberException("has more than one number: '" + shortened(cell) + "'");
    }

    /** A number with its comparator; 'fewer than 20' is up to 19. */
    static Read of(String comparator, int number, Integer outOf) {
        return switch (comparator) {
            case "AT_LEAST", "OVER" -> new Read(comparator, number, null, outOf);
            case "UP_TO" -> new Read(comparator, null, number, outOf);
            case "LESS" -> new Read("UP_TO", null, Math.max(0, number - 1), outOf);
            case "ABOUT" -> new Read(comparator, number, number, outOf);
            default -> new Read("EXACTLY", number, number, outOf);
        };
    }

    /** Numbers in the order of the text; what may be a year of its own in a text is a count in a cell. */
    private static List<Figure> counts(String text, String language) {
        List<Figure> figures = new ArrayList<>();
        for (Figure figure : Figures.in(text, language)) {
            switch (figure.kind()) {
                case COUNT, VAGUE, YEAR, AGE, DURATION, MEASURE -> figures.add(figure);
                default -> {
                    // 'Resolution 2254', 'the 50th': no number of people.
                }
            }
        }
        return figures;
    }

    private static int whole(Figure figure, String cell) throws UnreadableNumberException {
        // People come whole, so that '4.917' can only be four thousand and more.
        for (BigDecimal reading : figure.readings()) {
            if (reading.stripTrailingZeros().scale() <= 0) {
                return whole(reading);
            }
        }
        throw new UnreadableNumberException("is no whole number: '" + shortened(cell) + "'");
    }

    private static int whole(BigDecimal number) throws UnreadableNumberException {
        if (number.signum() < 0 || number.compareTo(MOST) > 0) {
            throw new UnreadableNumberException("must be between 0 and 10,000,000");
        }
        return number.intValue();
    }

    private static String shortened(String cell) {
        return cell.length() > 60 ? cell.substring(0, 60) + "…" : cell;
    }
}
