/** A full collection of a heap of many small objects: everything in the process stands still. */
final class Pause {
    private static Object[] held;

    private Pause() {}

    /** From a thread of its own, so that no snapshot waits for the call itself. */
    static synchronized void soon(int liveObjects) {
        if (held == null) held = linked(liveObjects);
        new Thread(System::gc).start();
    }

    private static Object[] linked(int count) {
        Object[] last = null;
        for (int at = 0; at < count; at++) last = new Object[] {last, at % 3 == 0 ? new Object() : null};
        return last;
    }
}
