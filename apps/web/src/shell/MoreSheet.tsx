import { IconInfoCircle } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { Sheet } from "../ui/Sheet.tsx";
import classes from "./Navigation.module.css";
import { otherPlaces } from "./places.ts";
import { shellTexts } from "./texts.ts";

/** The places that have no room in the bar of a phone. */
export function MoreSheet({ onClose }: { readonly onClose: () => void }) {
  return (
    <Sheet opened onClose={onClose} title={shellTexts.moreTitle}>
      <div className={classes.sheetList}>
        {otherPlaces.map(({ to, label, Icon }) => (
          <Link key={to} to={to} className={classes.sheetPlace} onClick={onClose}>
            <Icon size={24} stroke={1.6} aria-hidden />
            {label}
          </Link>
        ))}
        <Link to="/" search={{ about: true }} className={classes.sheetPlace} onClick={onClose}>
          <IconInfoCircle size={24} stroke={1.6} aria-hidden />
          {shellTexts.about}
        </Link>
      </div>
    </Sheet>
  );
}
