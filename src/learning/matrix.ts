/** Numbers of rows × columns, row after row; single precision, as TensorFlow.js takes them. */
export interface Matrix {
  rows: number;
  columns: number;
  values: Float32Array<ArrayBuffer>;
}

export function emptyMatrix(rows: number, columns: number): Matrix {
  return { rows, columns, values: new Float32Array(rows * columns) };
}

/** The rows named, in that order; a row may be named several times. */
export function takeRows({ columns, values }: Matrix, rows: ArrayLike<number>): Matrix {
  const taken = emptyMatrix(rows.length, columns);
  for (let i = 0; i < rows.length; i++) {
    taken.values.set(values.subarray(rows[i] * columns, (rows[i] + 1) * columns), i * columns);
  }
  return taken;
}

/** Neighbouring columns, `count` of them from `first`. */
export function takeColumns({ rows, columns, values }: Matrix, first: number, count: number): Matrix {
  const taken = emptyMatrix(rows, count);
  for (let i = 0; i < rows; i++) {
    taken.values.set(values.subarray(i * columns + first, i * columns + first + count), i * count);
  }
  return taken;
}

/** A copy whose neighbouring columns come from other rows: row i takes them from row `from[i]`. */
export function permuteColumns(matrix: Matrix, first: number, count: number, from: ArrayLike<number>): Matrix {
  const { rows, columns, values } = matrix;
  const permuted = { rows, columns, values: values.slice() };
  for (let i = 0; i < rows; i++) {
    const source = from[i] * columns + first;
    permuted.values.set(values.subarray(source, source + count), i * columns + first);
  }
  return permuted;
}
