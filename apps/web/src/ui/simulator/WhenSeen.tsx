import { type ComponentType, type ReactNode, useEffect, useRef, useState } from "react";
import { ProblemNotice } from "../ProblemNotice.tsx";
import { ProblemError } from "../problem.ts";

interface WhenSeenProps<Props extends object> {
  /** Fetches the picture. The same function at every draw. */
  readonly load: () => Promise<ComponentType<Props>>;
  readonly props: Props;
  /** Stands in the picture's place until it is there, about as high. */
  readonly children: ReactNode;
}

/** Fetches a picture once its place comes near the screen, so that no page waits for a simulator. */
export function WhenSeen<Props extends object>({ load, props, children }: WhenSeenProps<Props>) {
  const place = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const [Picture, setPicture] = useState<ComponentType<Props>>();

  useEffect(() => {
    if (place.current === null) return;
    const watch = new IntersectionObserver(
      (entries) => setNear((before) => before || entries.some((entry) => entry.isIntersecting)),
      { rootMargin: "160px" },
    );
    watch.observe(place.current);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    if (!isNear || hasFailed) return;
    let isGone = false;
    load().then(
      (loaded) => isGone || setPicture(() => loaded),
      () => isGone || setFailed(true),
    );
    return () => {
      isGone = true;
    };
  }, [isNear, hasFailed, load]);

  if (Picture) return <Picture {...props} />;
  return (
    <div ref={place}>
      {hasFailed ? (
        <ProblemNotice problem={notLoaded} kept={kept} onRetry={() => setFailed(false)} />
      ) : (
        children
      )}
    </div>
  );
}

const kept = "Everything else on this page works without it.";
const notLoaded = new ProblemError({
  code: "picture.not-loaded",
  status: 0,
  message: "This picture could not be fetched.",
  action: "Check that Stipple is still running, then try again.",
});
