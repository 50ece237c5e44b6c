// Saves the chart above as a picture, in the browser: Plotly's own camera, told which format to write.
export default function saving({ data, parentElement }) {
  for (const button of parentElement.querySelectorAll("button")) {
    const format = button.dataset.format;
    button.textContent = data.labels[format];
    button.onclick = () => save(data.chart, format);
  }
}

function save(chart, format) {
  const plot = document.querySelector(`.st-key-${CSS.escape(chart)} .js-plotly-plot`);
  const camera = plot?.querySelector(".modebar-btn");
  if (!camera) return;
  Object.assign(plot._context.toImageButtonOptions, { format, scale: format === "png" ? 2 : 1 });
  camera.click();
}
