package org.parole.kit.json;

import java.io.IOException;

import jakarta.inject.Singleton;

import io.quarkus.jackson.ObjectMapperCustomizer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.module.SimpleModule;

/** Sets the one ObjectMapper of a service up: nothing is guessed, coerced or silently dropped. */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {

    /** Deeper bodies are refused: ours are at most five deep. */
    public static final int MAX_DEPTH = 64;

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build());
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        coercionOff(mapper);
        mapper.registerModule(new SimpleModule("parole-strings").addDeserializer(String.class, new WholeString()));
    }

    // The builder that replaces this setter makes a new mapper; Quarkus hands us an existing one.
    @SuppressWarnings("deprecation")
    private static void coercionOff(ObjectMapper mapper) {
        mapper.configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false);
    }

    /** Strings that PostgreSQL can keep and UTF-8 can carry: no NUL, no half of a surrogate pair, and no other type. */
    private static final class WholeString extends StdScalarDeserializer<String> {

        private WholeString() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                throw MismatchedInputException.from(parser, String.class, "must be a string");
            }
            String text = parser.getText();
            String wrong = Strings.defectOf(text);
            if (wrong != null) {
                throw new InvalidStringException(parser, wrong);
            }
            return text;
        }
    }
}
