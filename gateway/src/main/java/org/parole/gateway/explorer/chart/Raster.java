package org.parole.gateway.explorer.chart;

import java.awt.AWTError;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import javax.imageio.ImageIO;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.parole.kit.problem.Problem;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.problem.ProblemType;

import io.quarkus.qute.TemplateGlobal;
import io.quarkus.runtime.ImageMode;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.geometry.size.FloatSize;
import com.github.weisj.jsvg.parser.SVGLoader;

/** Makes PNGs of the SVGs, for programs that take no SVG. It needs the fonts of the machine, which SVGs do not. */
@ApplicationScoped
public class Raster {

    private static final Logger LOG = Logger.getLogger(Raster.class);
    private static final int DENSITY = 2;
    /** What is missing here is found out by the first picture; an executable is built without Java 2D, which would need font libraries beside it. */
    private static volatile boolean available = !ImageMode.current().isNativeImage();

    /** Whether this gateway can make them, so that pages offer none that cannot be had; {@code pngs} in every template. */
    @TemplateGlobal(name = "pngs")
    static boolean isAvailable() {
        return available;
    }

    /**
     * A picture as PNG.
     *
     * @param width of the SVG; the PNG has twice as many pixels
     * @param height of the SVG
     * @throws ProblemException 406 where this machine, or an executable, has nothing to draw letters with
     */
    public byte[] png(String svg, int width, int height) {
        if (!available) {
            throw withoutFonts();
        }
        try {
            return draw(svg, width, height);
        } catch (AWTError | LinkageError | InternalError e) {
            LOG.debug("Nothing to draw letters with", e);
            available = false;
            throw withoutFonts();
        }
    }

    private static ProblemException withoutFonts() {
        return new ProblemException(Problem.of(ProblemType.NOT_ACCEPTABLE,
                "No fonts can be used here, so there are no PNGs: take chart.svg.", java.util.List.of()));
    }

    private static byte[] draw(String svg, int width, int height) {
        SVGDocument document = new SVGLoader()
                .load(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        if (document == null) {
            throw new IllegalStateException("The drawing is always SVG");
        }
        BufferedImage image = new BufferedImage(width * DENSITY, height * DENSITY, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.scale(DENSITY, DENSITY);
            FloatSize size = document.size();
            graphics.scale(width / size.width, height / size.height);
            document.render(null, graphics);
        } finally {
            graphics.dispose();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
