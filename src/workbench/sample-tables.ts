import { AppError } from '../core/errors.ts';
import type { TableInfo } from '../core/table-info.ts';
import { adoptTable } from '../database/catalog.ts';
import type { OpenSample } from '../samples/sample.ts';
import type { Mapping } from '../semantics/mapping.ts';
import type { Workspace } from './workspace.ts';

/**
 * Puts a sample's tables into the catalog, and its mapping in the place of the one in force; the tables of the sample
 * before go.
 */
export async function sampleCame(
  workspace: Workspace,
  sample: OpenSample,
  tables: readonly { info: TableInfo; storedAs: string }[],
  mapping: Mapping,
  currency: string,
): Promise<void> {
  const { database, notes, settings } = workspace;
  const before = notes.sample?.before ?? { mapping: workspace.storedMapping, currency: settings.currency };
  await workspace.removeTables(notes.sample?.sample.tables ?? []);
  for (const { info, storedAs } of tables) await adoptTable(database, storedAs, info);
  await notes.keepSample({ sample, before });
  await workspace.replaceMapping({ mapping, proposals: [], edited: true });
  if (settings.currency !== currency) await workspace.keepSettings({ ...settings, currency });
}

/** Its tables go, and what was mapped before is mapped again, as far as its tables are still there. */
export async function sampleWent(workspace: Workspace): Promise<void> {
  const { notes } = workspace;
  if (!notes.sample) return;
  const { sample, before } = notes.sample;
  await workspace.removeTables(sample.tables);
  await notes.keepSample(undefined);
  const names = (await workspace.tables()).map(({ name }) => name);
  const kept = Object.entries(before.mapping.mapping).filter(([, source]) => names.includes(source.table));
  await workspace.replaceMapping({ ...before.mapping, mapping: Object.fromEntries(kept) });
  await workspace.keepSettings({ ...workspace.settings, currency: before.currency });
}

/** @throws AppError `no-sample` when none is open. */
export async function revealTruth({ notes }: Workspace): Promise<OpenSample> {
  if (!notes.sample) throw new AppError('no-sample');
  const sample = { ...notes.sample.sample, revealed: true };
  await notes.keepSample({ ...notes.sample, sample });
  return sample;
}
