import { data } from './en/data.ts';
import { files } from './en/files.ts';
import { shell } from './en/shell.ts';
import { errors } from './en/errors.ts';
import { sql } from './en/sql.ts';
import { tables } from './en/tables.ts';
import { ui } from './en/ui.ts';
import { proof } from './en/proof.ts';
import { mapping } from './en/mapping.ts';
import { churnRisk } from './en/churn-risk.ts';
import { cohortRetention } from './en/cohort-retention.ts';
import { lifetimeValue } from './en/lifetime-value.ts';

/** Everything the product says in English, an area per file. Keys are `area.what`. */
export const en = {
  ...data,
  ...files,
  ...shell,
  ...errors,
  ...sql,
  ...tables,
  ...ui,
  ...proof,
  ...mapping,
  ...churnRisk,
  ...cohortRetention,
  ...lifetimeValue,
} as const;
