/** The smallest modules that use one feature each: a browser without it finds them invalid. */
const SIMD = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
];
const EXCEPTIONS = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 8, 1, 6, 0, 6, 64, 25, 11, 11];

/** What the product cannot do without, by the names that people can look up. */
export function missingFeatures(): string[] {
  const takes = (module: number[]): boolean => WebAssembly.validate(new Uint8Array(module));
  const needed: [string, () => boolean][] = [
    ['WebAssembly', () => typeof WebAssembly === 'object'],
    // Said once: without any WebAssembly its parts are not asked for.
    ['WebAssembly SIMD', () => typeof WebAssembly !== 'object' || takes(SIMD)],
    ['WebAssembly exception handling', () => typeof WebAssembly !== 'object' || takes(EXCEPTIONS)],
    ['Web Workers', () => typeof Worker === 'function'],
    ['Web Locks', () => 'locks' in navigator],
    ['Storage', () => 'storage' in navigator],
    ['Broadcast Channel', () => typeof BroadcastChannel === 'function'],
    ['Compression Streams', () => typeof DecompressionStream === 'function'],
    ['AbortSignal.timeout', () => typeof AbortSignal.timeout === 'function'],
  ];
  return needed.filter(([, present]) => !present()).map(([name]) => name);
}
