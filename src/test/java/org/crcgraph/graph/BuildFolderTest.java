package org.crcgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BuildFolderTest {
  @TempDir Path folder;

  private Path old() throws IOException {
    Path target = Files.createDirectories(folder.resolve("graph"));
    Files.writeString(target.resolve("what"), "old");
    return target;
  }

  @Test
  void aFinishedBuildTakesTheOldOnesPlace() throws IOException {
    Path target = old();
    try (BuildFolder build = BuildFolder.create(target)) {
      Files.writeString(build.path().resolve("what"), "new");
      build.publish();
    }
    assertThat(target.resolve("what")).hasContent("new");
  }

  @Test
  void anUnfinishedBuildLeavesTheOldOneAndNothingElse() throws IOException {
    Path target = old();
    try (BuildFolder build = BuildFolder.create(target)) {
      Files.writeString(build.path().resolve("what"), "half");
    }
    assertThat(target.resolve("what")).hasContent("old");
    assertThat(folder.resolve(".graph.building")).doesNotExist();
  }

  @Test
  void whatAKilledBuildLeftIsSweptAway() throws IOException {
    Path target = old();
    Path dead = Files.createDirectories(folder.resolve(".graph.building/deep"));
    Files.writeString(dead.resolve("rest"), "rest");
    try (BuildFolder build = BuildFolder.create(target)) {
      assertThat(build.path()).isEmptyDirectory();
    }
  }

  @Test
  void aGraphMovedAsideByAKilledBuildIsPutBack() throws IOException {
    Path target = old();
    Files.move(target, folder.resolve(".graph.old"));
    BuildFolder.recover(target);
    assertThat(target.resolve("what")).hasContent("old");
  }

  @Test
  void twoBuildsOfOneGraphDoNotRunTogether() throws IOException {
    Path target = folder.resolve("graph");
    try (BuildFolder first = BuildFolder.create(target)) {
      assertThat(first.path()).exists();
      assertThatThrownBy(() -> BuildFolder.create(target))
          .isInstanceOf(BuildFolder.BuildInProgressException.class)
          .hasMessageContaining("another build");
    }
  }
}
