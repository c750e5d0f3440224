export type WakeLockStatus = "held" | "unavailable" | "released";

/**
 * Keeps the screen on until the returned function is called, and takes the lock again each time the
 * page comes back into view, because the browser drops it when the page is hidden.
 */
export function keepScreenOn(onStatus: (status: WakeLockStatus) => void): () => void {
  if (typeof navigator === "undefined" || !("wakeLock" in navigator)) {
    onStatus("unavailable");
    return () => undefined;
  }

  let isOver = false;
  let lock: WakeLockSentinel | undefined;

  async function take(): Promise<void> {
    if (isOver || document.visibilityState !== "visible") return;
    try {
      lock = await navigator.wakeLock.request("screen");
      if (isOver) return void lock.release();
      onStatus("held");
      lock.addEventListener("release", () => {
        if (!isOver) onStatus("released");
      });
    } catch {
      onStatus("unavailable");
    }
  }

  const onVisible = () => void take();
  document.addEventListener("visibilitychange", onVisible);
  void take();
  return () => {
    isOver = true;
    document.removeEventListener("visibilitychange", onVisible);
    void lock?.release().catch(() => undefined);
  };
}
