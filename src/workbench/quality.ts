import { AppError } from '../core/errors.ts';
import type { BusinessTable } from '../semantics/business-tables.ts';
import { examine, partsFor } from '../semantics/quality/examine.ts';
import { examinedTables, type ExamineContext } from '../semantics/quality/examined.ts';
import { numberedRows } from '../semantics/quality/numbered-rows.ts';
import type { QualityPart } from '../semantics/quality/quality.ts';
import { sameRemedy, type Remedy, type RemedyOffer } from '../semantics/quality/remedy.ts';
import { remedyMessage } from '../semantics/quality/remedy-message.ts';
import type { QualityPlan, RemedyState, TablePart } from './contract.ts';
import { orCancelled, type Job } from './jobs.ts';
import { affectedQuestions } from './quality-impact.ts';
import { registry } from './registry.ts';
import type { Workspace } from './workspace.ts';

/** What an examination has found so far; it holds while mapping and remedies do. */
interface Session {
  mapping: unknown;
  remedies: unknown;
  generation: number;
  tables: Promise<ExamineContext['tables']>;
  parts: Map<string, TablePart>;
}

const sessions = new WeakMap<Workspace, Session>();

/** Which tables are examined in which parts, and what has been done about them. */
export async function qualityPlan(workspace: Workspace, { signal }: Job): Promise<QualityPlan> {
  await orCancelled(workspace.views(), signal);
  const infos = await workspace.tables();
  const entries = Object.entries(workspace.mapping) as [BusinessTable, { table: string }][];
  return {
    tables: entries.map(([table, { table: raw }]) => ({
      table,
      raw,
      rows: infos.find(({ name }) => name === raw)?.rows ?? 0,
      parts: partsFor(table),
    })),
    remedies: remedyStates(workspace),
  };
}

/** One part of one table; what is known already is not read again. */
export async function examinePart(
  workspace: Workspace,
  table: BusinessTable,
  part: QualityPart,
  today: string,
  { signal }: Job,
): Promise<TablePart> {
  await orCancelled(workspace.views(), signal);
  const session = sessionOf(workspace);
  const key = `${table}/${part}`;
  const known = session.parts.get(key);
  if (known) return known;
  const { database, mapping } = workspace;
  const tables = await session.tables;
  const context: ExamineContext = {
    database,
    tables,
    numbered: numberedRows(database, mapping, tables, workspace.remedies.people.applied),
    today: today.slice(0, 'YYYY-MM-DD'.length),
    options: { signal },
  };
  const { findings, applied, without } = await examine(context, table, part);
  const contracts = [...registry.values()].map(({ contract }) => contract);
  const result: TablePart = {
    findings: findings.map((finding) => ({ ...finding, affected: affectedQuestions(finding, contracts, mapping) })),
    applied,
    without,
  };
  session.parts.set(key, result);
  return result;
}

/**
 * Puts a remedy in force, in the place of an earlier one about the same finding.
 * @throws AppError `remedy-unfit` when it concerns no row of the tables as they are mapped; then nothing has changed
 */
export async function applyRemedy(workspace: Workspace, offer: RemedyOffer): Promise<RemedyState[]> {
  const raw = workspace.mapping[offer.table]?.table;
  if (raw === undefined) throw new AppError('remedy-unfit');
  const { kind, table, finding, parameters } = offer;
  const remedy: Remedy = { kind, table, finding, parameters, raw, rows: 0 };
  const before = workspace.remedies.list;
  await workspace.keepRemedies((list) => [...list.filter((other) => !sameRemedy(other, offer)), remedy]);
  const applied = workspace.remedies.list.find((one) => sameRemedy(one, offer));
  if (!applied || applied.rows === 0) {
    await workspace.keepRemedies(() => before);
    throw new AppError('remedy-unfit');
  }
  return remedyStates(workspace);
}

/** @throws AppError `remedy-gone` when it is not in force; then nothing has changed */
export async function undoRemedy(
  workspace: Workspace,
  { table, finding }: Pick<Remedy, 'table' | 'finding'>,
): Promise<RemedyState[]> {
  if (!workspace.remedies.list.some((one) => sameRemedy(one, { table, finding }))) throw new AppError('remedy-gone');
  await workspace.keepRemedies((list) => list.filter((one) => !sameRemedy(one, { table, finding })));
  return remedyStates(workspace);
}

function remedyStates({ remedies, mapping }: Workspace): RemedyState[] {
  return remedies.inForce(mapping).map((remedy) => ({ ...remedy, message: remedyMessage(remedy) }));
}

function sessionOf(workspace: Workspace): Session {
  const { mapping, generation } = workspace;
  const remedies = workspace.remedies.list;
  const known = sessions.get(workspace);
  const isSame = known?.mapping === mapping && known.remedies === remedies && known.generation === generation;
  if (isSame) return known;
  const tables = examinedTables(workspace.database, mapping, {});
  const session: Session = { mapping, remedies, generation, tables, parts: new Map() };
  sessions.set(workspace, session);
  tables.catch(() => sessions.delete(workspace));
  return session;
}
