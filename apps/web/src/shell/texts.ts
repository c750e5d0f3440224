export const shellTexts = {
  skip: "Skip to the page",
  navigation: "Places",
  today: "Today",
  plan: "Plan",
  history: "History",
  devices: "Devices",
  more: "More",
  moreTitle: "More places",
  aftercare: "Aftercare",
  understand: "Understand",
  assess: "Assess again",
  settings: "Settings",
  about: "What Stipple does",
  demo: "Demo: the person and the records here are invented.",
  goOn: "Go on with your session",
  offline:
    "Stipple's server does not answer. You can read on; what you do is kept here and sent later.",
  readOnly: (reason: string | undefined) =>
    ["Stipple can read but not save right now.", reason, "What you see is complete."]
      .filter(Boolean)
      .join(" "),
  newVersion: "A new version of Stipple is ready.",
  reload: "Load it",
  missingTitle: "There is no page here",
  missingSays: "The address may be mistyped, or the page has moved.",
  toStart: "Go to the start",
  failedTitle: "This page stopped",
  failedKept: "Nothing is lost: what you saved is on the server.",
  recovery: {
    title: "Stipple cannot open its records",
    kept: "Nothing has been changed or deleted. The file stays where it is.",
    copies: "Copies Stipple made earlier",
    noCopies: "There is no copy in the data folder.",
    restore: (when: string) => `Go back to the copy of ${when}`,
    note: "The file that cannot be opened is kept beside the copy.",
    size: (kilobytes: string) => `${kilobytes} kB`,
  },
} as const;
