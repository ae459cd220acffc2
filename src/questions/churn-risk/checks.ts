import type { Check } from '../../core/answer.ts';
import type { Json } from '../../core/json.ts';
import { message } from '../../core/message.ts';
import type { RawColumn } from '../../learning/encoding.ts';
import type { Behaviour } from './behaviour.ts';
import { countCustomers, countPositives, type Dataset } from './dataset.ts';
import type { Evaluation } from './evaluate.ts';
import type { Labelled } from './labelled.ts';
import { featureMessage } from './question.ts';
import type { TrainedDivision } from './train-divisions.ts';

/** A single column that ranks better than this is asked about. */
const LEAK_AUC = 0.95;
const GRADIENT_NORM = 1e-5;
/** Events per encoded column below which logistic regressions are known to overfit. */
const EVENTS_PER_COLUMN = 10;
/** A column that misses a larger share of its values is asked about. */
const MISSING_SHARE = 0.5;

const check = (
  id: string,
  passed: boolean,
  values: Record<string, Json>,
  numbers: { value?: number; limit?: number } = {},
): Check => {
  const status = passed ? 'passed' : 'warned';
  return { id, status, ...numbers, message: message(`churn-risk.check.${id}.${status}`, values) };
};

/** Everything that was looked at while answering. A warning asks; it forbids nothing. */
export function checksOf(
  data: Behaviour | Labelled,
  trained: readonly TrainedDivision[],
  { estimates, gains }: Evaluation,
): Check[] {
  const value = (name: string) => estimates.find((estimate) => estimate.name === name);
  return [
    leakCheck(trained, nameIn(data)),
    ...(data.kind === 'behaviour' ? behaviourChecks(data, trained) : labelledChecks(data)),
    ...gainCheck('beats-single-column', gains.singleColumn, { column: nameIn(data)(trained[0].singleColumn.name) }),
    ...gainCheck('network-gain', gains.network, {}),
    ...calibrationCheck(value('calibrationSlope')),
    ...convergenceCheck(trained),
    eventsCheck(data, trained),
    missingCheck(data, trained),
    excludedCheck(data.excluded, trained, nameIn(data)),
  ];
}

/** A column's name in a sentence: features of behaviour have words, the others are called as in the file. */
function nameIn({ kind }: Behaviour | Labelled): (column: string) => Json {
  return (column) => (kind === 'behaviour' ? namedFeature(column) : column);
}

function namedFeature(column: string): Json {
  const named = featureMessage(column);
  return named ? { ...named } : column;
}

function leakCheck(trained: readonly TrainedDivision[], name: (column: string) => Json): Check {
  const suspects = trained.flatMap(({ encoding, result }) =>
    result.singleColumns.map(({ group, trainingAuc }) => ({ name: encoding.groups[group].name, trainingAuc })),
  );
  const best = suspects.reduce((most, one) => (one.trainingAuc > most.trainingAuc ? one : most));
  const columns = [...new Set(suspects.filter((one) => one.trainingAuc > LEAK_AUC).map(({ name }) => name))];
  return check(
    'leak',
    columns.length === 0,
    { columns: columns.map(name), column: name(best.name), auc: best.trainingAuc, limit: LEAK_AUC },
    { value: best.trainingAuc, limit: LEAK_AUC },
  );
}

function behaviourChecks(data: Behaviour, trained: readonly TrainedDivision[]): Check[] {
  const later = data.datedAfter.filter(({ rows }) => rows > 0);
  const rows = later.reduce((sum, column) => sum + column.rows, 0);
  const { training, test } = data.divisions[0];
  const trainingRate = countPositives(data.labels, training) / training.length;
  const testRate = countPositives(data.labels, test) / test.length;
  return [
    check(
      'dated-after-cut-off',
      later.length === 0,
      { columns: later.map(({ column }) => column), rows, cutOff: data.cutOff },
      { value: rows, limit: 0 },
    ),
    check('out-of-time', true, {
      cutOff: data.cutOff,
      windowDays: data.windowDays,
      last: data.trainingCutOffs[0],
      count: data.trainingCutOffs.length,
    }),
    check(
      'base-rate-drift',
      Math.abs(trainingRate - testRate) < 0.1,
      { training: trainingRate, test: testRate, rows: trained[0].learnedFrom.length },
      { value: testRate - trainingRate, limit: 0.1 },
    ),
  ];
}

