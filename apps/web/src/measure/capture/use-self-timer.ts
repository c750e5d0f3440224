import { useEffect, useEffectEvent, useState } from "react";

type TimerSeconds = "0" | "5" | "10";

interface SelfTimer {
  readonly chosen: TimerSeconds;
  readonly choose: (seconds: TimerSeconds) => void;
  /** Seconds until the photo is taken, while they are counted. */
  readonly leftSeconds: number | undefined;
  /** Takes the photo, now or when the seconds have run down; pressed again, it calls that off. */
  readonly press: () => void;
}

export function useSelfTimer(onShoot: () => void): SelfTimer {
  const [chosen, choose] = useState<TimerSeconds>("0");
  const [leftSeconds, setLeft] = useState<number>();
  const shoot = useEffectEvent(onShoot);

  useEffect(() => {
    if (leftSeconds === undefined) return;
    const timer = setTimeout(() => {
      setLeft(leftSeconds > 1 ? leftSeconds - 1 : undefined);
      if (leftSeconds <= 1) shoot();
    }, 1000);
    return () => clearTimeout(timer);
  }, [leftSeconds]);

  return {
    chosen,
    choose,
    leftSeconds,
    press: () => {
      if (leftSeconds !== undefined) setLeft(undefined);
      else if (chosen === "0") onShoot();
      else setLeft(Number(chosen));
    },
  };
}
