package org.crcgraph.graph;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which a build grows beside the old graph and from which it is renamed into place.
 * Killed at any moment, the old graph stands, or is put back by the next command that looks for it.
 */
final class BuildFolder implements Closeable {
  private final Path target;
  private final Path building;
  private final FileChannel channel;
  private final FileLock lock;

  private BuildFolder(Path target, Path building, FileChannel channel, FileLock lock) {
    this.target = target;
    this.building = building;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Makes an empty folder to build in.
   *
   * @throws BuildInProgressException where another build of the same graph runs
   */
  static BuildFolder create(Path target) throws IOException {
    Path absolute = target.toAbsolutePath();
    Files.createDirectories(parent(absolute));
    FileChannel channel =
        FileChannel.open(
            sibling(absolute, ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    @Nullable FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      channel.close();
      throw new BuildInProgressException(target);
    }
    if (lock == null) {
      channel.close();
      throw new BuildInProgressException(target);
    }
    recover(absolute);
    Path building = sibling(absolute, ".building");
    delete(building);
    Files.createDirectories(building);
    return new BuildFolder(absolute, building, channel, lock);
  }

  /** Another build of the same graph runs. */
  static final class BuildInProgressException extends IOException {
    BuildInProgressException(Path target) {
      super("another build of " + target + " is running");
    }
  }

  Path path() {
    return building;
  }

  /** Puts the finished build in the place of the old one. */
  void publish() throws IOException {
    Path old = sibling(target, ".old");
    delete(old);
    if (Files.exists(target)) {
      Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(building, target, StandardCopyOption.ATOMIC_MOVE);
    delete(old);
  }

  /** Puts the old graph back where a build was killed between its two renames. */
  static void recover(Path target) throws IOException {
    Path old = sibling(target.toAbsolutePath(), ".old");
    if (!Files.exists(target) && Files.isDirectory(old)) {
      Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  @Override
  public void close() throws IOException {
    delete(building);
    lock.release();
    channel.close();
  }

  private static Path parent(Path absolute) {
    Path parent = absolute.getParent();
    if (parent == null) {
      throw new IllegalArgumentException("a graph cannot be built into " + absolute);
    }
    return parent;
  }

  private static Path sibling(Path absolute, String ending) {
    return parent(absolute).resolve("." + absolute.getFileName() + ending);
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e)
              throws IOException {
            if (e != null) {
              throw e;
            }
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
