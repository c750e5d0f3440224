import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import type { PhotoRow } from "../../ui/contract.ts";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import closeUp from "../closeup/CloseUp.module.css";
import compare from "../compare/Compare.module.css";
import { useSaveDetails } from "../use-save-details.ts";
import { withWords, wordsOf } from "./place.ts";
import { siteTexts } from "./site-texts.ts";

const texts = siteTexts.where;

/** The distances from places that do not move, as the person measured them; kept with the newest close-up. */
export function PlaceInWords({ closeUps }: { readonly closeUps: readonly PhotoRow[] }) {
  const kept = wordsOf(closeUps);
  const [words, setWords] = useState(kept);
  const { save, isSaving, problem } = useSaveDetails();
  const [newest] = closeUps;
  const isChanged = words.trim() !== kept;
  if (!newest) return null;

  return (
    <form
      className={closeUp.form}
      onSubmit={(event) => {
        event.preventDefault();
        save(newest, withWords(newest.details, words));
      }}
    >
      <Textarea
        label={texts.words}
        description={texts.wordsHint}
        maxLength={500}
        autosize
        minRows={2}
        w="100%"
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {problem && <ProblemNotice problem={problem} />}
      <div className={compare.actions}>
        <Button type="submit" variant="outline" size="sm" disabled={!isChanged} loading={isSaving}>
          {texts.saveWords}
        </Button>
        {isChanged && (
          <Button variant="subtle" size="sm" onClick={() => setWords(kept)}>
            {texts.dropWords}
          </Button>
        )}
      </div>
    </form>
  );
}
