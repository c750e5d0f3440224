import { useEffect, useState } from "react";

/**
 * Registers the service worker once the page is at rest. Returns how to load a newer version when
 * one waits: the page asks first, because a reload in the middle of a session would be in the way.
 */
export function useNewVersion(): (() => void) | undefined {
  const [waiting, setWaiting] = useState<ServiceWorker>();

  useEffect(() => {
    if (import.meta.env.DEV || !("serviceWorker" in navigator)) return;
    const timer = setTimeout(() => void register(setWaiting), 1_000);
    return () => clearTimeout(timer);
  }, []);

  return waiting && (() => activate(waiting));
}

async function register(onWaiting: (worker: ServiceWorker) => void): Promise<void> {
  // A browser may forbid service workers (private windows); the app then works without them.
  const registration = await navigator.serviceWorker.register("/sw.js").catch(() => undefined);
  if (!registration) return;
  const isUpdate = () => navigator.serviceWorker.controller !== null;
  if (registration.waiting && isUpdate()) onWaiting(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const installing = registration.installing;
    installing?.addEventListener("statechange", () => {
      if (installing.state === "installed" && isUpdate()) onWaiting(installing);
    });
  });
}

function activate(worker: ServiceWorker): void {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), {
    once: true,
  });
  worker.postMessage({ type: "SKIP_WAITING" });
}
