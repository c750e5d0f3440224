import { IconDots } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { Whorl } from "../ui/drawings/Whorl.tsx";
import classes from "./Navigation.module.css";
import { firstPlaces, otherPlaces, type PlaceEntry } from "./places.ts";
import { shellTexts } from "./texts.ts";

const MoreSheet = lazy(() =>
  import("./MoreSheet.tsx").then(({ MoreSheet }) => ({ default: MoreSheet })),
);

/** A bar at the bottom of a phone, a rail at the side of a desk; one list of places for both. */
export function Navigation() {
  const [isMoreOpen, setMoreOpen] = useState(false);

  return (
    <nav className={classes.navigation} aria-label={shellTexts.navigation}>
      <Link to="/" search={{ about: true }} className={classes.brand}>
        <Whorl size={34} count={60} />
        Stipple
      </Link>
      <ul className={classes.list}>
        {firstPlaces.map((place) => (
          <Place key={place.to} {...place} />
        ))}
        {otherPlaces.map((place) => (
          <Place key={place.to} {...place} wideOnly />
        ))}
        <li className={classes.more}>
          <button
            type="button"
            className={classes.place}
            aria-haspopup="dialog"
            onClick={() => setMoreOpen(true)}
          >
            <IconDots size={24} stroke={1.6} aria-hidden />
            {shellTexts.more}
          </button>
        </li>
      </ul>
      {isMoreOpen && (
        <Suspense>
          <MoreSheet onClose={() => setMoreOpen(false)} />
        </Suspense>
      )}
    </nav>
  );
}

function Place({ to, label, Icon, wideOnly }: PlaceEntry & { readonly wideOnly?: boolean }) {
  return (
    <li className={wideOnly ? classes.wideOnly : undefined}>
      <Link to={to} className={classes.place} activeProps={{ "data-active": true }}>
        <Icon size={24} stroke={1.6} aria-hidden />
        {label}
      </Link>
    </li>
  );
}
