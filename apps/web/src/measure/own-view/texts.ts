/** From much worse to much better than at the start, by their number. */
const steps: Readonly<Record<number, string>> = {
  3: "Much better",
  2: "Better",
  1: "A little better",
  0: "The same",
  [-1]: "A little worse",
  [-2]: "Worse",
  [-3]: "Much worse",
};

export const ownViewTexts = {
  title: "How it looks to you",
  empty: "You have not said yet how your hair looks to you.",
  newest: (day: string, rating: number) =>
    `On ${day} your hair looked to you: ${(steps[rating] ?? "").toLowerCase()} ${rating === 0 ? "as" : "than"} at the start.`,
  noMeasurement:
    "Your own view is no measurement, and hope colours it. It stands beside the counts so that you see whether both say the same.",
  question: "Compared with before the treatment, how does your hair look today?",
  steps,
  save: "Save",
  saved: "Saved.",
  undo: "Undo",
  figure: {
    x: "weeks",
    y: "own view, −3 to 3",
    description: (ratings: number, stages: number) =>
      `Your own view on ${ratings} ${ratings === 1 ? "day" : "days"}, and the stage you chose ${stages === 1 ? "once" : `${stages} times`}.`,
  },
  head: { on: "Day", says: "What you said" },
  chose: (stage: string) => `You chose ${stage}`,
} as const;
