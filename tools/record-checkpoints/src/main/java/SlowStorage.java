import java.io.IOException;
import javax.annotation.Nullable;
import org.apache.flink.api.common.JobID;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.flink.core.fs.Path;
import org.apache.flink.runtime.state.CheckpointStateOutputStream;
import org.apache.flink.runtime.state.CheckpointStateToolset;
import org.apache.flink.runtime.state.CheckpointStorage;
import org.apache.flink.runtime.state.CheckpointStorageAccess;
import org.apache.flink.runtime.state.CheckpointStorageLocation;
import org.apache.flink.runtime.state.CheckpointStorageLocationReference;
import org.apache.flink.runtime.state.CheckpointStreamFactory;
import org.apache.flink.runtime.state.CheckpointedStateScope;
import org.apache.flink.runtime.state.CompletedCheckpointStorageLocation;
import org.apache.flink.runtime.state.StreamStateHandle;
import org.apache.flink.runtime.state.storage.FileSystemCheckpointStorage;

/** Files whose writers get no more than so many bytes per second each, and no more than so many bytes. */
final class SlowStorage implements CheckpointStorage {
    private static final long serialVersionUID = 1L;
    private final FileSystemCheckpointStorage files;
    private final long bytesPerSecond;
    private final long mostBytes;

    SlowStorage(Path directory, long bytesPerSecond, long mostBytes) {
        this.files = new FileSystemCheckpointStorage(directory, 0, 4096);
        this.bytesPerSecond = bytesPerSecond;
        this.mostBytes = mostBytes;
    }

    @Override
    public CompletedCheckpointStorageLocation resolveCheckpoint(String pointer) throws IOException {
        return files.resolveCheckpoint(pointer);
    }

    @Override
    public CheckpointStorageAccess createCheckpointStorage(JobID job) throws IOException {
        CheckpointStorageAccess access = files.createCheckpointStorage(job);
        return new CheckpointStorageAccess() {
            @Override
            public CheckpointStreamFactory resolveCheckpointStorageLocation(
                    long id, CheckpointStorageLocationReference reference) throws IOException {
                return slow(access.resolveCheckpointStorageLocation(id, reference));
            }

            @Override
            public CheckpointStateOutputStream createTaskOwnedStateStream() throws IOException {
                return access.createTaskOwnedStateStream();
            }

            @Override
            public CheckpointStateToolset createTaskOwnedCheckpointStateToolset() {
                return access.createTaskOwnedCheckpointStateToolset();
            }

            @Override
            public boolean supportsHighlyAvailableStorage() {
                return access.supportsHighlyAvailableStorage();
            }

            @Override
            public boolean hasDefaultSavepointLocation() {
                return access.hasDefaultSavepointLocation();
            }

            @Override
            public CompletedCheckpointStorageLocation resolveCheckpoint(String pointer) throws IOException {
                return access.resolveCheckpoint(pointer);
            }

            @Override
            public void initializeBaseLocationsForCheckpoint() throws IOException {
                access.initializeBaseLocationsForCheckpoint();
            }

            @Override
            public CheckpointStorageLocation initializeLocationForCheckpoint(long id) throws IOException {
                return access.initializeLocationForCheckpoint(id);
            }

            @Override
            public CheckpointStorageLocation initializeLocationForSavepoint(long id, @Nullable String target)
                    throws IOException {
                return access.initializeLocationForSavepoint(id, target);
            }
        };
    }

    private CheckpointStreamFactory slow(CheckpointStreamFactory factory) {
        return new CheckpointStreamFactory() {
            @Override
            public CheckpointStateOutputStream createCheckpointStateOutputStream(CheckpointedStateScope scope)
                    throws IOException {
                return new SlowStream(factory.createCheckpointStateOutputStream(scope), bytesPerSecond, mostBytes);
            }

            @Override
            public boolean canFastDuplicate(StreamStateHandle handle, CheckpointedStateScope scope) {
                return false;
            }

            @Override
            public java.util.List<StreamStateHandle> duplicate(
                    java.util.List<StreamStateHandle> handles, CheckpointedStateScope scope) throws IOException {
                return factory.duplicate(handles, scope);
            }
        };
    }

    private static final class SlowStream extends CheckpointStateOutputStream {
        private final CheckpointStateOutputStream out;
        private final long bytesPerSecond;
        private final long mostBytes;
        private long owed;

        SlowStream(CheckpointStateOutputStream out, long bytesPerSecond, long mostBytes) {
            this.out = out;
            this.bytesPerSecond = bytesPerSecond;
            this.mostBytes = mostBytes;
        }

        private void pay(int bytes) throws IOException {
            if (getPos() + bytes > mostBytes) throw new IOException("No space left on device");
            owed += bytes;
            long millis = owed * 1000 / bytesPerSecond;
            if (millis < 5) return;
            owed -= millis * bytesPerSecond / 1000;
            try {
                Thread.sleep(millis);
            } catch (InterruptedException stopped) {
                throw new IOException(stopped);
            }
        }

        @Override
        public void write(int b) throws IOException {
            pay(1);
            out.write(b);
        }

        @Override
        public void write(byte[] b, int off, int len) throws IOException {
            pay(len);
            out.write(b, off, len);
        }

        @Nullable
        @Override
        public StreamStateHandle closeAndGetHandle() throws IOException {
            return out.closeAndGetHandle();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }

        @Override
        public long getPos() throws IOException {
            return out.getPos();
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void sync() throws IOException {
            out.sync();
        }
    }
}
