import type { Json } from '../../core/json.ts';

export interface DemoStep {
  /** Its words are `demo.<id>.title` and `demo.<id>.text`. */
  id: string;
  /** Where it takes place: a page or a question. */
  page: string;
  parameters: Record<string, Json>;
  /** Asked while the steps before it are being told. */
  isQuestion: boolean;
  /** The words talk about this chart of the page (`ChartSpec.id`); left out: about its beginning. */
  chart?: string;
}

const question = (id: string, page: string, parameters: Record<string, Json> = {}, chart?: string): DemoStep => ({
  ...{ id, page, parameters, isQuestion: true },
  ...(chart === undefined ? {} : { chart }),
});

const page = (id: string, where: string): DemoStep => ({ id, page: where, parameters: {}, isQuestion: false });

export const DEMO_SAMPLE = 'online-shop';
export const DEMO_SEED = 1;
/** The question that takes seconds to compute. */
export const LONGEST = 'lifetime-value';

/** The day before service comes in, on which the sample’s truth about purchases is asked. */
const BEFORE_SERVICE = '2025-09-30';

/** Ten minutes of talking: from what is there to what an initiative returned, and whether the numbers were true. */
export const demoSteps: readonly DemoStep[] = [
  page('data', 'data'),
  question('overview', 'overview'),
  question('customers', 'rfm-segments', {}, 'movement'),
  question('experiment', 'experiment', { initiative: 'AI recommender' }),
  question('return', 'return', { initiative: 'AI recommender' }, 'waterfall'),
  question('discount', 'return', { initiative: 'Spring discount', windowDays: 30 }, 'comparison'),
  question('value', 'lifetime-value', { observationEnd: BEFORE_SERVICE, timeUnit: 'week' }),
  page('truth', 'truth'),
];

/** The step that an address names, counted from 0: the first one, unless it is `?demo=5`. */
export function stepOf(search: string): number {
  const number = Number(new URLSearchParams(search).get('demo'));
  return Number.isInteger(number) && number >= 1 && number <= demoSteps.length ? number - 1 : 0;
}
