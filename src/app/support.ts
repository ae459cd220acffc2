/** What the product cannot do without, by the names that people can look up. */
export function missingFeatures(): string[] {
  const needed: [string, () => boolean][] = [
    ['WebAssembly', () => typeof WebAssembly === 'object'],
    ['Web Workers', () => typeof Worker === 'function'],
    ['Web Locks', () => 'locks' in navigator],
    ['Storage', () => 'storage' in navigator],
    ['Broadcast Channel', () => typeof BroadcastChannel === 'function'],
    ['Compression Streams', () => typeof DecompressionStream === 'function'],
    ['AbortSignal.timeout', () => typeof AbortSignal.timeout === 'function'],
  ];
  return needed.filter(([, present]) => !present()).map(([name]) => name);
}
