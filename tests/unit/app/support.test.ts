import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { missingFeatures } from '../../../src/app/support.ts';

// Node may have none.
beforeEach(() => void vi.stubGlobal('navigator', {}));
afterEach(() => void vi.unstubAllGlobals());

describe('missingFeatures', () => {
  it('asks for modules that are valid where their feature is', () => {
    expect(missingFeatures().filter((name) => name.startsWith('WebAssembly'))).toEqual([]);
  });

  it('names the parts of WebAssembly that a browser lacks', () => {
    vi.stubGlobal('WebAssembly', { validate: () => false });
    expect(missingFeatures()).toEqual(expect.arrayContaining(['WebAssembly SIMD', 'WebAssembly exception handling']));
    vi.stubGlobal('WebAssembly', undefined);
    expect(missingFeatures().filter((name) => name.startsWith('WebAssembly'))).toEqual(['WebAssembly']);
  });
});
