import type { Evidence } from '../../core/answer.ts';
import type { Json } from '../../core/json.ts';
import { message } from '../../core/message.ts';
import type { Behaviour } from './behaviour.ts';
import { drawsFor } from './evaluate.ts';
import type { Labelled } from './labelled.ts';
import type { HeldOut, TrainedDivision } from './train-divisions.ts';

const networkMethod: Evidence['methods'][number] = {
  name: message('churn-risk.method.network'),
  citations: ['kingmaBa2015', 'heEtAl2015'],
};

/** How the answer came about: enough to do it again elsewhere. */
export function evidenceOf(
  data: Behaviour | Labelled,
  trained: readonly TrainedDivision[],
  held: HeldOut,
): Pick<Evidence, 'steps' | 'methods' | 'assumptions'> {
  const [{ encoding, learnedFrom, result }] = trained;
  const step = (name: string, values: Record<string, Json> = {}) => message(`churn-risk.step.${name}`, values);
  const details = Object.fromEntries(result.models.map(({ learner, details: own }) => [learner, own]));
  const { logistic, network } = details as Partial<Record<string, Record<string, number>>>;
  const rows = { training: learnedFrom.length, available: data.divisions[0].training.length, test: held.labels.length };
  return {
    steps: [
      data.kind === 'behaviour'
        ? step('behaviour', {
            windowDays: data.windowDays,
            eligibleDays: data.eligibleDays,
            cutOff: data.cutOff,
            trainingCutOffs: data.trainingCutOffs.length,
            first: data.trainingCutOffs[data.trainingCutOffs.length - 1],
            last: data.trainingCutOffs[0],
          })
        : step('labelled', { table: data.table, target: data.target, positive: data.positive, ...splitValues(data) }),
      step('encoding', { ...rows, columns: data.columns.length, width: encoding.width }),
      ...(logistic ? [step('logistic', logistic)] : []),
      ...(network ? [step('network', network)] : []),
      step('choice', { model: { ...message(`churn-risk.model.${result.models[0].learner}`) } }),
      step('evaluation', { draws: drawsFor(held.labels.length), test: rows.test, backend: result.backend }),
    ],
    methods: [
      { name: message('churn-risk.method.logistic'), citations: ['hastieTibshiraniFriedman2009'] },
      ...(network ? [networkMethod] : []),
      { name: message('churn-risk.method.auc'), citations: ['hanleyMcNeil1982', 'davisGoadrich2006'] },
      { name: message('churn-risk.method.calibration'), citations: ['cox1958', 'brier1950', 'wilson1927'] },
      { name: message('churn-risk.method.importance'), citations: ['breiman2001'] },
      { name: message('churn-risk.method.intervals'), citations: ['efron1979', 'davisonHinkley1997'] },
    ],
    assumptions: [
      message('churn-risk.assumption.ranked'),
      message('churn-risk.assumption.model-as-trained'),
      ...(data.kind === 'behaviour'
        ? [
            message('churn-risk.assumption.repeats', { windowDays: data.windowDays }),
            message('churn-risk.assumption.attributes'),
          ]
        : [message('churn-risk.assumption.snapshot')]),
    ],
  };
}

function splitValues({ split, divisions }: Labelled): Record<string, Json> {
  const [kind] = Object.keys(split);
  const value = Object.values(split)[0] as Json;
  return { split: kind, splitValue: value, divisions: divisions.length };
}
