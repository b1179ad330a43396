package paymap.pmap;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** Accepts and closes connections on the given ports until its process is ended. */
final class Listeners {

    private Listeners() {}

    public static void main(String[] ports) throws IOException {
        Selector selector = Selector.open();
        for (String port : ports) {
            ServerSocketChannel server = ServerSocketChannel.open();
            server.bind(new InetSocketAddress(Integer.parseInt(port)), 1024);
            server.configureBlocking(false);
            server.register(selector, SelectionKey.OP_ACCEPT);
        }
        System.out.println("ready");
        while (true) {
            selector.select();
            for (SelectionKey key : selector.selectedKeys()) {
                accept((ServerSocketChannel) key.channel());
            }
            selector.selectedKeys().clear();
        }
    }

    private static void accept(ServerSocketChannel server) {
        try {
            SocketChannel accepted = server.accept();
            if (accepted != null) {
                accepted.close();
            }
        } catch (IOException e) {
            // The scanner was quicker.
        }
    }
}
