package org.parole.quote.anchor;

import java.util.Set;

import org.parole.kit.language.Folding;

/**
 * What square brackets inside of a word do to it: an editor may set another case ([W]e) or another ending (want[ed]), and may
 * not make another word of it ([un]fruitful, fruit[less], [S]he).
 */
final class BracketedLetters {

    /** Longer endings are other words. */
    private static final int LONGEST_ENDING = 4;
    private static final Set<String> NEGATING_ENDINGS = Set.of("less", "free", "los", "lose", "losen", "loser", "frei",
            "s\u0131z", "siz", "suz", "s\u00FCz", "nt", "not", "n't", "loos");

    private BracketedLetters() {
    }

    /** The letters in the brackets that make another word, or null where none do. */
    static String changed(Place place, String text, String content) {
        for (int i = 0; i < place.pieces().size(); i++) {
            Needle.Piece piece = place.pieces().get(i);
            if (piece.before() != Needle.Gap.LETTERS) {
                continue;
            }
            int[] span = place.spans().get(i);
            String replaced = i > 0
                    ? text.substring(place.spans().get(i - 1)[1], span[0])
                    : beginning(piece, text, span);
            boolean isEnding = i > 0 && endsInLetter(place.pieces().get(i - 1).words().source());
            if (isEnding ? isOtherEnding(piece.inserted(), replaced) : !isSame(piece.inserted(), replaced)) {
                return piece.inserted();
            }
        }
        int open = content.lastIndexOf('[');
        int close = content.indexOf(']', Math.max(open, 0));
        if (open > 0 && close > open && Character.isLetter(content.charAt(open - 1))
                && content.substring(close).codePoints().noneMatch(Character::isLetterOrDigit)
                && isOtherEnding(content.substring(open + 1, close), "")) {
            return content.substring(open + 1, close);
        }
        return null;
    }

    /** The letters of the text that stand before the piece's own, in the first word. */
    private static String beginning(Needle.Piece piece, String text, int[] span) {
        String written = text.substring(span[0], span[1]);
        var folded = Folding.loosely(written, false);
        int more = folded.length() - piece.length();
        return more <= 0 ? "" : written.substring(0, folded.start(more));
    }

    private static boolean isSame(String inserted, String replaced) {
        return Folding.caseless(inserted).signs().equals(Folding.caseless(replaced).signs());
    }

    private static boolean isOtherEnding(String inserted, String replaced) {
        String letters = Folding.caseless(inserted).signs();
        return letters.length() > LONGEST_ENDING || Folding.of(replaced).length() > LONGEST_ENDING
                || NEGATING_ENDINGS.contains(letters);
    }

    private static boolean endsInLetter(String source) {
        return !source.isEmpty() && Character.isLetter(source.codePointBefore(source.length()));
    }
}
