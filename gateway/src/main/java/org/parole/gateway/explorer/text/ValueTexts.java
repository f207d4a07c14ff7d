package org.parole.gateway.explorer.text;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words for the values of the API, in {@code messages/value_*.properties} for every language. */
@MessageBundle(value = "value", locale = "en")
public interface ValueTexts {

    /** The word for a value, as the beginning of a sentence or the label of a choice. */
    @Message
    String of(Code code);
}
