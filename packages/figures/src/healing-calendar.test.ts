import { expect, test } from "vitest";
import { okabeIto } from "./colours.ts";
import {
  type HealingCalendarInput,
  healingCalendar,
  healingCalendarHeightPx,
} from "./healing-calendar.ts";

const input: HealingCalendarInput = {
  days: [0, 1, 2, 3],
  rows: [
    { name: "Inflammation", isOn: [true, true, false, true] },
    { name: "New tissue", isOn: [false, true, true, true] },
  ],
  sessionDays: [0, 3],
  today: 1.5,
  colours: {
    ground: "#fffefb",
    text: "#14211f",
    textSoft: "#4b5b57",
    line: "#dcddd4",
    dataMeasured: "#14211f",
    dataEstimated: "#0e6363",
    dataTrials: "#6b7673",
    dataArticle: "#a86100",
    ...okabeIto.light,
  },
  words: { session: "Session", today: "today", description: "Phases by day" },
  showDay: (day) => `day ${day}`,
};

test("sessions lie in the first row, each phase in its own, with a gap where it does not go on", () => {
  expect(healingCalendar(input)).toMatchObject({
    yAxis: { data: ["Session", "Inflammation", "New tissue"] },
    series: [
      {
        name: "Session",
        data: [
          [0, 0],
          [3, 0],
        ],
      },
      {
        name: "Inflammation",
        data: [
          [0, 1],
          [1, 1],
          [2, "-"],
          [3, 1],
        ],
      },
      {
        name: "New tissue",
        data: [
          [0, "-"],
          [1, 2],
          [2, 2],
          [3, 2],
        ],
      },
    ],
  });
});

test("today is a line through all rows, and none where today is not among the days", () => {
  const [marked] = healingCalendar(input).series as readonly { markLine?: object }[];
  expect(marked?.markLine).toMatchObject({
    data: [{ xAxis: 1.5 }],
    label: { formatter: "today", position: "start" },
  });
  const [plain] = healingCalendar({ ...input, today: undefined }).series as readonly object[];
  expect(plain).not.toHaveProperty("markLine");
});

test("two phases and the sessions fill three rows", () => {
  expect(healingCalendarHeightPx(2) - healingCalendarHeightPx(1)).toBe(34);
  expect(healingCalendarHeightPx(3)).toBe(200);
});
