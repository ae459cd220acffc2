export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(2)} s`;

/** Medians of what the browser and native DuckDB took in turn, and their ratio. */
export function ratio(name, browser, native, limit) {
  const value = median(browser) / median(native);
  return {
    name,
    text: `${value.toFixed(2)} ×`,
    target: `≤ ${limit} ×`,
    met: value <= limit,
    detail: `${seconds(median(browser))} in the browser, ${seconds(median(native))} native (${browser.map(seconds).join(', ')} against ${native.map(seconds).join(', ')})`,
  };
}
