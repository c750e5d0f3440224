import { QueryCache, QueryClient } from "@tanstack/react-query";
import { ProblemError } from "../ui/problem.ts";

/** Filled when the server says that it cannot open its database; the shell then shows the way back. */
export const databaseProblemKey = ["database-problem"];

/** One store of what the server said. A read is tried again once when nobody answered; a refusal is an answer. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (thrown) => {
      if (isDatabaseProblem(thrown)) queryClient.setQueryData(databaseProblemKey, thrown);
    },
  }),
  defaultOptions: {
    queries: {
      networkMode: "always",
      staleTime: 5_000,
      retry: (failures, thrown) =>
        failures < 1 && thrown instanceof ProblemError && thrown.status === 0,
      retryDelay: 600,
    },
    mutations: { networkMode: "always", retry: false },
  },
});

function isDatabaseProblem(thrown: unknown): boolean {
  return (
    thrown instanceof ProblemError &&
    thrown.status === 503 &&
    ["database.corrupt", "database.newer"].includes(thrown.code)
  );
}
