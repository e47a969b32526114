package io.agreements.keycloak.compatibility;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Classes compiled for one test, in a directory of their own. */
record Compiled(Path directory) {

    /** @param sources each begins with the package and holds one top-level type, named by the line {@code //Name} above it */
    static Compiled of(Path parent, List<Compiled> classPath, String... sources) throws IOException {
        Path directory = Files.createTempDirectory(parent, "classes");
        List<String> arguments = new ArrayList<>(List.of("-d", directory.toString(), "-cp", paths(classPath)));
        for (String source : sources) {
            String name = source.lines().findFirst().orElseThrow().substring(2);
            Path file = Files.createTempDirectory(parent, "source").resolve(name + ".java");
            Files.writeString(file, source);
            arguments.add(file.toString());
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int result = compiler.run(null, null, null, arguments.toArray(String[]::new));
        if (result != 0) {
            throw new IllegalArgumentException("The sources of the test do not compile");
        }
        return new Compiled(directory);
    }

    /** What a class loader finds that has these directories and nothing else but Java. */
    static ClassFiles classFiles(Compiled... parts) {
        URL[] urls = Stream.of(parts).map(Compiled::url).toArray(URL[]::new);
        return new ClassFiles(new URLClassLoader(urls, ClassLoader.getPlatformClassLoader()));
    }

    private static String paths(List<Compiled> parts) {
        return String.join(
                java.io.File.pathSeparator,
                parts.stream().map(part -> part.directory().toString()).toList());
    }

    private URL url() {
        try {
            return directory.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
