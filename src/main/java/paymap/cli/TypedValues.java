package paymap.cli;

import java.nio.file.Path;
import java.util.function.Function;
import paymap.cli.console.TextEncoding;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How numbers, switches and file names are read, so that a refusal says what is allowed and names no type of Java. */
final class TypedValues {

    private static final String WHOLE = "a whole number";

    private TypedValues() {}

    static void teach(CommandLine line) {
        ITypeConverter<Integer> whole = number(Integer::valueOf, WHOLE);
        ITypeConverter<Long> large = number(Long::valueOf, WHOLE);
        ITypeConverter<Double> decimal = number(TypedValues::finite, "a number like 0.5");
        line.registerConverter(Integer.class, whole).registerConverter(int.class, whole);
        line.registerConverter(Long.class, large).registerConverter(long.class, large);
        line.registerConverter(Double.class, decimal).registerConverter(double.class, decimal);
        ITypeConverter<Boolean> truth = new Reading<>(TypedValues::truth);
        line.registerConverter(Boolean.class, truth).registerConverter(boolean.class, truth);
        line.registerConverter(Path.class, new Reading<>(TypedValues::path));
    }

    /**
     * No lambda: picocli is compiled for Java 5, and JDK 17 leaves an old interface out of the start-up archive once a
     * lambda implements it, and with it all its 30 classes.
     */
    private record Reading<T>(Function<String, T> read) implements ITypeConverter<T> {
        @Override
        public T convert(String typed) {
            return read.apply(typed);
        }
    }

    private static <T> ITypeConverter<T> number(Function<String, T> read, String allowed) {
        return new Reading<>(typed -> {
            try {
                return read.apply(typed);
            } catch (NumberFormatException e) {
                boolean tooLarge = typed.matches("[+-]?\\d+");
                throw new TypeConversionException(
                        "'" + typed + "' is " + (tooLarge ? "out of range" : "not " + allowed));
            }
        });
    }

    private static Double finite(String typed) {
        double number = Double.parseDouble(typed);
        if (!Double.isFinite(number)) {
            throw new NumberFormatException(typed);
        }
        return number;
    }

    private static Boolean truth(String typed) {
        if (typed.equalsIgnoreCase("true") || typed.equalsIgnoreCase("false")) {
            return Boolean.valueOf(typed);
        }
        throw new TypeConversionException("a switch takes no value, but there is '" + typed + "'");
    }

    private static Path path(String typed) {
        try {
            return TextEncoding.path(typed);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
