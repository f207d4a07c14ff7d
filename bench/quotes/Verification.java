import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.parole.quote.anchor.AnchorChecker;
import org.parole.quote.anchor.AnchorStatus;
import org.parole.quote.anchor.QuotedWords;
import org.parole.quote.anchor.SourceText;

/**
 * Measures how long it takes to verify 50 quotes against a document of 20,000 characters: a tenth of them with an ellipsis, a
 * tenth typed in another way, a tenth not in the text. Prints the median, the 95th percentile and the slowest of 200 runs.
 */
public class Verification {

    private static final String[] WORDS = ("prisoners were released from the north today said a spokesman and the families "
            + "waited while lists of names changed hands between two offices near the border 120 of them sick or old will "
            + "not return before Friday unless talks go on as agreed").split(" ");

    public static void main(String[] arguments) {
        var random = new Random(19);
        var text = new StringBuilder();
        while (text.length() < 20_000) {
            text.append(WORDS[random.nextInt(WORDS.length)]).append(random.nextInt(12) == 0 ? ". “" : " ");
        }
        List<String> contents = new ArrayList<>();
        for (var i = 0; i < 50; i++) {
            var start = text.indexOf(" ", random.nextInt(19_000)) + 1;
            var content = text.substring(start, text.indexOf(" ", start + 60 + random.nextInt(200)));
            var middle = content.indexOf(' ', content.length() / 2);
            contents.add(switch (i % 10) {
                case 0 -> content.substring(0, middle) + " …" + content.substring(content.indexOf(' ', middle + 8));
                case 1 -> content.replace(' ', ' ').replace('“', '"');
                case 2 -> content + " and never came";
                default -> content;
            });
        }
        var found = 0;
        var times = new double[200];
        for (var run = -100; run < times.length; run++) {
            var start = System.nanoTime();
            found = 0;
            var checker = AnchorChecker.of(SourceText.of(text.toString()));
            for (var content : contents) {
                var status = checker.verify(List.of(), QuotedWords.direct(content, "en")).status();
                found += status == AnchorStatus.ORPHANED ? 0 : 1;
            }
            if (run >= 0) {
                times[run] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(times);
        System.out.printf("%d characters, 50 quotes, %d of them found: median %.1f ms, 95th percentile %.1f ms, slowest %.1f ms%n",
                text.length(), found, times[100], times[190], times[199]);
    }
}
