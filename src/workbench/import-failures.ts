import { AppError, isCancelled } from '../core/errors.ts';

/** What is damaged in a Parquet file ends its reader more often than not. */
export async function sayWhatDied(error: unknown, file: File): Promise<unknown> {
  if (!(error instanceof AppError) || error.code !== 'reader-died') return error;
  const isParquet =
    (await file
      .slice(0, 4)
      .text()
      .catch(() => '')) === 'PAR1';
  return isParquet ? new AppError('parquet-broken', { file: file.name }, { cause: error }) : error;
}

/** Refusals that arise far from the file get its name. */
export function nameFile(error: unknown, file: File): unknown {
  if (error instanceof AppError && error.code === 'disk-full')
    return new AppError('storage-full', { file: file.name }, { cause: error });
  if (!(error instanceof AppError) || isCancelled(error) || 'file' in error.details) return error;
  return new AppError(error.code, { ...error.details, file: file.name }, { cause: error });
}
