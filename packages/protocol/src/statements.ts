import { mechanism } from "./statements/mechanism.ts";
import { programme } from "./statements/programme.ts";
import type { Statement } from "./statements/statement.ts";
import { technique } from "./statements/technique.ts";
import { topicals } from "./statements/topicals.ts";
import { whatItIs } from "./statements/what-it-is.ts";

/** The 47 statements of the article, in its order, each with what became of it. */
export const statements: readonly Statement[] = [
  ...whatItIs,
  ...mechanism,
  ...topicals,
  ...technique,
  ...programme,
];
