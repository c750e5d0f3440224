import { type Answers, answersSchema } from "@stipple/protocol";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { api } from "../ui/client.ts";
import { answersQuery } from "../ui/queries.ts";

const unsavedKey = "stipple/unsaved-answers";
const retryMs = 4_000;

/**
 * The draft of the answers, saved after every change. While the server is away it stays on the page
 * (and over a reload, until the tab closes), and is sent again by itself.
 */
export function useSavedAnswers() {
  const { data, error, refetch } = useQuery({ ...answersQuery, staleTime: Infinity });
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState<Answers | undefined>(readUnsaved);
  const [state, setState] = useState<"saved" | "saving" | "kept-here">(
    draft === undefined ? "saved" : "kept-here",
  );
  const newest = useRef(draft);
  const sending = useRef(Promise.resolve());

  useEffect(() => {
    if (state !== "kept-here" || !draft) return;
    const timer = setTimeout(() => save(draft), retryMs);
    return () => clearTimeout(timer);
  });

  /** One at a time, so that an older draft never arrives after a newer one; drafts in between are left out. */
  function save(answers: Answers): void {
    newest.current = answers;
    sessionStorage.setItem(unsavedKey, JSON.stringify(answers));
    sending.current = sending.current.then(async () => {
      if (newest.current !== answers) return;
      const isSaved = await send(answers);
      if (newest.current !== answers) return;
      if (isSaved) sessionStorage.removeItem(unsavedKey);
      setState(isSaved ? "saved" : "kept-here");
    });
  }

  async function send(answers: Answers): Promise<boolean> {
    try {
      const response = await api.answers.$put({ json: { answers } });
      queryClient.setQueryData(answersQuery.queryKey, await response.json());
      return true;
    } catch {
      return false;
    }
  }

  function change(answers: Answers): void {
    setDraft(answers);
    setState((before) => (before === "kept-here" ? before : "saving"));
    save(answers);
  }

  return {
    answers: draft ?? data?.answers,
    error: draft === undefined ? error : null,
    state,
    change,
    refetch,
  };
}

function readUnsaved(): Answers | undefined {
  const text = sessionStorage.getItem(unsavedKey);
  return text === null ? undefined : answersSchema.safeParse(JSON.parse(text)).data;
}