function labelledChecks(data: Labelled): Check[] {
  const { target, positive, table, unlabelled, unused } = data;
  const values = { target, positive, table, unlabelled, unused };
  return [
    check('out-of-time', false, values),
    check('positive', data.positiveFound !== 'rarer', values),
    ...(unlabelled > 0 ? [check('unlabelled', false, values, { value: unlabelled })] : []),
    ...(unused > 0 ? [check('split-unused', false, values, { value: unused })] : []),
  ];
}

function gainCheck(
  id: string,
  gain: Evaluation['gains'][keyof Evaluation['gains']],
  values: Record<string, Json>,
): Check[] {
  if (gain === undefined) return [];
  const { low, high, level } = gain.interval;
  return [check(id, low > 0, { ...values, gain: gain.value, low, high, level }, { value: gain.value, limit: 0 })];
}

function calibrationCheck(slope: Evaluation['estimates'][number] | undefined): Check[] {
  if (slope?.interval === undefined) return [];
  const { low, high, level } = slope.interval;
  const values = { slope: slope.value, low, high, level };
  return [check('calibration', low <= 1 && high >= 1, values, { value: slope.value, limit: 1 })];
}

function convergenceCheck(trained: readonly TrainedDivision[]): Check[] {
  const norms = trained.flatMap(({ result }) =>
    result.models.flatMap(({ details }) => ('gradientNorm' in details ? [details.gradientNorm] : [])),
  );
  if (norms.length === 0) return [];
  const norm = Math.max(...norms);
  return [
    check('convergence', norm <= GRADIENT_NORM, { norm: norm.toExponential(1) }, { value: norm, limit: GRADIENT_NORM }),
  ];
}

function eventsCheck(data: Dataset, trained: readonly TrainedDivision[]): Check {
  const perColumn = trained.map(({ encoding, learnedFrom }) => {
    const { positives, negatives } = countCustomers(data, learnedFrom);
    return Math.min(positives, negatives) / encoding.width;
  });
  const least = Math.min(...perColumn);
  return check(
    'events-per-column',
    least >= EVENTS_PER_COLUMN,
    { perColumn: least, columns: trained[0].encoding.width },
    { value: least, limit: EVENTS_PER_COLUMN },
  );
}

function missingCheck(data: Behaviour | Labelled, trained: readonly TrainedDivision[]): Check {
  const used = new Set(trained.flatMap(({ encoding }) => encoding.groups.map(({ name }) => name)));
  const missing = data.columns
    .filter(({ name }) => used.has(name))
    .map((column) => ({ name: column.name, count: missingIn(column) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  // One-time buyers have no gaps: what behaviour lacks says what happened, and is no fault of the file.
  const inFile = missing.filter(({ name }) => data.kind === 'labelled' || featureMessage(name) === undefined);
  const shareOf = ({ count }: { count: number }) => count / data.labels.length;
  const many = inFile.filter((column) => shareOf(column) > MISSING_SHARE);
  const list = (many.length > 0 ? many : missing).slice(0, 6).map(({ name, count }) => ({
    ...message('churn-risk.counted', { column: nameIn(data)(name), count }),
  }));
  return check(
    'missing-values',
    many.length === 0,
    { columns: list, found: missing.length, limit: MISSING_SHARE },
    { value: inFile.length > 0 ? shareOf(inFile[0]) : 0, limit: MISSING_SHARE },
  );
}

function missingIn(column: RawColumn): number {
  if (column.kind === 'text') return column.values.filter((value) => value === null).length;
  return column.values.reduce((sum, value) => sum + Number(Number.isNaN(value)), 0);
}

function excludedCheck(
  excluded: readonly string[],
  trained: readonly TrainedDivision[],
  name: (column: string) => Json,
): Check {
  const constant = trained[0].encoding.constant;
  return check(
    'left-out',
    true,
    {
      naming: [...excluded],
      namingCount: excluded.length,
      constant: constant.map(name),
      constantCount: constant.length,
    },
    { value: excluded.length + constant.length },
  );
}
