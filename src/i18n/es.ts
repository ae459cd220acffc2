import type { en } from './en.ts';
import { again } from './es/again.ts';
import { data } from './es/data.ts';
import { files } from './es/files.ts';
import { reading } from './es/reading.ts';
import { spreadsheets } from './es/spreadsheets.ts';
import { formats } from './es/formats.ts';
import { shell } from './es/shell.ts';
import { errors } from './es/errors.ts';
import { keeping } from './es/keeping.ts';
import { truth } from './es/truth.ts';
import { demo } from './es/demo.ts';
import { sql } from './es/sql.ts';
import { tables } from './es/tables.ts';
import { ui } from './es/ui.ts';
import { proof } from './es/proof.ts';
import { mapping } from './es/mapping.ts';
import { quality } from './es/quality.ts';
import { people } from './es/people.ts';
import { overview } from './es/overview.ts';
import { reports } from './es/reports.ts';
import { churnRisk } from './es/churn-risk.ts';
import { cohortRetention } from './es/cohort-retention.ts';
import { returnOf } from './es/return.ts';
import { experiment } from './es/experiment.ts';
import { lifetimeValue } from './es/lifetime-value.ts';
import { rfmSegments } from './es/rfm-segments.ts';

/** The same keys in Spanish: the type proves that none is missing, a test that none is left over or left in English. */
export const es: Record<keyof typeof en, string> = {
  ...again,
  ...data,
  ...files,
  ...reading,
  ...spreadsheets,
  ...formats,
  ...shell,
  ...errors,
  ...sql,
  ...demo,
  ...keeping,
  ...truth,
  ...tables,
  ...ui,
  ...proof,
  ...mapping,
  ...quality,
  ...people,
  ...overview,
  ...reports,
  ...churnRisk,
  ...cohortRetention,
  ...experiment,
  ...lifetimeValue,
  ...returnOf,
  ...rfmSegments,
};
