package paymap.torture.pmap;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Listens as a process: at ports that behave, and at ports that hold whoever connects. */
final class Tarpits {

    static final List<Integer> SOUND = List.of(22, 80, 443, 1000);

    /** A byte now and then; not a word, and nothing is read; more than anybody wants. */
    static final List<Integer> HOLDING = List.of(2001, 2002, 2003);

    /** Nobody takes its connections, and few wait. */
    static final int FULL = 2004;

    private static final int WAITING = 1000;

    private Tarpits() {}

    public static void main(String[] args) throws Exception {
        List<Socket> held = new ArrayList<>();
        for (int port : SOUND) {
            serve(port, Socket::close);
        }
        serve(HOLDING.get(0), socket -> {
            for (int i = 0; i < WAITING; i++) {
                socket.getOutputStream().write('x');
                Thread.sleep(100);
            }
        });
        serve(HOLDING.get(1), held::add);
        serve(HOLDING.get(2), socket -> {
            while (true) {
                socket.getOutputStream().write(new byte[1 << 16]);
            }
        });
        ServerSocket full = new ServerSocket(FULL, 1);
        System.out.println("ready");
        System.in.read(); // until the test is over
        full.close();
        System.exit(0);
    }

    private interface Manner {
        void take(Socket socket) throws IOException, InterruptedException;
    }

    private static void serve(int port, Manner manner) throws IOException {
        ServerSocket listening = new ServerSocket(port, WAITING);
        new Thread(() -> {
                    while (true) {
                        try {
                            Socket socket = listening.accept();
                            Thread each = new Thread(() -> take(manner, socket));
                            each.setDaemon(true);
                            each.start();
                        } catch (IOException e) {
                            return;
                        }
                    }
                })
                .start();
    }

    private static void take(Manner manner, Socket socket) {
        try {
            manner.take(socket);
        } catch (IOException | InterruptedException e) {
            // The scanner has had enough.
        }
    }
}
