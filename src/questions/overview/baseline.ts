import type { Check, Estimate } from '../../core/answer.ts';
import type { Json } from '../../core/json.ts';
import { message, type Message } from '../../core/message.ts';
import { isIntact, type FrozenBaseline } from '../../semantics/baseline.ts';
import { METRICS } from './question.ts';
import type { Range } from './queries.ts';
import { cutToLog, lastDay, namedBaseline } from './ranges.ts';

/** What the range is held against, and what is frozen. */
export interface Baseline {
  /** As it was named or frozen. */
  named: Range;
  /** As far as the log goes; undefined when nothing of it is in the log. */
  range: Range | undefined;
  frozen?: FrozenBaseline;
  /** The range named is the frozen one. */
  isFrozen: boolean;
  /** The frozen values are those that were sealed. */
  isIntact: boolean;
}

/** The range that the parameters name, or else the frozen one. */
export async function chooseBaseline(
  parameters: Partial<Range>,
  frozen: FrozenBaseline | undefined,
  log: Range,
): Promise<Baseline | undefined> {
  const named = namedBaseline(parameters, log) ?? (frozen && { from: frozen.from, to: frozen.to });
  if (!named) return undefined;
  return {
    named,
    range: cutToLog(named, log),
    ...(frozen ? { frozen } : {}),
    isFrozen: frozen !== undefined && frozen.from === named.from && frozen.to === named.to,
    isIntact: frozen !== undefined && (await isIntact(frozen)),
  };
}

/** Relative; sums in another order differ by less. */
const SAME = 1e-9;

/**
 * How far the baseline can be trusted.
 * @param today the estimates of its range on the data of today; undefined when it has no purchases
 * @param isWhole they are about every customer and count retention by the same period, as the frozen values do
 */
export function baselineChecks(
  { named, frozen, isFrozen, isIntact: isSealed }: Baseline,
  today: readonly Estimate[] | undefined,
  { period, where }: { period: string; where?: string | undefined },
): Check[] {
  const empty: Check[] = today
    ? []
    : [{ id: 'baseline-empty', status: 'failed', message: message('overview.check.baselineEmpty', range(named)) }];
  if (!frozen) return empty;
  const seal = { frozenAt: frozen.frozenAt.slice(0, 10), hash: frozen.hash.slice(0, 12) };
  const say = (status: Check['status'], variant: string, values: Record<string, Json> = {}): Check[] => [
    ...empty,
    {
      id: 'baseline-frozen',
      status,
      message: message(`overview.check.baseline.${variant}`, { ...seal, ...values }),
    },
  ];
  if (!isFrozen) return say('warned', 'other', { ...range(named), frozenFrom: frozen.from, frozenTo: lastDay(frozen) });
  if (!isSealed) return say('failed', 'broken');
  if (where) return say('passed', 'filtered');
  const changed = changedValues(frozen, today ?? [], period);
  if (changed.length === 0) return say('passed', 'intact');
  const [{ metric, sealed, now }] = changed;
  return say('warned', 'changed', {
    count: changed.length,
    metric: { key: `estimate.overview.${metric}`, values: {} },
    sealed: amount(sealed, metric, today),
    now: now === undefined ? null : amount(now, metric, today),
  });
}

interface ChangedValue {
  metric: string;
  sealed: number;
  /** Undefined when today's data do not tell. */
  now: number | undefined;
}

/** Frozen values that come out differently today; retention only where it is counted by the same period. */
function changedValues(frozen: FrozenBaseline, today: readonly Estimate[], period: string): ChangedValue[] {
  const compared = METRICS.filter((metric) => metric in frozen.values)
    .filter((metric) => metric !== 'retention' || period === frozen.period)
    .map((metric) => ({
      metric,
      sealed: frozen.values[metric],
      now: today.find(({ name }) => name === metric)?.value,
    }));
  return compared.filter(
    ({ sealed, now }) => now === undefined || Math.abs(now - sealed) > SAME * Math.max(1, Math.abs(sealed)),
  );
}

function amount(value: number, metric: string, estimates: readonly Estimate[] | undefined): Json {
  const unit = estimates?.find(({ name }) => name === metric)?.unit ?? 'number';
  return valueMessage(value, unit) as unknown as Json;
}

const SAID_UNITS: readonly string[] = ['money', 'share', 'customers', 'orders'];

/** A number in the form of its unit, to stand in a sentence. */
export function valueMessage(value: number, unit: string): Message {
  return message(`overview.value.${SAID_UNITS.includes(unit) ? unit : 'number'}`, { value });
}

function range({ from, to }: Range): Record<string, Json> {
  return { from, to: lastDay({ to }) };
}
