import type * as library from 'parquet-wasm/esm/parquet_wasm.js';

export type ParquetWasm = typeof library;

/** The library for Parquet and Arrow, started. */
export async function loadParquetWasm(): Promise<ParquetWasm> {
  const [wasm, { default: wasmUrl }] = await Promise.all([
    import('parquet-wasm/esm/parquet_wasm.js'),
    import('parquet-wasm/esm/parquet_wasm_bg.wasm?url'),
  ]);
  await wasm.default({ module_or_path: new URL(wasmUrl, import.meta.url) });
  return wasm;
}
