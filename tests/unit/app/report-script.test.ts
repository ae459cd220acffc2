import { beforeAll, describe, expect, it, vi } from 'vitest';
import { reportOfAnswers } from '../../../src/app/report-script.ts';
import type { Answer } from '../../../src/core/answer.ts';
import { message } from '../../../src/core/message.ts';
import { Speech } from '../../../src/ui/speech.svelte.ts';
import { chartTheme } from '../../fixtures/chart-theme.ts';

vi.mock('../../../src/ui/theme.ts', () => ({ readTheme: () => chartTheme }));

const answer: Answer = {
  ...{ status: 'answered', question: 'overview', parameters: {}, tables: {}, checks: [] },
  ...{ verdict: message('reports.withheld.sums'), eligibility: message('ui.undo') },
  estimates: [{ name: 'revenue', value: 1234.5, unit: 'money', basis: 'counted', headline: true }],
  evidence: {
    ...{ steps: [], queries: [], methods: [], assumptions: [], inputs: [], seed: 1, versions: {} },
    elapsedMs: 1,
  },
};

let speech: Speech;
beforeAll(() => {
  speech = new Speech();
  speech.currency = 'EUR';
});

describe('reportOfAnswers', () => {
  it.each([
    [[answer], { language: 'fr' }, 'parameter-invalid'],
    [[answer], { language: 7 }, 'parameter-invalid'],
    [[], { language: 'en' }, 'report-empty'],
    [answer, {}, 'answer-invalid'],
    [[answer], { format: 'pdf' }, 'report-format'],
  ])('refuses what it cannot do (%#: %o)', async (answers, options, code) => {
    await expect(reportOfAnswers(answers, options, speech)).rejects.toMatchObject({ code });
  });
});
