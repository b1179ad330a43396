/** What a bare Java takes. */
public final class Nothing {
    private Nothing() {}

    public static void main(String[] args) {}
}
