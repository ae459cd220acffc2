import { describe, expect, it } from 'vitest';
import { demoSteps, stepOf } from '../../../../src/app/demo/demo-steps.ts';
import { simulateLives } from '../../../../src/samples/online-shop/lives.ts';
import { truthOf } from '../../../../src/samples/online-shop/truth.ts';

const asked = truthOf(simulateLives(1, 200), [], 0).flatMap(({ of }) => (of ? [of] : []));

describe('demoSteps', () => {
  it.each(['return', 'discount', 'value', 'overview', 'experiment'])('asks for a truth in the step %s', (id) => {
    const { page, parameters } = demoSteps.find((step) => step.id === id)!;
    const about = asked.filter(
      (of) => of.question === page && (parameters.initiative ?? of.parameters.initiative) === of.parameters.initiative,
    );
    // The only group that is compared with is `control`, and 90 days are what is asked for by default.
    const inForce: Record<string, unknown> = { control: 'control', windowDays: 90, ...parameters };
    const found = about.filter((of) => Object.entries(of.parameters).every(([name, value]) => inForce[name] === value));
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBe(about.filter((of) => !('where' in of.parameters)).length);
  });
});

describe('stepOf', () => {
  it('counts from one in the address and from zero elsewhere', () => {
    expect(demoSteps.map((_, i) => stepOf(`?demo=${i + 1}`))).toEqual(demoSteps.map((_, i) => i));
  });

  it('begins at the beginning with any other address', () => {
    for (const search of ['', '?demo', '?demo=0', `?demo=${demoSteps.length + 1}`, '?demo=1.5', '?demo=x', '?x=3'])
      expect(stepOf(search)).toBe(0);
  });
});
