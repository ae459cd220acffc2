import { describe, expect, it } from 'vitest';
import { mayFlow } from '../../../src/reports/evidence-section.ts';

describe('mayFlow', () => {
  it('lets SQL flow whose line breaks and blanks mean nothing', () => {
    expect(mayFlow(`select\n  "a b",\n  'it''s so'\nfrom t`)).toBe(true);
  });

  it.each(['select 1 -- one\n, 2', "select 'a  b'", "select 'a\nb'", 'select "a\tb"', 'select $$a  b$$'])(
    'leaves as it is what would say something else: %j',
    (sql) => {
      expect(mayFlow(sql)).toBe(false);
    },
  );
});
