import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconLink,
  IconPlus,
  IconScissors,
  IconTrash,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./CloseUp.module.css";
import type { Mode } from "./HairOverlay.tsx";
import { closeUpTexts } from "./texts.ts";

const texts = closeUpTexts.tools;

interface CorrectionsProps {
  readonly mode: Mode;
  readonly hasChosen: boolean;
  readonly canFinish: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly onMode: (mode: Mode) => void;
  readonly onRemove: () => void;
  readonly onFinish: () => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}

/** What can be put right: the hair that is chosen, a hair that was missed, or the last correction. */
export function Corrections(props: CorrectionsProps) {
  const { mode, hasChosen, canFinish, onMode } = props;
  const toggle = (wanted: Mode) => onMode(mode === wanted ? "choose" : wanted);
  return (
    <div className={classes.tools} role="toolbar" aria-label={texts.legend}>
      <Tool
        icon={<IconTrash size={20} aria-hidden />}
        disabled={!hasChosen}
        onClick={props.onRemove}
      >
        {texts.remove}
      </Tool>
      <Tool
        icon={<IconPlus size={20} aria-hidden />}
        isOn={mode === "draw"}
        onClick={() => toggle("draw")}
      >
        {texts.add}
      </Tool>
      <Tool
        icon={<IconScissors size={20} aria-hidden />}
        isOn={mode === "split"}
        disabled={!hasChosen}
        onClick={() => toggle("split")}
      >
        {texts.split}
      </Tool>
      <Tool
        icon={<IconLink size={20} aria-hidden />}
        isOn={mode === "join"}
        disabled={!hasChosen}
        onClick={() => toggle("join")}
      >
        {texts.join}
      </Tool>
      <Tool
        icon={<IconArrowBackUp size={20} aria-hidden />}
        disabled={!props.canUndo}
        onClick={props.onUndo}
      >
        {texts.undo}
      </Tool>
      <Tool
        icon={<IconArrowForwardUp size={20} aria-hidden />}
        disabled={!props.canRedo}
        onClick={props.onRedo}
      >
        {texts.redo}
      </Tool>
      {canFinish && <Tool onClick={props.onFinish}>{texts.finish}</Tool>}
      {mode !== "choose" && <Tool onClick={() => onMode("choose")}>{texts.leave}</Tool>}
    </div>
  );
}

interface ToolProps {
  readonly icon?: ReactNode;
  readonly isOn?: boolean;
  readonly disabled?: boolean;
  readonly onClick: () => void;
  readonly children: string;
}

function Tool({ icon, isOn, disabled, onClick, children }: ToolProps) {
  return (
    <button type="button" aria-pressed={isOn} disabled={disabled} onClick={onClick}>
      {icon}
      {children}
    </button>
  );
}
