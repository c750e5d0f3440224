import {
  type AbsorptionFigureInput,
  absorptionOverTime,
  type ChannelClosureInput,
  channelClosure,
  type ForecastFigureInput,
  type HealingFigureInput,
  hairForecast,
  healingPhases,
} from "@stipple/figures";
import type { EChartsOption } from "echarts";

/** A figure to be drawn away from the page, where no function can be sent: days come with their names. */
export type StillFigure =
  | { readonly kind: "absorption"; readonly input: AbsorptionFigureInput }
  | { readonly kind: "closure"; readonly input: ChannelClosureInput }
  | { readonly kind: "forecast"; readonly input: ForecastFigureInput }
  | {
      readonly kind: "healing";
      readonly input: Omit<HealingFigureInput, "showDay">;
      readonly dayNames: readonly string[];
    };

export interface DrawRequest {
  readonly id: number;
  readonly figure: StillFigure;
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface Drawn {
  readonly id: number;
  readonly svg: string;
  /** Where the lowest and the highest value of the axis along the bottom lie. */
  readonly plot: {
    readonly leftPx: number;
    readonly rightPx: number;
  };
}

/** The figure as a chart, with the highest value of its axis along the bottom. */
export function optionOf(figure: StillFigure): {
  readonly option: EChartsOption;
  readonly lastX: number;
} {
  switch (figure.kind) {
    case "absorption":
      return { option: absorptionOverTime(figure.input), lastX: figure.input.timesH.at(-1) ?? 0 };
    case "closure":
      return { option: channelClosure(figure.input), lastX: figure.input.untilH };
    case "forecast":
      return { option: hairForecast(figure.input), lastX: figure.input.group.median.length - 1 };
    case "healing": {
      const showDay = (day: number) => figure.dayNames[day] ?? "";
      const option = healingPhases({ ...figure.input, showDay });
      return { option, lastX: figure.input.days.at(-1) ?? 0 };
    }
  }
}
