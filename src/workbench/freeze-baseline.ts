import { AppError } from '../core/errors.ts';
import { sealBaseline, type FrozenBaseline } from '../semantics/baseline.ts';
import { ask, type Surroundings } from './asking.ts';
import type { Job } from './jobs.ts';

/**
 * What the overview says of a range today, sealed with the time it was written down and the hashes of what it was read
 * from.
 * @throws AppError `baseline-refused` with the reason when the overview cannot answer.
 */
export async function freezeBaseline(
  from: string,
  to: string,
  frozenAt: string,
  surroundings: Surroundings,
  job: Job,
): Promise<FrozenBaseline> {
  const answer = await ask('overview', { from, to }, surroundings, job);
  if (answer.status === 'refused') {
    const { key, values } = answer.message;
    throw new AppError('baseline-refused', { from, to, reason: { key, values } });
  }
  return sealBaseline({
    ...{ from, to, frozenAt, period: String(answer.parameters.period) },
    values: Object.fromEntries(answer.estimates.map(({ name, value }) => [name, value])),
    inputs: answer.evidence.inputs.map(({ table, hash }) => ({ table, hash })),
  });
}
