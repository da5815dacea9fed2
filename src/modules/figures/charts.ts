import { BarChart, LineChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, SVGRenderer]);

export type Series = {
  readonly name: string;
  readonly kind: "bar" | "line";
  readonly color: string;
  readonly values: readonly number[];
  /** Series of one stack stand upon each other. */
  readonly stack?: string;
};

/** A chart as SVG, drawn on the server: it needs no script, and the table beside it says the same in words. */
export function drawChart(chart: {
  readonly labels: readonly string[];
  readonly series: readonly Series[];
  readonly width: number;
  readonly height: number;
}): string {
  const drawing = init(null, null, { renderer: "svg", ssr: true, width: chart.width, height: chart.height });
  try {
    drawing.setOption({
      animation: false,
      textStyle: { fontFamily: "Be Vietnam Pro, sans-serif", fontSize: 13, color: "#0b0c0c" },
      grid: { left: 8, right: 8, top: 40, bottom: 8 },
      legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 14, textStyle: { fontSize: 13 } },
      xAxis: { type: "category", data: [...chart.labels], axisTick: { alignWithLabel: true } },
      yAxis: { type: "value", minInterval: 1 },
      series: chart.series.map(({ name, kind, color, values, stack }) => ({
        name,
        type: kind,
        data: [...values],
        color,
        ...(stack ? { stack } : {}),
        ...(kind === "line" ? { symbol: "circle", symbolSize: 5, lineStyle: { width: 2 } } : { barMaxWidth: 28 }),
      })),
    });
    return drawing.renderToSVGString();
  } finally {
    drawing.dispose();
  }
}
