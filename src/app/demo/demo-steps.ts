import type { Json } from '../../core/json.ts';

export interface DemoStep {
  /** Its words are `demo.<id>.title` and `demo.<id>.text`. */
  id: string;
  /** Where it takes place: a page or a question. */
  page: string;
  parameters: Record<string, Json>;
  /** Asked while the steps before it are being told. */
  isQuestion: boolean;
}

const question = (id: string, page: string, parameters: Record<string, Json> = {}): DemoStep => ({
  ...{ id, page, parameters, isQuestion: true },
});

const page = (id: string, where: string): DemoStep => ({ id, page: where, parameters: {}, isQuestion: false });

export const DEMO_SAMPLE = 'online-shop';
export const DEMO_SEED = 1;
/** The question that takes seconds to compute. */
export const LONGEST = 'lifetime-value';

/** Ten minutes of talking: from what is there to what an initiative returned, and whether the numbers were true. */
export const demoSteps: readonly DemoStep[] = [
  page('data', 'data'),
  question('overview', 'overview'),
  question('customers', 'rfm-segments'),
  question('experiment', 'experiment', { initiative: 'AI recommender' }),
  question('return', 'return', { initiative: 'AI recommender' }),
  question('discount', 'return', { initiative: 'Spring discount', windowDays: 30 }),
  question('value', 'lifetime-value'),
  page('truth', 'truth'),
];
