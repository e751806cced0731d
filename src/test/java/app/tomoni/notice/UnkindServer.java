package app.tomoni.notice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server as they are on bad days: says no, says later, says nothing, or takes a mail and hangs up. */
public class UnkindServer implements AutoCloseable {

    /** How it behaves. */
    enum Mood {
        KIND,
        RECIPIENT_LATER,
        RECIPIENT_NEVER,
        DATA_LATER,
        SILENT,
        DROPS_AFTER_TAKING
    }

    private final ServerSocket socket;
    private final Thread listener;
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private volatile Mood mood = Mood.KIND;

    public UnkindServer() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        listener = Thread.ofVirtual().start(this::listen);
    }

    public int port() {
        return socket.getLocalPort();
    }

    void be(Mood mood) {
        this.mood = mood;
    }

    /** The mails it has taken, whole, in order. */
    public List<String> taken() {
        return taken;
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                var connection = socket.accept();
                Thread.ofVirtual().start(() -> talk(connection));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void talk(Socket connection) {
        try (connection) {
            var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
            if (mood == Mood.SILENT) {
                in.readLine(); // says nothing until the other side gives up
                return;
            }
            say(connection, "220 unkind");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var verb = line.substring(0, Math.min(4, line.length())).toUpperCase(java.util.Locale.ROOT);
                switch (verb) {
                    case "EHLO", "HELO", "MAIL", "RSET", "NOOP" -> say(connection, "250 fine");
                    case "RCPT" ->
                        say(
                                connection,
                                switch (mood) {
                                    case RECIPIENT_LATER -> "451 later";
                                    case RECIPIENT_NEVER -> "550 nobody here";
                                    default -> "250 fine";
                                });
                    case "DATA" -> {
                        say(connection, "354 go on");
                        var mail = new StringBuilder();
                        for (var part = in.readLine(); part != null && !part.equals("."); part = in.readLine()) {
                            mail.append(part).append('\n');
                        }
                        if (mood == Mood.DATA_LATER) {
                            say(connection, "452 full");
                        } else {
                            taken.add(mail.toString());
                            if (mood == Mood.DROPS_AFTER_TAKING) {
                                return;
                            }
                            say(connection, "250 taken");
                        }
                    }
                    case "QUIT" -> {
                        say(connection, "221 bye");
                        return;
                    }
                    default -> say(connection, "502 what?");
                }
            }
        } catch (IOException e) {
            // the other side has given up
        }
    }

    private static void say(Socket connection, String line) throws IOException {
        connection.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        connection.getOutputStream().flush();
    }

    /** Once this returns nobody is listened to: the port of a socket is free only when who waits at it has left. */
    @Override
    public void close() {
        try {
            socket.close();
            listener.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
