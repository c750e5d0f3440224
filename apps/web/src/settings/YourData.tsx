import { Button } from "@mantine/core";
import { IconDownload, IconUpload } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Panel } from "../ui/Panel.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { type ImportResult, sendArchive } from "./archive.ts";
import classes from "./Settings.module.css";
import { settingsTexts } from "./texts.ts";

const texts = settingsTexts.data;

/** Everything out, everything back in, and whether this browser keeps what is not sent yet. */
export function YourData() {
  return (
    <Panel title={texts.title}>
      <p className={classes.hint}>{texts.lead}</p>
      <div className={classes.actions}>
        <ExportLink />
        <span className={classes.hint}>{texts.exportHint}</span>
      </div>
      <ImportArchive />
      <PersistState />
    </Panel>
  );
}

export function ExportLink() {
  return (
    <Button
      component="a"
      href="/api/export"
      download
      variant="outline"
      leftSection={<IconDownload size={20} stroke={1.75} aria-hidden />}
    >
      {texts.export}
    </Button>
  );
}

/** First a dry run that says what the archive holds; only then, on a second press, everything is replaced. */
function ImportArchive() {
  const queryClient = useQueryClient();
  const [file, setFile] = useState<File>();
  const check = useMutation({ mutationFn: (archive: File) => sendArchive(archive, "check") });
  const replace = useMutation({
    mutationFn: (archive: File) => sendArchive(archive, "replace"),
    onSuccess: async () => {
      setFile(undefined);
      await queryClient.invalidateQueries();
    },
  });
  const problem = check.error ?? replace.error;

  return (
    <div className={classes.import}>
      <label className={classes.file}>
        <IconUpload size={20} stroke={1.75} aria-hidden />
        {texts.import}
        <input
          type="file"
          accept=".zip,application/zip"
          onChange={({ currentTarget }) => {
            const chosen = currentTarget.files?.[0];
            currentTarget.value = "";
            replace.reset();
            setFile(chosen);
            if (chosen) check.mutate(chosen);
          }}
        />
      </label>
      <p className={classes.hint}>{texts.importHint}</p>
      {file && check.data && (
        <Preview
          name={file.name}
          result={check.data}
          isReplacing={replace.isPending}
          onReplace={() => replace.mutate(file)}
          onCancel={() => setFile(undefined)}
        />
      )}
      {replace.isSuccess && !file && <strong role="status">{texts.imported}</strong>}
      {problem && <ProblemNotice problem={problem} />}
    </div>
  );
}

interface PreviewProps {
  readonly name: string;
  readonly result: ImportResult;
  readonly isReplacing: boolean;
  readonly onReplace: () => void;
  readonly onCancel: () => void;
}

function Preview({ name, result, isReplacing, onReplace, onCancel }: PreviewProps) {
  const names: Readonly<Record<string, string>> = settingsTexts.tables;
  return (
    <div className={classes.preview} role="status">
      <p>
        <strong>{texts.holds(name)}</strong>
      </p>
      <dl>
        {Object.entries(result.counts).map(([table, count]) => (
          <div key={table}>
            <dt>{names[table] ?? table}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      {result.warnings.map((warning) => (
        <p key={warning}>{warning}</p>
      ))}
      <p>{texts.replaces}</p>
      <div className={classes.actions}>
        <Button color="stop" loading={isReplacing} onClick={onReplace}>
          {texts.replace}
        </Button>
        <Button variant="subtle" onClick={onCancel}>
          {texts.cancel}
        </Button>
      </div>
    </div>
  );
}

/** Whether the browser promised not to clear what waits in it. */
function PersistState() {
  const [isPersisted, setPersisted] = useState<boolean>();
  useEffect(() => {
    void navigator.storage?.persisted?.().then(setPersisted);
  }, []);
  if (isPersisted === undefined) return null;

  return (
    <div className={classes.actions}>
      <p className={classes.hint}>
        {texts.persist} {isPersisted ? texts.persisted : texts.notPersisted}
      </p>
      {!isPersisted && (
        <Button
          size="sm"
          variant="light"
          onClick={() => void navigator.storage.persist().then(setPersisted)}
        >
          {texts.askPersist}
        </Button>
      )}
    </div>
  );
}
