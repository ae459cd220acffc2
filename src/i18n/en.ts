import { again } from './en/again.ts';
import { data } from './en/data.ts';
import { files } from './en/files.ts';
import { reading } from './en/reading.ts';
import { spreadsheets } from './en/spreadsheets.ts';
import { formats } from './en/formats.ts';
import { shell } from './en/shell.ts';
import { errors } from './en/errors.ts';
import { keeping } from './en/keeping.ts';
import { truth } from './en/truth.ts';
import { demo } from './en/demo.ts';
import { sql } from './en/sql.ts';
import { tables } from './en/tables.ts';
import { ui } from './en/ui.ts';
import { proof } from './en/proof.ts';
import { mapping } from './en/mapping.ts';
import { quality } from './en/quality.ts';
import { people } from './en/people.ts';
import { overview } from './en/overview.ts';
import { reports } from './en/reports.ts';
import { churnRisk } from './en/churn-risk.ts';
import { cohortRetention } from './en/cohort-retention.ts';
import { returnOf } from './en/return.ts';
import { experiment } from './en/experiment.ts';
import { lifetimeValue } from './en/lifetime-value.ts';
import { rfmSegments } from './en/rfm-segments.ts';

/** Everything the product says in English, an area per file. Keys are `area.what`. */
export const en = {
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
} as const;
