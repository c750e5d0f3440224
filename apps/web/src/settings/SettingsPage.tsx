import { useMantineColorScheme } from "@mantine/core";
import type { Settings } from "../ui/contract.ts";
import { Page } from "../ui/Page.tsx";
import { Panel } from "../ui/Panel.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { Segments } from "../ui/Segments.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { About } from "./About.tsx";
import { CalendarFeeds } from "./CalendarFeeds.tsx";
import { EraseAll } from "./EraseAll.tsx";
import { LanguageAndTime } from "./LanguageAndTime.tsx";
import { PausePlan } from "./PausePlan.tsx";
import { SessionChannels } from "./SessionChannels.tsx";
import { TopicalPolicy } from "./TopicalPolicy.tsx";
import { settingsTexts } from "./texts.ts";
import { useSettings } from "./use-settings.ts";
import { YourData } from "./YourData.tsx";

/** How Stipple shows and says things, and what becomes of the person's data. Changes are saved as they are made. */
export function SettingsPage() {
  const { settings, loadError, reload, saveError, change } = useSettings();

  if (loadError && !settings) {
    return (
      <Page title={settingsTexts.title}>
        <ProblemNotice problem={loadError} onRetry={reload} />
      </Page>
    );
  }
  if (!settings) return <Waiting />;

  return (
    <Page
      title={settingsTexts.title}
      aside={
        <>
          <PausePlan style={settings} />
          <YourData />
          <EraseAll />
          <About />
        </>
      }
    >
      {saveError && <ProblemNotice problem={saveError} />}
      <SessionChannels settings={settings} onChange={change} />
      <TopicalPolicy timing={settings.topicalTiming} onChange={change} />
      <CalendarFeeds settings={settings} onChange={change} />
      <LanguageAndTime settings={settings} onChange={change} />
      <Look theme={settings.theme} onChange={change} />
    </Page>
  );
}

interface LookProps {
  readonly theme: Settings["theme"];
  readonly onChange: (change: Partial<Settings>) => void;
}

function Look({ theme, onChange }: LookProps) {
  const { setColorScheme } = useMantineColorScheme();
  const { look } = settingsTexts;

  return (
    <Panel title={look.title}>
      <Segments
        legend={look.theme}
        choices={look.themes.map(([value, label]) => ({ value, label }))}
        chosen={theme}
        onChoose={(next) => {
          setColorScheme(next);
          onChange({ theme: next });
        }}
      />
    </Panel>
  );
}
