import { AppError } from '../core/errors.ts';
import type { TableInfo } from '../core/table-info.ts';
import { swapTables } from '../database/catalog.ts';
import { freeName } from '../files/table-name.ts';
import type { OpenSample, SimulatedSample } from '../samples/sample.ts';
import { detect } from '../semantics/detection.ts';
import type { Mapping } from '../semantics/mapping.ts';
import { isValidMapping } from '../semantics/validate-mapping.ts';
import { withRenamed } from './stored-mapping.ts';
import type { Workspace } from './workspace.ts';

/** A table of a sample that has been stored, and has no place in the workspace yet. */
export interface LoadedTable {
  sampleName: string;
  /** What it is stored as until then. */
  storedAs: string;
  info: TableInfo;
}

/**
 * Puts a sample's tables into the catalog, and its mapping in the place of the one in force; the tables of the sample
 * before go. All of it or nothing.
 * @returns its tables by the names they got
 */
export async function sampleCame(
  workspace: Workspace,
  sample: OpenSample,
  loaded: readonly LoadedTable[],
  { mapping, currency }: Pick<SimulatedSample, 'mapping' | 'currency'>,
): Promise<TableInfo[]> {
  const { database, notes, settings } = workspace;
  const tables = await workspace.tables();
  const own = tables.filter((table) => table.sample === undefined).map(({ name }) => name);
  const taken = new Set(own);
  const come = loaded.map(({ storedAs, sampleName, info }) => ({
    ...{ storedAs, sampleName },
    info: { ...info, name: freeName(sampleName, taken), sample: sample.id },
  }));
  const before = notes.sample?.before ?? {
    ...{ mapping: workspace.storedMapping, currency: settings.currency, tables: own },
  };
  await swapTables(database, namesOfSample(tables), come);
  await workspace.remedies.tablesWent(namesOfSample(tables));
  workspace.forgetHashes();
  await notes.keepSample({ sample, before });
  const nameOf = (table: string) => come.find(({ sampleName }) => sampleName === table)!.info.name;
  const roles = Object.entries(mapping).map(([role, { table, columns }]) => [role, { table: nameOf(table), columns }]);
  await workspace.replaceMapping({ mapping: Object.fromEntries(roles) as Mapping, proposals: [], edited: true });
  if (settings.currency !== currency) await workspace.keepSettings({ ...settings, currency });
  return come.map(({ info }) => info);
}

/**
 * Its tables go, and what was mapped before is mapped again as far as it still holds; files that came meanwhile get the roles
 * that the detection proposes.
 */
export async function sampleWent(workspace: Workspace): Promise<void> {
  const { notes, database } = workspace;
  if (!notes.sample) return;
  const { before } = notes.sample;
  const gone = namesOfSample(await workspace.tables());
  await swapTables(database, gone, []);
  await workspace.remedies.tablesWent(gone);
  workspace.forgetHashes();
  await notes.keepSample(undefined);
  const tables = await workspace.tables();
  const detected = await detect(tables, database);
  await workspace.replaceMapping(
    before.mapping.edited
      ? { ...before.mapping, mapping: withNewTables(before.mapping.mapping, detected.mapping, tables, before.tables) }
      : { ...detected, edited: false },
  );
  await workspace.keepSettings({ ...workspace.settings, currency: before.currency });
}

function namesOfSample(tables: readonly TableInfo[]): string[] {
  return tables.filter(({ sample }) => sample !== undefined).map(({ name }) => name);
}

function withNewTables(
  before: Mapping,
  detected: Mapping,
  tables: readonly TableInfo[],
  known: readonly string[],
): Mapping {
  const kept = Object.entries(before).filter(([role, source]) => isValidMapping({ [role]: source }, tables));
  const come = Object.entries(detected).filter(([, source]) => !known.includes(source.table));
  return { ...Object.fromEntries(come), ...Object.fromEntries(kept) };
}

/** A table of the analyst's has another name: what was mapped before the sample came goes by it. */
export async function renameBefore({ notes }: Workspace, from: string, to: string): Promise<void> {
  if (!notes.sample) return;
  const { before } = notes.sample;
  const stored = withRenamed(before.mapping, from, to);
  const names = before.tables.map((name) => (name === from ? to : name));
  await notes.keepSample({ ...notes.sample, before: { ...before, mapping: stored, tables: names } });
}

/** @throws AppError `no-sample` when none is open. */
export async function showTruth({ notes }: Workspace, revealed: boolean): Promise<OpenSample> {
  if (!notes.sample) throw new AppError('no-sample');
  const sample = { ...notes.sample.sample, revealed };
  await notes.keepSample({ ...notes.sample, sample });
  return sample;
}
