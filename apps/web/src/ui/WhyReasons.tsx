import { type Source, type SourceId, sources } from "@stipple/evidence";
import type { Reason } from "@stipple/protocol";
import { uiTexts } from "./texts.ts";
import classes from "./Why.module.css";

/** Every rule behind an answer: why, the article beside what Stipple does, how sure, and the sources. */
export function WhyReasons({ decidedBy }: { readonly decidedBy: readonly Reason[] }) {
  return decidedBy.map((reason) => <WhyReason key={reason.ruleId} {...reason} />);
}

function WhyReason({ decides, reason, article, policy, verdict, strength }: Reason) {
  return (
    <section className={classes.reason}>
      <h3 className={classes.heading}>{decides}</h3>
      <p>{reason}</p>
      <div className={classes.columns}>
        <div className={classes.column}>
          <span className={classes.label}>{uiTexts.articleSays}</span>
          <p>{article?.says ?? uiTexts.articleSilent}</p>
          {article && (
            <span className={classes.place}>{uiTexts.articlePlace(article.place.section)}</span>
          )}
        </div>
        <div className={classes.column}>
          <span className={classes.label}>{uiTexts.stippleDoes}</span>
          <p>{policy.says}</p>
        </div>
      </div>
      <dl className={classes.facts}>
        <dt>{uiTexts.verdictLabel}</dt>
        <dd>{uiTexts.verdict[verdict]}</dd>
        <dt>{uiTexts.strengthLabel}</dt>
        <dd>{uiTexts.strength[strength]}</dd>
      </dl>
      <Sources ids={policy.sources} />
    </section>
  );
}

/** Sources by title and year. Addresses are plain links: nothing is fetched until the person opens one. */
export function Sources({ ids }: { readonly ids: readonly SourceId[] }) {
  if (ids.length === 0) return <p className={classes.detail}>{uiTexts.ownChoice}</p>;

  return (
    <ul className={classes.sources} aria-label={uiTexts.sources}>
      {ids.map((id) => {
        const { title, authors, year, doi, url, access }: Source = sources[id];
        const address = doi ? `https://doi.org/${doi}` : url;
        return (
          <li key={id}>
            <cite>{title}</cite>
            <span className={classes.detail}>
              {[authors, year, uiTexts.access[access]].filter(Boolean).join(" · ")}
            </span>
            {address && (
              <a href={address} rel="noopener noreferrer" target="_blank">
                {address.replace(/^https?:\/\//, "")}
              </a>
            )}
          </li>
        );
      })}
    </ul>
  );
}
