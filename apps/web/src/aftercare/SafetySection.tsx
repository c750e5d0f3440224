import { Button } from "@mantine/core";
import { type Sign, triage, type Urgency } from "@stipple/protocol";
import { IconChevronDown } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Page } from "../ui/Page.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import classes from "./Aftercare.module.css";
import { SignList } from "./SignList.tsx";
import { useSaveCheckIn } from "./save-check-in.ts";
import { TriageResult } from "./TriageResult.tsx";
import { aftercareTexts } from "./texts.ts";

const texts = aftercareTexts.wrong;

/** Something is wrong: signs on the left, what to do at once beside them. Needs no network and no saving. */
export function SafetySection() {
  const [chosen, setChosen] = useState<readonly Sign[]>([]);
  const save = useSaveCheckIn();
  const isSaved = save.data !== undefined;

  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      aside={
        <div className={classes.stick} id="what-to-do">
          {chosen.length === 0 ? (
            <p className={classes.prompt}>
              {texts.none} {texts.emergencyNumbers}
            </p>
          ) : (
            <TriageResult
              triage={triage({ graded: {}, signs: [...chosen], slot: "any" })}
              isSaved={isSaved}
            >
              {isSaved ? (
                <strong>{aftercareTexts.result.saved}</strong>
              ) : (
                <>
                  <Button
                    loading={save.isPending}
                    onClick={() => save.mutate({ slot: "any", graded: {}, signs: [...chosen] })}
                  >
                    {texts.save}
                  </Button>
                  <span className={classes.hint}>{texts.saveHint}</span>
                </>
              )}
            </TriageResult>
          )}
          {save.error && <ProblemNotice problem={save.error} />}
          <Link to="/aftercare" hash="" className={classes.link}>
            {texts.toCheckIn}
          </Link>
        </div>
      }
    >
      {chosen.length > 0 && (
        <ResultBar urgency={triage({ graded: {}, signs: [...chosen], slot: "any" }).urgency} />
      )}
      <SignList
        chosen={chosen}
        onChange={(signs) => {
          save.reset();
          setChosen(signs);
        }}
      />
    </Page>
  );
}

/** On a phone the answer lies below the list: this bar keeps it in view and leads to it. */
function ResultBar({ urgency }: { readonly urgency: Urgency }) {
  return (
    <button
      type="button"
      className={classes.bar}
      data-urgency={urgency}
      onClick={() => document.getElementById("what-to-do")?.scrollIntoView({ block: "start" })}
    >
      {aftercareTexts.urgencies[urgency]}
      <IconChevronDown size={22} stroke={2} aria-hidden />
    </button>
  );
}
