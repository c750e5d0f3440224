import { Button } from "@mantine/core";
import { landmarkNames, type Point } from "@stipple/trichometry";
import { useRef, useState } from "react";
import { measureTexts } from "../texts.ts";
import classes from "./Compare.module.css";
import type { Pair } from "./ComparePair.tsx";
import { LandmarkPhoto } from "./LandmarkPhoto.tsx";
import {
  type LandmarkName,
  leastLandmarks,
  type PairPhoto,
  pairsOf,
  type SetLandmark,
  wantedAfter,
} from "./landmarks.ts";

const texts = measureTexts.landmarks;

interface LandmarksProps extends Pair {
  readonly start: readonly SetLandmark[];
  readonly onDone: (set: readonly SetLandmark[]) => void;
  readonly onLeave: () => void;
}

/** The same places are set on both photos, one after the other, by pointer or keys; the last one can be taken back. */
export function Landmarks({ before, after, start, onDone, onLeave }: LandmarksProps) {
  const [set, setSet] = useState(start);
  const [skipped, setSkipped] = useState<readonly LandmarkName[]>([]);
  const groups = { before: useRef<HTMLDivElement>(null), after: useRef<HTMLDivElement>(null) };
  const wanted = wantedAfter(set, skipped);
  const pairs = pairsOf(set, { before: before.photo, after: after.photo });
  const sides = { before, after };

  const place = (at: Point, by: "pointer" | "keys") => {
    if (!wanted) return;
    const next = [...set, { ...wanted, at }];
    setSet(next);
    const following = wantedAfter(next, skipped);
    if (by === "keys" && following) groups[following.photo].current?.focus();
  };
  const undo = () => {
    if (set.length > 0) setSet(set.slice(0, -1));
    setSkipped([]);
  };

  return (
    <div className={classes.slide}>
      <p>{texts.says}</p>
      <p role="status">
        <strong>
          {wanted
            ? texts.wanted({
                place: landmarkNames.indexOf(wanted.name) + 1,
                count: landmarkNames.length,
                name: wanted.name,
                photo: sides[wanted.photo].name,
              })
            : texts.all(pairs.length)}
        </strong>
      </p>
      <div className={classes.actions}>
        <Button variant="outline" size="sm" disabled={set.length === 0} onClick={undo}>
          {texts.undo}
        </Button>
        <Button
          variant="outline"
          size="sm"
          disabled={!wanted}
          onClick={() => wanted && setSkipped([...skipped, wanted.name])}
        >
          {texts.skip}
        </Button>
      </div>
      <div className={classes.landmarked}>
        {(["before", "after"] as const).map((photo: PairPhoto) => (
          <LandmarkPhoto
            key={photo}
            groupRef={groups[photo]}
            photo={sides[photo].photo}
            name={sides[photo].name}
            set={set.filter((one) => one.photo === photo)}
            isWanted={wanted?.photo === photo}
            onPlace={place}
          />
        ))}
      </div>
      <div className={classes.actions}>
        <Button disabled={pairs.length < leastLandmarks} onClick={() => onDone(set)}>
          {texts.done}
        </Button>
        <Button variant="outline" onClick={onLeave}>
          {texts.leave}
        </Button>
      </div>
      <p className={classes.soft}>
        {texts.pairs(pairs.length)} {pairs.length < leastLandmarks && texts.least}
      </p>
    </div>
  );
}
