import {
  IconMinus,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerSkipBack,
  IconPlayerSkipForward,
  IconPlus,
} from "@tabler/icons-react";
import { useEffect, useState } from "react";
import classes from "./HoleMap.module.css";
import { understandTexts } from "./texts.ts";

const texts = understandTexts.punctures;
const msPerRoll = 500;

interface RollPlayerProps {
  /** Rolls that are drawn, of how many. */
  readonly rolled: number;
  readonly rolls: number;
  readonly says: string;
  readonly onRolled: (rolled: number) => void;
  readonly onZoom: (direction: "closer" | "further") => void;
}

/** Lays roll after roll on the skin, by itself or step by step; and looks closer or from further off. */
export function RollPlayer({ rolled, rolls, says, onRolled, onZoom }: RollPlayerProps) {
  const [isPlaying, setPlaying] = useState(false);
  const isStill = useReducedMotion();
  useEffect(() => {
    if (!isPlaying) return;
    if (rolled >= rolls) return setPlaying(false);
    const next = setTimeout(() => onRolled(rolled + 1), msPerRoll);
    return () => clearTimeout(next);
  }, [isPlaying, rolled, rolls, onRolled]);

  const play = () => {
    if (rolled >= rolls) onRolled(0);
    setPlaying(true);
  };
  const step = (to: number) => {
    setPlaying(false);
    onRolled(to);
  };
  return (
    <div className={classes.tools}>
      <p aria-live={isPlaying ? "off" : "polite"}>{says}</p>
      {/* Where motion is not wanted, rolls are laid one press at a time. */}
      {!isStill && (
        <button
          type="button"
          className={classes.play}
          onClick={isPlaying ? () => setPlaying(false) : play}
        >
          {isPlaying ? (
            <IconPlayerPause size={20} stroke={1.75} aria-hidden />
          ) : (
            <IconPlayerPlay size={20} stroke={1.75} aria-hidden />
          )}
          {isPlaying ? texts.pause : texts.play}
        </button>
      )}
      <button
        type="button"
        aria-label={texts.lessRoll}
        disabled={rolled <= 0}
        onClick={() => step(rolled - 1)}
      >
        <IconPlayerSkipBack size={20} stroke={1.75} aria-hidden />
      </button>
      <button
        type="button"
        aria-label={texts.moreRoll}
        disabled={rolled >= rolls}
        onClick={() => step(rolled + 1)}
      >
        <IconPlayerSkipForward size={20} stroke={1.75} aria-hidden />
      </button>
      <button type="button" aria-label={texts.further} onClick={() => onZoom("further")}>
        <IconMinus size={20} stroke={1.75} aria-hidden />
      </button>
      <button type="button" aria-label={texts.closer} onClick={() => onZoom("closer")}>
        <IconPlus size={20} stroke={1.75} aria-hidden />
      </button>
    </div>
  );
}

function useReducedMotion(): boolean {
  const [query] = useState(() => matchMedia("(prefers-reduced-motion: reduce)"));
  const [isReduced, setReduced] = useState(query.matches);
  useEffect(() => {
    const follow = () => setReduced(query.matches);
    query.addEventListener("change", follow);
    return () => query.removeEventListener("change", follow);
  }, [query]);
  return isReduced;
}
