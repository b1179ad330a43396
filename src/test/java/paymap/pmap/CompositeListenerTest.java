package paymap.pmap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import paymap.pmap.target.Address;

class CompositeListenerTest {

    @Test
    void tellsEachEventToAllInTheirOrder() throws Exception {
        List<String> told = new ArrayList<>();
        ScanListener both = new CompositeListener(recorder("first", told), recorder("second", told));
        List<String> expected = new ArrayList<>();

        for (Method event : ScanListener.class.getDeclaredMethods()) {
            if (event.isSynthetic()) { // a measurement of coverage adds one
                continue;
            }
            event.invoke(both, arguments(event));
            expected.add("first " + event.getName());
            expected.add("second " + event.getName());
        }

        assertEquals(expected, told);
    }

    private static ScanListener recorder(String name, List<String> told) {
        return (ScanListener) Proxy.newProxyInstance(
                ScanListener.class.getClassLoader(), new Class<?>[] {ScanListener.class}, (proxy, event, arguments) -> {
                    told.add(name + " " + event.getName());
                    return null;
                });
    }

    private static Object[] arguments(Method event) {
        List<Object> arguments = new ArrayList<>();
        for (Class<?> type : event.getParameterTypes()) {
            arguments.add(type == long.class ? (Object) 7L : type == Address.class ? Address.of("192.0.2.1") : null);
        }
        return arguments.toArray();
    }
}
