package org.parole.kit.text;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import java.util.Optional;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/** An absolute http or https URL with a host, which may be written in any script, and without a user's name or password. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = WebAddress.Check.class)
public @interface WebAddress {

    /** The longest address that is taken. */
    int MAX_LENGTH = 2000;

    /** The message of a violation. */
    String message() default "must be an http or https URL of at most 2,000 characters";

    /** The message where it tells who may read it. */
    String NO_USER = "must not contain a user name or password";

    /** The message where a label of its host is none: of {@code xn--a}, nothing was encoded. */
    String NO_HOST = "must have a valid host name";

    /** Required by Bean Validation. */
    Class<?>[] groups() default {};

    /** Required by Bean Validation. */
    Class<? extends Payload>[] payload() default {};

    /** The check. */
    class Check implements ConstraintValidator<WebAddress, String> {
        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            if (value == null) {
                return true;
            }
            if (value.length() > MAX_LENGTH) {
                return false;
            }
            Optional<URI> uri = WebUri.of(value);
            if (WebUri.hasInvalidHost(value)) {
                return refuse(NO_HOST, context);
            }
            if (uri.isPresent() && uri.get().getRawUserInfo() != null) {
                return refuse(NO_USER, context);
            }
            return uri.isPresent();
        }

        private static boolean refuse(String message, ConstraintValidatorContext context) {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(message).addConstraintViolation();
            return false;
        }
    }
}
