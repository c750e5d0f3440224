import type { ProtocolId } from "./plan.ts";
import type { ProtocolDocument } from "./protocol-document.ts";
import { articleClinic } from "./protocols/article-clinic.ts";
import { articleHome } from "./protocols/article-home.ts";
import { dhurat2013 } from "./protocols/dhurat-2013.ts";
import { faghihi2021 } from "./protocols/faghihi-2021.ts";

/** The protocol library. */
export const protocols: Readonly<Record<ProtocolId, ProtocolDocument>> = {
  "article-home": articleHome,
  "article-clinic": articleClinic,
  "dhurat-2013": dhurat2013,
  "faghihi-2021": faghihi2021,
};
