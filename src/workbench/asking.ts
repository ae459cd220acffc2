import { ROWS_IN_ANSWER, type Answer, type Evidence, type Refusal, type TableRef } from '../core/answer.ts';
import { AppError } from '../core/errors.ts';
import type { Json, Row } from '../core/json.ts';
import { message, type Message } from '../core/message.ts';
import { readParameters } from '../core/parameters.ts';
import { missingNeeds, standsAlone } from '../core/question.ts';
import { listTables } from '../database/catalog.ts';
import type { Database } from '../database/database.ts';
import { storeRows } from '../database/stored-rows.ts';
import type { Sql } from '../database/sql.ts';
import type { Train } from '../learning/train.ts';
import { isUnanswerable } from '../semantics/ask-context.ts';
import type { BusinessTable } from '../semantics/business-tables.ts';
import { areInForce, isConcerned } from '../semantics/people/person-ids.ts';
import { remediesThatChanged } from '../semantics/quality/remedy.ts';
import { remedyMessage } from '../semantics/quality/remedy-message.ts';
import { orCancelled, type Job } from './jobs.ts';
import { registry } from './registry.ts';
import { rolesRead, tablesRead } from './tables-read.ts';
import type { Workspace } from './workspace.ts';

export interface Surroundings {
  workspace: Workspace;
  train: Train;
  versions: Record<string, string>;
  clock: () => number;
}

/**
 * Asks a question of the open workspace.
 * @throws AppError `question-unknown`, `parameter-unknown`, `parameter-invalid`, `cancelled`.
 */
export async function ask(
  id: string,
  given: Record<string, Json>,
  { workspace, train, versions, clock }: Surroundings,
  job: Job,
): Promise<Answer | Refusal> {
  const started = clock();
  const entry = registry.get(id);
  if (!entry) throw new AppError('question-unknown', { question: id, known: [...registry.keys()].join(', ') });
  const parameters = readParameters(entry.contract.parameters, given);
  const missing = missingNeeds(entry.contract, workspace.mapping);
  if (missing.length > 0 && !standsAlone(entry.contract, parameters)) return refusalForNeeds(id, parameters, missing);

  await orCancelled(workspace.views(), job.signal);
  const queries: Evidence['queries'] = [];
  const context = {
    database: recorded(workspace.database, queries, clock),
    mapping: workspace.mapping,
    settings: workspace.settings,
    progress: job.progress,
    signal: job.signal,
    baseline: workspace.notes.baseline,
    train,
  };
  const { answer } = await entry.load();
  const { generation } = workspace;
  const result = await answer(context, parameters).catch((error: unknown) => {
    if (generation === workspace.generation) throw error;
  });
  // A sample has come or gone meanwhile: half of what was read is of other data.
  if (result === undefined || generation !== workspace.generation) {
    return ask(id, given, { workspace, train, versions, clock }, job);
  }
  if (isUnanswerable(result)) return { status: 'refused', question: id, parameters, ...result };

  const used = { ...parameters, ...result.parameters };
  return {
    status: 'answered',
    question: id,
    parameters: used,
    verdict: result.verdict,
    eligibility: result.eligibility,
    estimates: result.estimates,
    tables: await keepLongTables(workspace, id, result.tables),
    checks: result.checks,
    evidence: {
      ...result.evidence,
      assumptions: [
        ...result.evidence.assumptions,
        ...remediesRead(workspace, queries),
        ...(await peopleRead(workspace, queries)),
      ],
      queries,
      inputs: await inputsOf(workspace, queries, job.signal),
      seed: Number(used.seed),
      versions,
      elapsedMs: clock() - started,
    },
  };
}

function refusalForNeeds(question: string, parameters: Record<string, Json>, missing: string[]): Refusal {
  return {
    status: 'refused',
    question,
    parameters,
    reason: 'missing-table',
    message: message('refusal.missing-table', { missing }),
    remedy: message('refusal.missing-table.remedy', { missing }),
  };
}

/** The same database, noting each query and its time. */
function recorded(database: Database, queries: Evidence['queries'], clock: () => number): Database {
  async function note<T>(query: Sql, work: () => Promise<T>): Promise<T> {
    const started = clock();
    const result = await work();
    queries.push({ sql: query.text, elapsedMs: clock() - started });
    return result;
  }
  return {
    run: (query, options) => note(query, () => database.run(query, options)),
    rows: <T extends Row>(query: Sql, options?: object) => note(query, () => database.rows<T>(query, options)),
    table: (query, options) => note(query, () => database.table(query, options)),
    numbers: (query, options) => note(query, () => database.numbers(query, options)),
    texts: (query, options) => note(query, () => database.texts(query, options)),
    transaction: (work) => database.transaction((inner) => work(recorded(inner, queries, clock))),
  };
}

async function keepLongTables(
  workspace: Workspace,
  question: string,
  tables: Record<string, Row[]>,
): Promise<Record<string, Row[] | TableRef>> {
  const kept: Record<string, Row[] | TableRef> = {};
  for (const [name, rows] of Object.entries(tables)) {
    const long = rows.length > ROWS_IN_ANSWER;
    kept[name] = long ? await storeRows(workspace.database, `${nextAnswer()}_${question}_${name}`, rows) : rows;
  }
  return kept;
}

let answers = 0;

function nextAnswer(): number {
  answers += 1;
  return answers;
}

function remediesRead({ remedies, mapping }: Workspace, queries: Evidence['queries']): Message[] {
  const texts = queries.map(({ sql }) => sql);
  return remediesThatChanged(rolesRead(texts, mapping), remedies.inForce(mapping)).map(remedyMessage);
}

/** That people were joined up, where it changed whom the queries counted. */
async function peopleRead(workspace: Workspace, queries: Evidence['queries']): Promise<Message[]> {
  const matches = await matchesRead(queries, workspace);
  const table = (await workspace.tables()).find(({ name }) => name === matches);
  return table ? [message('people.assumption', { file: table.source.file, pairs: table.rows, table: table.name })] : [];
}

/** The table of matches, where the queries read customer ids that gave way by it. */
async function matchesRead(
  queries: Evidence['queries'],
  { database, mapping, remedies }: Workspace,
): Promise<string | undefined> {
  const { applied } = remedies.people;
  if (!applied || !(await areInForce(database))) return undefined;
  const roles = rolesRead(
    queries.map(({ sql }) => sql),
    mapping,
  ) as BusinessTable[];
  const concerned = roles.some((business) => {
    const entry = mapping[business];
    return entry && isConcerned({ business, raw: { name: entry.table } }, entry.columns['customer_id'], applied);
  });
  return concerned ? applied.matches : undefined;
}

async function inputsOf(
  workspace: Workspace,
  queries: Evidence['queries'],
  signal: AbortSignal,
): Promise<Evidence['inputs']> {
  const tables = await listTables(workspace.database);
  const texts = queries.map(({ sql }) => sql);
  const read = tablesRead(
    texts,
    workspace.mapping,
    tables.map(({ name }) => name),
  );
  const matches = await matchesRead(queries, workspace);
  const inputs: Evidence['inputs'] = [];
  for (const { name, source, rows } of tables) {
    if (!read.includes(name) && name !== matches) continue;
    inputs.push({ table: name, file: source.file, rows, hash: await workspace.hash(name, signal) });
  }
  return inputs;
}
