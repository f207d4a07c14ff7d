package org.parole.kit.parquet;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;

import org.apache.parquet.io.api.RecordConsumer;

/** How a value that is there is written: a single one, a group of fields, or a list. */
interface Shape {

    /** Writes a value, which is not null. */
    void write(RecordConsumer out, Object value);

    /**
     * One member of a record.
     *
     * @param accessor by which it is read; what it gives is left out where it is null
     */
    record Field(String name, Method accessor, Shape shape) {

        Object in(Object row) {
            try {
                return accessor.invoke(row);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("A record's component cannot be read: " + name, e);
            }
        }
    }

    /** Writes the fields of a record that have a value. */
    static void writeFields(RecordConsumer out, List<Field> fields, Object row) {
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            Object value = field.in(row);
            if (value != null) {
                out.startField(field.name(), i);
                field.shape().write(out, value);
                out.endField(field.name(), i);
            }
        }
    }

    /** The fields of a record within a record. */
    record Group(List<Field> fields) implements Shape {

        @Override
        public void write(RecordConsumer out, Object value) {
            out.startGroup();
            writeFields(out, fields, value);
            out.endGroup();
        }
    }

    /** A list in the three levels of the format: a list that is empty is not one that is null. */
    record Several(Shape element) implements Shape {

        static final String LIST = "list";
        static final String ELEMENT = "element";

        @Override
        public void write(RecordConsumer out, Object value) {
            Collection<?> items = (Collection<?>) value;
            out.startGroup();
            if (!items.isEmpty()) {
                out.startField(LIST, 0);
                for (Object item : items) {
                    out.startGroup();
                    if (item != null) {
                        out.startField(ELEMENT, 0);
                        element.write(out, item);
                        out.endField(ELEMENT, 0);
                    }
                    out.endGroup();
                }
                out.endField(LIST, 0);
            }
            out.endGroup();
        }
    }
}
