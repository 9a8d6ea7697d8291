package pikett.adapters.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DiskUseTest {
    @Test
    void theShareIsThatOfWhatOrdinaryUsersCanFill() {
        assertThat(
                        DiskUse.read(
                                """
                                Filesystem     1024-blocks  Used Available Capacity Mounted on
                                /dev/vda1             1000   600       200      75% /
                                tank/with space       1000   100       300      25% /srv/with space
                                tmpfs                 1000     0      1000       0% /tmp
                                /dev/vdb1             1000  1000       -50     100% /var
                                """))
                .containsExactly(
                        new DiskUse("/", 0.75),
                        new DiskUse("/srv/with space", 0.25),
                        new DiskUse("/tmp", 0),
                        new DiskUse("/var", 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Filesystem 1024-blocks Used Available Capacity Mounted on",
                "proc 0 0 0 - /proc/sys/fs/binfmt_misc",
                "none 0 0 0 - /empty",
                "udev 1000 0 1000 0% /dev",
                "tmpfs 1000 1 999 1% /run/user/1000",
                "tmpfs 1000 1 999 1% /sys/fs/cgroup",
                "/dev/loop3 1000 1000 0 100% /snap/core/1",
                "overlay 1000 900 100 90% /var/lib/docker/overlay2/ab/merged",
                "df: /mnt/far: Stale file handle",
                "/dev/vda1 99999999999999999999 1 1 1% /",
                ""
            })
    void whatKeepsNothingAndWhatIsNoLineIsLeftOut(String line) {
        assertThat(DiskUse.read(line)).isEmpty();
    }

    @Test
    void theRootOfAContainerIsADisk() {
        assertThat(DiskUse.read("overlay 1000 900 100 90% /"))
                .containsExactly(new DiskUse("/", 0.9));
    }

    @Test
    void aLineWithoutAnEndTakesNoTime() {
        assertThat(DiskUse.read("1 ".repeat(200_000))).isEmpty();
    }
}
