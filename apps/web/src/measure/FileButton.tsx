import { Button } from "@mantine/core";
import { useRef } from "react";
import { measureTexts } from "./texts.ts";

/** Opens the browser's own way to choose a photo. */
export function FileButton({ onFile }: { readonly onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="image/jpeg,image/png,image/webp,image/avif"
        aria-label={measureTexts.add.choose}
        hidden
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          currentTarget.value = "";
          if (file) onFile(file);
        }}
      />
      <Button variant="outline" onClick={() => input.current?.click()}>
        {measureTexts.add.choose}
      </Button>
    </>
  );
}
