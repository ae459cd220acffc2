import type { Answer, Refusal } from '../core/answer.ts';
import { AppError, toErrorData } from '../core/errors.ts';
import type { Json } from '../core/json.ts';
import type { Message } from '../core/message.ts';
import { missingNeeds } from '../core/question.ts';
import type { TableInfo } from '../core/table-info.ts';
import type { Language } from '../i18n/translate.ts';
import type { Mapping } from '../semantics/mapping.ts';
import type { ImportOptions } from '../workbench/contract.ts';
import type { CallOptions } from '../workbench/client.ts';
import { describeError } from './describe-error.ts';
import { languageOf } from './language-of.ts';
import { parameterText } from './parameter-text.ts';
import { questions } from './questions.ts';
import type { Preferences } from './preferences.svelte.ts';
import type { Session } from './session.svelte.ts';

export interface ImportResult {
  tables: TableInfo[];
  refused: { file: string; code: string; message: string; hint: string }[];
}

export interface QuestionInfo {
  id: string;
  title: string;
  ready: boolean;
  missing: string[];
  parameters: { name: string; type: string; default?: Json; choices?: Json[]; description: string }[];
}

/**
 * `window.redito`: whatever a person does on the pages, from a console, a bookmarklet or a test. Everything it takes
 * and gives is plain JSON-safe data; texts are in the current language.
 */
export interface Redito {
  version: string;
  /** Resolves when work can start; rejects with the reason when the workspace cannot be opened. */
  ready: Promise<void>;
  language(code?: Language): Language;
  import(files: File[], options?: ImportOptions): Promise<ImportResult>;
  /** Opens a sample; `truth` holds what is true of it under `group.item`. The seed is 1 unless given. */
  sample(id: string, options?: { seed?: number }): Promise<ImportResult & { truth: Record<string, number> }>;
  tables(): Promise<TableInfo[]>;
  mapping(): Promise<Mapping>;
  map(mapping: Mapping): Promise<Mapping>;
  query(
    sql: string,
    options?: { limit?: number },
  ): Promise<{ columns: { name: string; type: string }[]; rows: Json[][]; elapsedMs: number }>;
  questions(): Promise<QuestionInfo[]>;
  ask(id: string, parameters?: Record<string, Json>, options?: CallOptions): Promise<Answer | Refusal>;
  /**
   * One HTML file that needs nothing else. Counts of fewer than 5 customers are withheld; lists of single customers are
   * no part of it.
   */
  report(answers: Answer[], options: { format: 'html'; language?: Language }): Promise<Blob>;
  /** The whole workspace as one `.redito` file. */
  save(): Promise<Blob>;
  /** Puts what such a file holds in the place of the workspace that is open; a damaged one is refused and changes nothing. */
  open(file: Blob): Promise<void>;
  /** Those of this browser; one has `open`. None when they cannot be stored. */
  workspaces(): Promise<{ id: string; name: string; open: boolean }[]>;
  /** Makes an empty one and opens it; gives its id. */
  createWorkspace(name: string): Promise<string>;
  switchWorkspace(id: string): Promise<void>;
  renameWorkspace(id: string, name: string): Promise<void>;
  /** For good, with all that is in it. */
  deleteWorkspace(id: string): Promise<void>;
  /** Forgets everything, every workspace included. */
  reset(): Promise<void>;
}

declare global {
  interface Window {
    redito: Redito;
  }
}

export function createScripting(
  session: Session,
  preferences: Preferences,
  version: string,
  opened: Promise<void>,
): Redito {
  const { speech } = session;

  /** What a script gets instead of a bare code: message and hint in its language. */
  function saidOf(error: unknown): Error {
    const { code, message, hint } = describeError(toErrorData(error), speech);
    return Object.assign(new Error(message, { cause: error }), { code, hint });
  }

  async function spoken<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw saidOf(error);
    }
  }

  const texts = <T>(value: T): T => withTexts(value, (message) => speech.message(message)) as T;
  const ready = spoken(() => opened);
  ready.catch(() => undefined);

  return {
    version,
    ready,

    language(code) {
      try {
        if (code !== undefined) preferences.language = languageOf(code);
      } catch (error) {
        throw saidOf(error);
      }
      return preferences.language;
    },

    import: (files, options) =>
      spoken(async () => {
        const { tables, refused } = await session.importFiles(files, options ?? {});
        return {
          tables: texts(tables),
          refused: refused.map(({ file, error }) => ({ file, ...describeError(error, speech) })),
        };
      }),

    sample: (id, options) =>
      spoken(async () => {
        const { tables, sample } = await session.openSample(id, options?.seed ?? 1);
        const truth = sample.truth.map(({ group, item, value }) => [`${group}.${item}`, value]);
        return { tables: texts(tables), refused: [], truth: Object.fromEntries(truth) };
      }),

    tables: () => spoken(async () => texts(await session.workbench.tables())),

    mapping: () => spoken(async () => (await session.workbench.mapping()).mapping),

    map: (mapping) => spoken(async () => (await session.map(mapping)).mapping),

    query: (sql, options) =>
      spoken(async () => {
        const { columns, rows, elapsedMs } = await session.workbench.query(sql, options?.limit ?? Infinity);
        return { columns, rows, elapsedMs };
      }),

    questions: () =>
      spoken(async () =>
        questions.map(({ contract }) => {
          const missing = missingNeeds(contract, session.mapping.mapping);
          return {
            id: contract.id,
            title: speech.say(`question.${contract.id}.title`),
            ready: missing.length === 0,
            missing,
            parameters: contract.parameters.map((parameter) => ({
              name: parameter.name,
              type: parameter.type,
              ...(parameter.default === undefined ? {} : { default: parameter.default }),
              ...(parameter.choices ? { choices: [...parameter.choices] } : {}),
              description: parameterText(contract.id, parameter.name, 'help', speech),
            })),
          };
        }),
      ),

    ask: (id, parameters = {}, options) => spoken(async () => texts(await session.ask(id, parameters, options))),

    report: (answers, options) =>
      spoken(async () => {
        const { reportOfAnswers } = await import('./report-script.ts');
        return reportOfAnswers(answers, options, speech);
      }),
    save: () => spoken(() => session.workspaces.save()),

    open: (file) =>
      spoken(async () => {
        if (!(file instanceof Blob)) throw new AppError('workspace-file-foreign');
        await session.workspaces.openFile(file);
      }),

    workspaces: () =>
      spoken(async () => {
        await session.workspaces.list();
        return session.workspaces.all.map(({ id, name }) => ({ id, name, open: id === session.workspaces.openId }));
      }),

    createWorkspace: (name) =>
      spoken(async () => {
        await session.workspaces.create(String(name));
        return session.workspaces.openId ?? '';
      }),

    switchWorkspace: (id) => spoken(() => session.workspaces.switchTo(id)),

    renameWorkspace: (id, name) => spoken(() => session.workspaces.rename(id, String(name))),

    deleteWorkspace: (id) => spoken(() => session.workspaces.remove(id)),

    reset: () => spoken(() => session.reset()),
  };
}

/** A copy in which every message has its text. */
function withTexts(value: unknown, textOf: (message: Message) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => withTexts(item, textOf));
  if (value === null || typeof value !== 'object') return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withTexts(item, textOf)]));
  return isMessage(copy) ? { ...copy, text: textOf(copy) } : copy;
}

function isMessage(value: object): value is Message {
  return 'key' in value && typeof value.key === 'string' && 'values' in value && typeof value.values === 'object';
}
