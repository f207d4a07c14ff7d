package org.parole.kit.export;

import java.io.IOException;
import java.io.OutputStream;

import jakarta.ws.rs.core.StreamingOutput;

/** An export that is written while it is read. A class of its own, so that no other writer takes it for an object of JSON. */
record ExportBody(StreamingOutput rows) implements StreamingOutput {

    @Override
    public void write(OutputStream out) throws IOException {
        rows.write(out);
    }
}
