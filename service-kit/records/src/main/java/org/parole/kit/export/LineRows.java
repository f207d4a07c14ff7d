package org.parole.kit.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.databind.ObjectMapper;

/** One JSON object a line. */
final class LineRows<V> implements RowWriter<V> {

    private final OutputStream out;
    private final Function<V, Object> shape;
    private final ObjectMapper mapper;

    LineRows(OutputStream out, Function<V, Object> shape, ObjectMapper mapper) {
        this.out = out;
        this.shape = shape;
        this.mapper = mapper;
    }

    @Override
    public void write(List<? extends V> items) throws IOException {
        for (V row : items) {
            out.write(mapper.writeValueAsBytes(shape.apply(row)));
            out.write('\n');
        }
    }

    @Override
    public void end() {
        // Lines need no end.
    }
}
