package org.parole.kit.text;

import java.lang.Character.UnicodeScript;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/**
 * A name or another short text that others' sentences will contain: visible characters on one line. Control characters, line breaks,
 * characters that turn the direction of writing and those that nobody sees could make a sentence of ours say something else. Joiners are
 * taken between letters of scripts that are written with them.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = OneLine.Check.class)
public @interface OneLine {

    /** The message of a violation. */
    String message() default "must be visible characters on one line";

    /** Required by Bean Validation. */
    Class<?>[] groups() default {};

    /** Required by Bean Validation. */
    Class<? extends Payload>[] payload() default {};

    /** The check. */
    class Check implements ConstraintValidator<OneLine, String> {

        private static final int NON_JOINER = 0x200C;
        private static final int JOINER = 0x200D;
        private static final Set<UnicodeScript> WITHOUT_JOINERS = EnumSet.of(UnicodeScript.LATIN, UnicodeScript.GREEK,
                UnicodeScript.CYRILLIC, UnicodeScript.HAN, UnicodeScript.HANGUL, UnicodeScript.HIRAGANA,
                UnicodeScript.KATAKANA);

        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            String defect = value == null ? null : defectOf(value);
            if (defect == null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate("must be visible characters on one line, without " + defect)
                    .addConstraintViolation();
            return false;
        }

        /** The first character that is not allowed in a name, such as {@code U+202E}; null if there is none. */
        static String defectOf(String text) {
            int before = -1;
            for (int i = 0; i < text.length();) {
                int c = text.codePointAt(i);
                int next = i + Character.charCount(c);
                boolean joins = (c == NON_JOINER || c == JOINER) && takesJoiner(before)
                        && next < text.length() && takesJoiner(text.codePointAt(next));
                if (isUnseen(c) && !joins) {
                    return String.format(Locale.ROOT, "U+%04X", c);
                }
                before = c;
                i = next;
            }
            return null;
        }

        private static boolean takesJoiner(int c) {
            return c >= 0 && (Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK
                    || Character.getType(c) == Character.COMBINING_SPACING_MARK)
                    && !WITHOUT_JOINERS.contains(UnicodeScript.of(c));
        }

        private static boolean isUnseen(int c) {
            return switch (Character.getType(c)) {
                case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                        Character.PRIVATE_USE, Character.SURROGATE, Character.UNASSIGNED ->
                    true;
                default -> isBlankLetter(c);
            };
        }

        /** What Unicode counts as letters, marks or symbols, and shows as nothing: fillers, joiners of graphemes, selectors of variants. */
        private static boolean isBlankLetter(int c) {
            return c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x2800 || c == 0x034F || c == 0x17B4
                    || c == 0x17B5
                    || c >= 0x180B && c <= 0x180F || c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0000 && c <= 0xE0FFF;
        }
    }
}
