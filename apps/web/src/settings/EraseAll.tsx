import { Button, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { request } from "../ui/client.ts";
import { Panel } from "../ui/Panel.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import classes from "./Settings.module.css";
import { settingsTexts } from "./texts.ts";
import { ExportLink } from "./YourData.tsx";

const texts = settingsTexts.erase;

/** What this browser keeps goes too; the theme is not about the person and stays. */
function forgetInBrowser(): void {
  for (const storage of [localStorage, sessionStorage]) {
    for (const key of Object.keys(storage)) {
      if (key.startsWith("stipple/")) storage.removeItem(key);
    }
  }
  // Photos that were still on their way.
  indexedDB.deleteDatabase("stipple-photos");
}

/** Erases everything after the phrase was typed. Says that it cannot be undone, and offers the download first. */
export function EraseAll() {
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const [isWrong, setWrong] = useState(false);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const erase = useMutation({
    mutationFn: () => request<undefined>("POST", "/api/erase", { confirm: "erase everything" }),
    onSuccess: async () => {
      forgetInBrowser();
      queryClient.clear();
      await navigate({ to: "/" });
    },
  });

  return (
    <Panel title={texts.title} tone={isOpen ? "stop" : "plain"}>
      <p className={isOpen ? undefined : classes.hint}>{texts.says}</p>
      {!isOpen && (
        <div>
          <Button variant="outline" color="stop" onClick={() => setOpen(true)}>
            {texts.open}
          </Button>
        </div>
      )}
      {isOpen && (
        <form
          className={classes.erase}
          onSubmit={(event) => {
            event.preventDefault();
            if (typed.trim() === texts.phrase) erase.mutate();
            else setWrong(true);
          }}
        >
          <div>
            <ExportLink />
          </div>
          <TextInput
            label={texts.type(texts.phrase)}
            autoComplete="off"
            autoCapitalize="off"
            value={typed}
            error={isWrong && typed.trim() !== texts.phrase ? texts.wrong(texts.phrase) : undefined}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          {erase.error && <ProblemNotice problem={erase.error} />}
          <div className={classes.actions}>
            <Button type="submit" color="stop" loading={erase.isPending}>
              {texts.erase}
            </Button>
            <Button variant="subtle" onClick={() => setOpen(false)}>
              {texts.cancel}
            </Button>
          </div>
        </form>
      )}
    </Panel>
  );
}
