import { matMul, mul, tensor2d, tidy, transpose, type Tensor2D } from '@tensorflow/tfjs-core';
import type { Matrix } from './matrix.ts';

/** Rows that go to TensorFlow.js at a time: sums over more rows are added up in double precision here. */
export const ROWS_AT_ONCE = 8192;

/** A matrix as tensors of at most `ROWS_AT_ONCE` rows, with a column of ones at the end if asked. */
export function toTensors({ rows, columns, values }: Matrix, withOnes: boolean = false): Tensor2D[] {
  const width = columns + Number(withOnes);
  const tensors: Tensor2D[] = [];
  for (let start = 0; start < rows; start += ROWS_AT_ONCE) {
    const count = Math.min(ROWS_AT_ONCE, rows - start);
    let block = values.subarray(start * columns, (start + count) * columns);
    if (withOnes) {
      const wider = new Float32Array(count * width).fill(1);
      for (let i = 0; i < count; i++) wider.set(block.subarray(i * columns, (i + 1) * columns), i * width);
      block = wider;
    }
    tensors.push(tensor2d(block, [count, width]));
  }
  return tensors;
}

/** Each row's product with a vector. */
export function rowProducts(blocks: readonly Tensor2D[], vector: Float64Array): Float64Array<ArrayBuffer> {
  const products = new Float64Array(blocks.reduce((sum, block) => sum + block.shape[0], 0));
  let start = 0;
  for (const block of blocks) {
    const product = tidy(() => matMul(block, tensor2d(Float32Array.from(vector), [vector.length, 1])).dataSync());
    products.set(product, start);
    start += product.length;
  }
  return products;
}

/** Σ over rows of the row times its weight. */
export function weightedRowSum(blocks: readonly Tensor2D[], weights: Float64Array): Float64Array {
  const sum = new Float64Array(blocks[0].shape[1]);
  let start = 0;
  for (const block of blocks) {
    const part = Float32Array.from(weights.subarray(start, start + block.shape[0]));
    const product = tidy(() => matMul(tensor2d(part, [1, part.length]), block).dataSync());
    for (let j = 0; j < sum.length; j++) sum[j] += product[j];
    start += block.shape[0];
  }
  return sum;
}

/**
 * Σ over rows of weight × row × rowᵀ: a symmetric matrix, row after row. Transposes first: WASM multiplies transposed
 * matrices by a slower path.
 */
export function weightedCrossProduct(blocks: readonly Tensor2D[], weights: Float64Array): Float64Array {
  const width = blocks[0].shape[1];
  const sum = new Float64Array(width * width);
  let start = 0;
  for (const block of blocks) {
    const part = Float32Array.from(weights.subarray(start, start + block.shape[0]));
    const product = tidy(() => matMul(transpose(block), mul(block, tensor2d(part, [part.length, 1]))).dataSync());
    for (let j = 0; j < sum.length; j++) sum[j] += product[j];
    start += block.shape[0];
  }
  // Single precision rounds the two triangles differently.
  for (let j = 0; j < width; j++) {
    for (let k = 0; k < j; k++) {
      const mean = (sum[j * width + k] + sum[k * width + j]) / 2;
      sum[j * width + k] = mean;
      sum[k * width + j] = mean;
    }
  }
  return sum;
}
