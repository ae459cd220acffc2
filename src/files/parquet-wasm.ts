import type * as ParquetWasm from 'parquet-wasm/esm/parquet_wasm.js';

/** The library with its module compiled. */
export async function loadParquetWasm(): Promise<typeof ParquetWasm> {
  const [library, { default: wasmUrl }] = await Promise.all([
    import('parquet-wasm/esm/parquet_wasm.js'),
    import('parquet-wasm/esm/parquet_wasm_bg.wasm?url'),
  ]);
  await library.default({ module_or_path: new URL(wasmUrl, import.meta.url) });
  return library;
}
