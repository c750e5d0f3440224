import { readProblem, serverAway } from "../ui/problem.ts";

/** What an archive holds, by table. */
export interface ImportResult {
  readonly counts: Readonly<Record<string, number>>;
  readonly dryRun: boolean;
  readonly warnings: readonly string[];
}

/** Sends an exported archive: "check" only reads it, "replace" puts it in place of everything. */
export async function sendArchive(archive: File, mode: "check" | "replace"): Promise<ImportResult> {
  const response = await fetch(`/api/import?dryRun=${mode === "check" ? 1 : 0}`, {
    method: "POST",
    headers: { "content-type": "application/zip" },
    body: archive,
  }).catch(() => undefined);

  if (response === undefined) throw serverAway();
  if (!response.ok) throw await readProblem(response);
  return response.json();
}
