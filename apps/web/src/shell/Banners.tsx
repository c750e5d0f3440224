import { IconCloudOff, IconFlask2, IconLock, IconRefresh } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { asProblem } from "../ui/problem.ts";
import { healthQuery } from "../ui/queries.ts";
import classes from "./Banners.module.css";
import { isSessionKept } from "./is-session-kept.ts";
import { shellTexts } from "./texts.ts";
import { useNewVersion } from "./use-new-version.ts";

interface BannersProps {
  /** The way back from a broken database fills the page, and says itself what is wrong. */
  readonly isRecovering: boolean;
}

/** States of the whole app that a person must know on every page. */
export function Banners({ isRecovering }: BannersProps) {
  const { data: health, error } = useQuery(healthQuery);
  const loadNewVersion = useNewVersion();
  const isAway = error !== null && asProblem(error).status === 0;
  const database = health?.database;

  return (
    <div role="status">
      {health?.demo && (
        <div className={classes.banner} data-tone="quiet">
          <IconFlask2 size={18} stroke={1.75} aria-hidden />
          <span>{shellTexts.demo}</span>
        </div>
      )}
      {isAway && (
        <div className={classes.banner}>
          <IconCloudOff size={18} stroke={1.75} aria-hidden />
          <span>{shellTexts.offline}</span>
          {isSessionKept() && (
            <Link className={classes.action} to="/session">
              {shellTexts.goOn}
            </Link>
          )}
        </div>
      )}
      {!isAway && !isRecovering && database?.writable === false && (
        <div className={classes.banner}>
          <IconLock size={18} stroke={1.75} aria-hidden />
          <span>{shellTexts.readOnly(database.reason)}</span>
        </div>
      )}
      {loadNewVersion && (
        <div className={classes.banner} data-tone="quiet">
          <IconRefresh size={18} stroke={1.75} aria-hidden />
          <span>{shellTexts.newVersion}</span>
          <button type="button" className={classes.action} onClick={loadNewVersion}>
            {shellTexts.reload}
          </button>
        </div>
      )}
    </div>
  );
}
