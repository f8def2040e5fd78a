// Draws the table of weeks as a chart; the table stays for those who want numbers.
(() => {
  "use strict";

  const place = document.getElementById("trend-chart");
  const table = document.getElementById("trend-table");

  function colour(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  }

  function options(rows) {
    const ink = colour("--ink");
    const line = colour("--line");
    return {
      animation: false,
      aria: {enabled: false, decal: {show: true}},
      color: [colour("--error"), colour("--good")],
      grid: {left: 50, right: 20, top: 44, bottom: 30},
      legend: {top: 8, textStyle: {color: ink}},
      // Drawn, not written as HTML: the content policy allows no styles in elements.
      tooltip: {trigger: "axis", renderMode: "richText"},
      xAxis: {type: "category", data: rows.map(row => row[0]), axisLabel: {color: ink}, axisLine: {lineStyle: {color: line}}},
      yAxis: {type: "value", minInterval: 1, axisLabel: {color: ink}, splitLine: {lineStyle: {color: line}}},
      series: ["Found", "Fixed"].map((name, i) => ({name, type: "bar", data: rows.map(row => Number(row[i + 1]))})),
    };
  }

  if (!place || !table || !window.echarts) {
    return;
  }
  const rows = [...table.tBodies[0].rows].map(row => [...row.cells].map(cell => cell.textContent.trim()));
  place.hidden = false;
  document.getElementById("trend-details").open = false;
  const chart = echarts.init(place);
  chart.setOption(options(rows));
  addEventListener("resize", () => chart.resize());
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => chart.setOption(options(rows)));
})();
