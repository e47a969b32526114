package io.agreements.proof.cli;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import java.util.ServiceLoader;

/** A JDBC driver that is not on the class path: {@code java -jar} has none but the jar itself there. */
final class DriverJar {

    private final Path file;

    DriverJar(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("--driver: there is no file " + file);
        }
        this.file = file;
    }

    /**
     * Classes of the driver are needed as long as the connection is, which is until the program ends.
     *
     * @param user null if the address says who
     */
    Connection connect(String url, String user, String password) throws SQLException {
        Properties properties = new Properties();
        if (user != null) {
            properties.setProperty("user", user);
        }
        properties.setProperty("password", password);
        for (Driver driver : ServiceLoader.load(Driver.class, loader())) {
            if (driver.acceptsURL(url)) {
                return driver.connect(url, properties);
            }
        }
        throw new SQLException(file + " has no driver for " + url);
    }

    private ClassLoader loader() {
        try {
            return new URLClassLoader(new URL[] {file.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("--driver: " + e.getMessage(), e);
        }
    }
}
