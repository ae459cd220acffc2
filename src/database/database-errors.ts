import * as v from 'valibot';
import { AppError } from '../core/errors.ts';

/** What the engine throws, by what a person can do about it. */
export function databaseError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const reason = saidOf(thrown instanceof Error ? thrown.message : String(thrown));
  const said = ownWords(reason);
  const [, code] = KNOWN.find(([pattern]) => pattern.test(said)) ?? [];
  return new AppError(code ?? 'query-failed', code ? {} : { reason }, { cause: thrown });
}

const wrappedSchema = v.pipe(v.string(), v.parseJson(), v.object({ exception_message: v.string() }));

/** What fails while a result is fetched, such as the commit of what has made it, comes wrapped up in JSON. */
function saidOf(text: string): string {
  const wrapped = v.safeParse(wrappedSchema, text);
  if (!wrapped.success) return text;
  return wrapped.output.exception_message.replace(
    /^Attempting to fetch from an unsuccessful query result\nError: /,
    '',
  );
}

/** Below the first line, and between quotes, an error repeats the query or the file, which may say anything. */
function ownWords(reason: string): string {
  const [first = ''] = reason.split('\n');
  return first.replaceAll(/"[^"]*"|'[^']*'/g, '');
}

const KNOWN: [RegExp, string][] = [
  [/no space available|quotaexceeded|exceed its storage quota|no space left/i, 'disk-full'],
  // The last ones are how a WASM module ends; a full disk is among the reasons.
  [
    /has been invalidated|maximum call stack|^aborted\(|^unreachable|^(memory access|table index is) out of bounds/i,
    'workspace-broken',
  ],
  [/out of memory/i, 'out-of-memory'],
  [/read-only/i, 'query-writes'],
];
