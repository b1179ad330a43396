package paymap.cli;

import java.nio.file.Path;
import java.util.function.Function;
import paymap.cli.console.TextEncoding;
import paymap.words.Words;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How numbers, switches and file names are read, so that a refusal says what is allowed and names no type of Java. */
final class TypedValues {

    private TypedValues() {}

    static void teach(CommandLine line) {
        ITypeConverter<Integer> whole = whole(Integer::valueOf);
        ITypeConverter<Long> large = whole(Long::valueOf);
        ITypeConverter<Double> decimal = new Reading<>(TypedValues::finite);
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

    private static <T> ITypeConverter<T> whole(Function<String, T> read) {
        return new Reading<>(typed -> {
            try {
                return read.apply(typed);
            } catch (NumberFormatException e) {
                throw new TypeConversionException(
                        typed.matches("[+-]?\\d+")
                                ? Words.say("'%s' is out of range", typed)
                                : Words.say("'%s' is not a whole number", typed));
            }
        });
    }

    private static Double finite(String typed) {
        double number;
        try {
            number = Double.parseDouble(typed);
        } catch (NumberFormatException e) {
            number = Double.NaN;
        }
        if (!Double.isFinite(number)) {
            throw new TypeConversionException(Words.say("'%s' is not a number like 0.5", typed));
        }
        return number;
    }

    private static Boolean truth(String typed) {
        if (typed.equalsIgnoreCase("true") || typed.equalsIgnoreCase("false")) {
            return Boolean.valueOf(typed);
        }
        throw new TypeConversionException(Words.say("a switch takes no value, but there is '%s'", typed));
    }

    private static Path path(String typed) {
        try {
            return TextEncoding.path(typed);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
