import { Button, NativeSelect } from "@mantine/core";
import { useMemo } from "react";
import type { Settings } from "../ui/contract.ts";
import { formatMoment } from "../ui/dates.ts";
import { Panel } from "../ui/Panel.tsx";
import { Segments } from "../ui/Segments.tsx";
import { Field } from "./Field.tsx";
import { settingsTexts } from "./texts.ts";

const texts = settingsTexts.language;
/** Where English is read, and where most people who read it for something else live. The browser's own come first. */
const commonLocales = [
  "en-GB",
  "en-US",
  "en-IN",
  "de-DE",
  "es-ES",
  "fr-FR",
  "it-IT",
  "nl-NL",
  "pl-PL",
  "pt-BR",
  "sv-SE",
  "tr-TR",
  "hi-IN",
  "ja-JP",
];

interface LanguageAndTimeProps {
  readonly settings: Settings;
  readonly onChange: (change: Partial<Settings>) => void;
}

export function LanguageAndTime({ settings, onChange }: LanguageAndTimeProps) {
  const { locale, timeZone, weekStartsOn } = settings;
  const locales = useMemo(() => localeChoices(locale), [locale]);
  const zones = useMemo(
    () => [...new Set([timeZone, ...Intl.supportedValuesOf("timeZone")])],
    [timeZone],
  );
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const example = formatMoment(new Date().toISOString(), { locale, timeZone });
  const chosenDay = texts.weekDays.find(([day]) => day === String(weekStartsOn))?.[0];

  return (
    <Panel title={texts.title}>
      <NativeSelect
        label={texts.language}
        data={texts.languages.map(([value, label]) => ({ value, label }))}
      />
      <NativeSelect
        label={texts.unit}
        description={texts.unitHint}
        data={texts.units.map(([value, label]) => ({ value, label }))}
      />
      <NativeSelect
        label={texts.locale}
        description={texts.example(example)}
        data={locales}
        value={locale}
        onChange={(event) => onChange({ locale: event.currentTarget.value })}
      />
      <NativeSelect
        label={texts.timeZone}
        description={texts.timeZoneHint}
        data={zones}
        value={timeZone}
        onChange={(event) => onChange({ timeZone: event.currentTarget.value })}
      />
      {here !== timeZone && (
        <div>
          <Button size="sm" variant="light" onClick={() => onChange({ timeZone: here })}>
            {texts.takeHere(here)}
          </Button>
        </div>
      )}
      <Field label={texts.weekStart}>
        <Segments
          legend={texts.weekStart}
          choices={texts.weekDays.map(([value, label]) => ({ value, label }))}
          chosen={chosenDay}
          onChoose={(day) => onChange({ weekStartsOn: Number(day) })}
        />
      </Field>
    </Panel>
  );
}

/** "British English (en-GB)" for each; the present one and the browser's own come first. */
function localeChoices(present: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames("en", { type: "language" });
  const tags = [...new Set([present, ...navigator.languages, ...commonLocales])];
  return tags.map((tag) => ({ value: tag, label: `${names.of(tag) ?? tag} (${tag})` }));
}
