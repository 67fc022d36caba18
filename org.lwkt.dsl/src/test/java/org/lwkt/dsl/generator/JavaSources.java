// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.generator;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.lwkt.runtime.scenario.Result;
import org.lwkt.runtime.scenario.Scenario;

/** Compiles generated Java in memory, without a warning, and calls it. */
public final class JavaSources {
    private JavaSources() {}

    /** What {@code scenario()} of each class returns, in the order of the sources. */
    public static List<Scenario> scenarios(Map<String, String> sources) {
        return call(sources, "scenario", Scenario.class);
    }

    /** What {@code run()} of each class returns, in the order of the sources. */
    public static List<Result> results(Map<String, String> sources) {
        return call(sources, "run", Result.class);
    }

    /** The digests of what {@code runAll()} of a class for several runs returns, if the class has the name. */
    public static List<String> digestsOfRuns(Map<String, String> sources, String name) {
        try {
            List<?> results = (List<?>)
                    compile(sources).loadClass(name).getMethod("runAll").invoke(null);
            return results.stream().map(it -> ((Result) it).digest()).toList();
        } catch (ReflectiveOperationException failed) {
            throw new AssertionError(name + ".runAll", failed);
        }
    }

    /** What {@code method} of a JUnit class returns. */
    public static List<?> dynamicTests(Map<String, String> sources, String name, String method) {
        try {
            Class<?> type = compile(sources).loadClass(name);
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            Method factory = type.getDeclaredMethod(method);
            factory.setAccessible(true);
            return (List<?>) factory.invoke(constructor.newInstance());
        } catch (ReflectiveOperationException failed) {
            throw new AssertionError(name + "." + method, failed);
        }
    }

    /** A class that only knows the runs of others has no such method. */
    private static <T> List<T> call(Map<String, String> sources, String method, Class<T> type) {
        ClassLoader loader = compile(sources);
        List<T> values = new ArrayList<>();
        for (String path : sources.keySet()) {
            String name = path.substring(0, path.length() - ".java".length()).replace('/', '.');
            if (sources.get(path).contains("List<Result> runAll()")) {
                continue;
            }
            try {
                values.add(type.cast(loader.loadClass(name).getMethod(method).invoke(null)));
            } catch (ReflectiveOperationException failed) {
                throw new AssertionError(name + "." + method, failed);
            }
        }
        return values;
    }

    private static ClassLoader compile(Map<String, String> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<JavaFileObject> units = new ArrayList<>();
        sources.forEach((path, text) -> units.add(new Source(path, text)));
        Classes classes = new Classes(compiler.getStandardFileManager(null, null, null));
        StringWriter messages = new StringWriter();
        List<String> options = List.of("--release", "21", "-Xlint:all", "-Werror", "-encoding", "US-ASCII");
        if (!compiler.getTask(messages, classes, null, options, null, units).call()) {
            throw new AssertionError(messages.toString());
        }
        return classes.loader();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String path, String text) {
            super(URI.create("memory:/" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Classes extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> bytes = new HashMap<>();

        Classes(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:/" + className), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    bytes.put(className, out);
                    return out;
                }
            };
        }

        ClassLoader loader() {
            return new ClassLoader(JavaSources.class.getClassLoader()) {
                @Override
                protected Class<?> findClass(String name) throws ClassNotFoundException {
                    ByteArrayOutputStream found = bytes.get(name);
                    if (found == null) {
                        throw new ClassNotFoundException(name);
                    }
                    return defineClass(name, found.toByteArray(), 0, found.size());
                }
            };
        }
    }
}
