import { Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useState } from "react";
import type { PhotoRow } from "../../ui/contract.ts";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { Segments } from "../../ui/Segments.tsx";
import { measureTexts } from "../texts.ts";
import type { Overlay } from "./alignment.ts";
import { Blink } from "./Blink.tsx";
import classes from "./Compare.module.css";
import { Landmarks } from "./Landmarks.tsx";
import { Slide } from "./Slide.tsx";
import { type Alignment, useAlignment } from "./use-alignment.ts";
import { useLandmarks } from "./use-landmarks.ts";

const texts = measureTexts.compare;

/** A photo with its day in words. */
interface Side {
  readonly photo: PhotoRow;
  readonly address: string;
  readonly name: string;
}

/** Two photos of one view. */
export interface Pair {
  readonly before: Side;
  readonly after: Side;
}

const modes = ["slide", "blink", "beside"] as const;

/** The pair laid over each other, or side by side for as long as it is not. */
export function ComparePair({ before, after }: Pair) {
  const { set, pairs, keep, problem } = useLandmarks(before.photo, after.photo);
  const { alignment, cancel, askAgain } = useAlignment(before.address, after.address, pairs);
  const [mode, setMode] = useState<(typeof modes)[number]>("slide");
  const [isSetting, setSetting] = useState(false);

  if (isSetting) {
    return (
      <Landmarks
        before={before}
        after={after}
        start={set}
        onLeave={() => setSetting(false)}
        onDone={(landmarks) => {
          setSetting(false);
          keep(landmarks);
        }}
      />
    );
  }
  if (alignment.kind !== "aligned") {
    return (
      <>
        {problem !== null && <ProblemNotice problem={problem} onRetry={() => keep(set)} />}
        <AlignmentState alignment={alignment} onCancel={cancel} onAgain={askAgain} />
        {alignment.kind === "not-aligned" && (
          <div>
            <Button variant="outline" onClick={() => setSetting(true)}>
              {pairs.length > 0 ? measureTexts.landmarks.again : measureTexts.landmarks.offer}
            </Button>
          </div>
        )}
        <Beside before={before} after={after} />
      </>
    );
  }
  return (
    <>
      <p className={classes.soft} role="status">
        {texts.aligned}
      </p>
      <Segments
        legend={texts.mode}
        choices={modes.map((value) => ({ value, label: texts.modes[value] }))}
        chosen={mode}
        onChoose={setMode}
      />
      <Shown mode={mode} overlay={alignment.overlay} before={before} after={after} />
    </>
  );
}

interface ShownProps extends Pair {
  readonly mode: (typeof modes)[number];
  readonly overlay: Overlay;
}

function Shown({ mode, overlay, before, after }: ShownProps) {
  switch (mode) {
    case "slide":
      return <Slide before={before} after={after} overlay={overlay} />;
    case "blink":
      return <Blink before={before} after={after} overlay={overlay} />;
    case "beside":
      return <Beside before={before} after={after} />;
  }
}

function Beside({ before, after }: Pair) {
  return (
    <div className={classes.beside}>
      {[before, after].map(({ address, name }) => (
        <figure key={address}>
          <img src={address} alt={name} />
          <figcaption>{name}</figcaption>
        </figure>
      ))}
    </div>
  );
}

interface AlignmentStateProps {
  readonly alignment: Exclude<Alignment, { readonly kind: "aligned" }>;
  readonly onCancel: () => void;
  readonly onAgain: () => void;
}

/** What becomes of laying them over each other: under way, stopped, or why it cannot be done. */
function AlignmentState({ alignment, onCancel, onAgain }: AlignmentStateProps) {
  if (alignment.kind === "aligning") {
    return (
      <div className={classes.state} role="status">
        <p>{texts.aligning}</p>
        <progress aria-label={texts.aligning} />
        <Button variant="outline" size="sm" onClick={onCancel}>
          {texts.cancel}
        </Button>
      </div>
    );
  }
  if (alignment.kind === "not-aligned") {
    return (
      <div className={classes.mind} role="status">
        <IconAlertTriangle size={22} stroke={1.75} aria-hidden />
        <strong>{texts.notAligned}</strong>
        <p>{alignment.message}</p>
        <p>{alignment.action}</p>
      </div>
    );
  }
  return (
    <div className={classes.state} role="status">
      <p>{alignment.kind === "stopped" ? texts.stopped : texts.failed}</p>
      <Button variant="outline" size="sm" onClick={onAgain}>
        {texts.again}
      </Button>
    </div>
  );
}
