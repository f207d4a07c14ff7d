import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Opens connections, asks for something on each, and keeps them until its input ends: {@code java Idle URL CONNECTIONS}. */
public final class Idle {

    private Idle() {
    }

    /** Says "open" when all are. */
    public static void main(String[] arguments) throws IOException {
        URI address = URI.create(arguments[0]);
        byte[] request = ("GET " + address.getRawPath() + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] answer = new byte[65_536];
        List<Socket> open = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
            Socket socket = new Socket(address.getHost(), address.getPort());
            socket.getOutputStream().write(request);
            if (socket.getInputStream().read(answer) < 12 || answer[9] != '2') {
                throw new IOException("Connection " + i + " was not answered with 2xx");
            }
            open.add(socket);
        }
        System.out.println("open");
        while (System.in.read() >= 0) {
            // Until the bench that started this has measured.
        }
    }
}
