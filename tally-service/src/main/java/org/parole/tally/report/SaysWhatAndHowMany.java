package org.parole.tally.report;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

import org.parole.tally.count.Stage;

/** A report that is about something and has a number where it needs one: told at once with the fields that are missing. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = SaysWhatAndHowMany.Check.class)
public @interface SaysWhatAndHowMany {

    /** Never seen: each field has its own. */
    String message() default "is not a report";

    /** As Bean Validation demands. */
    Class<?>[] groups() default {};

    /** As Bean Validation demands. */
    Class<? extends Payload>[] payload() default {};

    /** The check. */
    class Check implements ConstraintValidator<SaysWhatAndHowMany, ReportBody> {
        @Override
        public boolean isValid(ReportBody body, ConstraintValidatorContext context) {
            if (body == null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            boolean about = body.commitment() != null || body.exchange() != null || body.releasingParty() != null;
            boolean number = body.quantity() != null || body.ordinal() != null || body.stage() == Stage.DENIED
                    || body.stage() == Stage.SUSPENDED;
            demand(context, about, "commitment", "must be given, or exchange (a count of both directions of an exchange"
                    + " together), or releasingParty (a release that belongs to neither)");
            demand(context, number, "quantity",
                    "must be given, except in a denial, a suspension, or a report with an ordinal");
            return about && number;
        }

        private static void demand(ConstraintValidatorContext context, boolean holds, String field, String message) {
            if (!holds) {
                context.buildConstraintViolationWithTemplate(message).addPropertyNode(field).addConstraintViolation();
            }
        }
    }
}
