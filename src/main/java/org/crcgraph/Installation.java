package org.crcgraph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Finds {@code ontology/}, {@code queries/} and {@code data/}: the folder of that name in the
 * current directory where there is one, else the copy that the jar carries.
 */
public final class Installation {
  private Installation() {}

  /** The folder of this name. */
  public static Path folder(String name) {
    Path local = Path.of(name);
    return Files.isDirectory(local) ? local : carried(name);
  }

  /** The copy of this folder that the jar carries. */
  public static Path carried(String name) {
    URL url = Installation.class.getResource("/crcgraph/" + name);
    if (url == null) {
      throw new IllegalStateException("the program was built without its folder " + name);
    }
    try {
      URI uri = url.toURI();
      if (uri.getScheme().equals("jar")) {
        return inJar(uri).getPath("/crcgraph/" + name);
      }
      return Path.of(uri);
    } catch (URISyntaxException | IOException e) {
      throw new IllegalStateException("the program's own jar cannot be read", e);
    }
  }

  private static FileSystem inJar(URI uri) throws IOException {
    try {
      return FileSystems.newFileSystem(uri, Map.of());
    } catch (FileSystemAlreadyExistsException e) {
      return FileSystems.getFileSystem(uri);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
