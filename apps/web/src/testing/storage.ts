/** A Storage in memory with room for a number of characters, as browsers have. */
export function storageOf(room: number): Storage & { room: number } {
  const entries = new Map<string, string>();
  const size = () => [...entries].reduce((sum, [key, value]) => sum + key.length + value.length, 0);
  return {
    room,
    get length() {
      return entries.size;
    },
    clear: () => entries.clear(),
    getItem: (key) => entries.get(key) ?? null,
    key: (index) => [...entries.keys()][index] ?? null,
    removeItem: (key) => {
      entries.delete(key);
    },
    setItem(key, value) {
      const growth = key.length + value.length - (entries.get(key)?.length ?? -key.length);
      if (size() + growth > this.room) throw new DOMException("full", "QuotaExceededError");
      entries.set(key, value);
    },
  };
}
