import type { Answer } from '../../core/answer.ts';
import type { Row } from '../../core/json.ts';
import type { AnswerFiles, SafeCard } from '../../ui/answer-files.ts';
import type { ChartSpec } from '../../ui/chart-spec.ts';
import type { Speech } from '../../ui/speech.svelte.ts';
import type { QuestionEntry } from '../questions.ts';
import type { Report } from '../report.svelte.ts';

interface Shown {
  entry: QuestionEntry;
  speech: Speech;
  /** The one on the page. */
  answer: () => Answer | undefined;
  /** Its privacy is the workspace's. */
  report: () => Report;
}

/** What the files of an answer's page hold. */
export function answerFilesOf({ entry, speech, answer, report }: Shown): AnswerFiles {
  const rules = entry.contract.tables;

  async function privacyOf(): Promise<Report['privacy']> {
    // One that cannot be read begins anew, with the rule it has then.
    await report()
      .load()
      .catch(() => undefined);
    return report().privacy;
  }

  return {
    async card(id) {
      const shown = answer();
      const privacy = await privacyOf();
      if (!shown) return undefined;
      const [{ discloseSafely }, { charts }] = await Promise.all([
        import('../../reports/suppress.ts'),
        entry.loadCharts(),
      ]);
      const safe = discloseSafely(shown, rules, privacy).answer;
      try {
        const spec = charts(safe, speech).find((one) => one.id === id);
        return spec && spec.rows.length > 0 ? await cardOf(spec, privacy.smallest) : undefined;
      } catch {
        // A builder may find nothing to go by once numbers are withheld.
        return undefined;
      }
    },

    async list(table, rows) {
      const tables = answer()?.tables ?? {};
      const name = Object.keys(tables).find((one) => tables[one] === table) ?? '';
      const { tableFile } = await import('../../reports/table-file.ts');
      const rule = Object.hasOwn(rules, name) ? rules[name]! : { ids: Object.keys(rows[0] ?? {}) };
      return tableFile(name, rows, rule, await privacyOf(), 'csv', { tables, rules });
    },
  };
}

async function cardOf({ columns, rows, option }: ChartSpec, smallest: number): Promise<SafeCard> {
  const { isWithheld, smallColumns } = await import('../../reports/suppress-table.ts');
  const names = columns.map(({ name }) => name);
  const cell = (row: Row, name: string) => (smallColumns(row).includes(name) ? `<${smallest}` : (row[name] ?? null));
  const isDrawn = option && !rows.every(isWithheld);
  return {
    columns: names,
    rows: rows.map((row) => names.map((name) => cell(row, name))),
    smallest,
    ...(isDrawn && { option }),
  };
}
