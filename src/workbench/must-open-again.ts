import * as v from 'valibot';
import { AppError } from '../core/errors.ts';
import type { WorkspaceContents } from '../core/workspace-file.ts';
import { isType } from '../database/type-words.ts';
import { contentsSchema } from '../files/workspace-schema.ts';

/**
 * Holds what is about to be saved against what opening asks of it: a file that nobody can open is not written.
 * @throws AppError `workspace-unsavable`, naming the table if it is one
 */
export function mustOpenAgain(contents: WorkspaceContents): void {
  const strange = contents.tables.find(({ columns }) => !columns.every(({ type }) => isType(type)));
  if (strange) throw unsavable(strange.info.name);
  const { issues } = v.safeParse(contentsSchema, contents);
  if (!issues) return;
  const [part, index] = issues[0].path?.map(({ key }) => key) ?? [];
  throw unsavable(part === 'tables' ? contents.tables[Number(index)]?.info.name : undefined, issues[0].message);
}

function unsavable(table?: string, reason = 'not a known type'): AppError {
  const details = table === undefined ? { what: 'rest', table: '' } : { what: 'table', table };
  return new AppError('workspace-unsavable', details, { cause: new Error(reason) });
}
