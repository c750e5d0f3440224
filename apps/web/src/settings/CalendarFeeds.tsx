import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { request } from "../ui/client.ts";
import type { CalendarFeed, Settings } from "../ui/contract.ts";
import { formatMoment } from "../ui/dates.ts";
import { Panel } from "../ui/Panel.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { calendarFeedsQuery } from "../ui/queries.ts";
import { SwitchRow } from "../ui/SwitchRow.tsx";
import classes from "./Settings.module.css";
import { settingsTexts } from "./texts.ts";

const texts = settingsTexts.discreet;

interface CalendarFeedsProps {
  readonly settings: Settings;
  readonly onChange: (change: Partial<Settings>) => void;
}

/** The person's own calendar: neutral titles, and secret addresses that can be closed. */
export function CalendarFeeds({ settings, onChange }: CalendarFeedsProps) {
  const queryClient = useQueryClient();
  const { data, error } = useQuery(calendarFeedsQuery);
  const refresh = () => queryClient.invalidateQueries({ queryKey: calendarFeedsQuery.queryKey });
  const make = useMutation({
    mutationFn: () => request<{ readonly path: string }>("POST", "/api/calendar-feed"),
    onSuccess: refresh,
  });
  const revoke = useMutation({
    mutationFn: (id: string) =>
      request<undefined>("DELETE", `/api/calendar-feed/${encodeURIComponent(id)}`),
    onSuccess: refresh,
  });
  const problem = error ?? make.error ?? revoke.error;

  return (
    <Panel title={texts.title}>
      <SwitchRow
        label={texts.discreet}
        hint={texts.discreetHint}
        checked={settings.discreetTitles}
        onChange={(discreetTitles) => onChange({ discreetTitles })}
      />
      <p className={classes.hint}>{texts.lead}</p>
      {make.data && <NewAddress path={make.data.path} />}
      {problem && <ProblemNotice problem={problem} />}
      <div>
        <Button variant="outline" loading={make.isPending} onClick={() => make.mutate()}>
          {texts.make}
        </Button>
      </div>
      <ul className={classes.feeds}>
        {data?.feeds.map((feed) => (
          <Feed
            key={feed.id}
            feed={feed}
            settings={settings}
            onRevoke={() => revoke.mutate(feed.id)}
          />
        ))}
      </ul>
      <p className={classes.hint}>{texts.slow}</p>
    </Panel>
  );
}

function NewAddress({ path }: { readonly path: string }) {
  const address = `${location.origin}${path}`;
  const [isCopied, setCopied] = useState(false);

  return (
    <div className={classes.address} role="status">
      <p>{texts.once}</p>
      <code>{address}</code>
      <div className={classes.actions}>
        <Button
          size="sm"
          onClick={() => void navigator.clipboard?.writeText(address).then(() => setCopied(true))}
        >
          {isCopied ? texts.copied : texts.copy}
        </Button>
        <a href={address.replace(/^https?:/, "webcal:")}>{texts.open}</a>
      </div>
      <p className={classes.hint}>{texts.local}</p>
    </div>
  );
}

interface FeedProps {
  readonly feed: CalendarFeed;
  readonly settings: Settings;
  readonly onRevoke: () => void;
}

function Feed({ feed: { createdAt, lastReadAt, revokedAt }, settings, onRevoke }: FeedProps) {
  const show = (moment: string) => formatMoment(moment, settings);
  return (
    <li data-closed={revokedAt ? true : undefined}>
      <span>
        {texts.made(show(createdAt))}
        <small>
          {revokedAt
            ? texts.revoked(show(revokedAt))
            : lastReadAt
              ? texts.read(show(lastReadAt))
              : texts.never}
        </small>
      </span>
      {!revokedAt && (
        <Button size="sm" variant="subtle" color="stop" onClick={onRevoke}>
          {texts.revoke}
        </Button>
      )}
    </li>
  );
}
