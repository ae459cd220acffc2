import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/core/errors.ts';
import { databaseError } from '../../../src/database/database-errors.ts';

describe('databaseError', () => {
  it.each([
    ["Failed to execute 'write' on 'FileSystemSyncAccessHandle': No space available for this operation", 'disk-full'],
    ['The operation failed because it would cause the application to exceed its storage quota.', 'disk-full'],
    [
      '{"exception_type":"Invalid Input","exception_message":"Attempting to fetch from an unsuccessful query result\\nError: TransactionContext Error: Failed to commit: No space available for this operation"}',
      'disk-full',
    ],
    ['FATAL Error: Failed: database has been invalidated because of a previous fatal error', 'workspace-broken'],
    ['Maximum call stack size exceeded', 'workspace-broken'],
    ['Aborted(). Build with -sASSERTIONS for more info.', 'workspace-broken'],
    ['memory access out of bounds', 'workspace-broken'],
    ['Out of Memory Error: failed to allocate data of size 16.0 MiB', 'out-of-memory'],
    ['Invalid Input Error: Cannot execute statement of type "DROP" in read-only mode!', 'query-writes'],
  ])('tells what happened from %j', (reason, code) => {
    expect(databaseError(new Error(reason))).toMatchObject({ code, details: {} });
  });

  it.each([
    'Binder Error: Referenced column "aborted" not found in FROM clause!\nLINE 1: SELECT aborted FROM t',
    'Binder Error: Referenced column "out of memory" not found in FROM clause!',
    "Conversion Error: Could not convert string 'database has been invalidated' to INT64",
    'Invalid Input Error: CSV Error on Line: 5\nOriginal Line: 7,out of memory\nmaximum call stack',
    'Catalog Error: Table with name "read-only" does not exist!',
    'Binder Error: index out of bounds',
  ])('does not take the words of a query or a file for its own: %j', (reason) => {
    expect(databaseError(new Error(reason))).toMatchObject({ code: 'query-failed', details: { reason } });
  });

  it('gives the reason of what failed while its result was fetched', () => {
    const wrapped = JSON.stringify({
      exception_type: 'Invalid',
      exception_message: 'Binder Error: "No space available"',
    });
    expect(databaseError(new Error(wrapped)).details).toEqual({ reason: 'Binder Error: "No space available"' });
  });

  it.each(['{"exception_type":"Invalid", half', '{"exception_type":"Invalid"}', '{"exception_message":7}', '7'])(
    'gives what only looks wrapped as it is: %j',
    (reason) => {
      expect(databaseError(new Error(reason))).toMatchObject({ code: 'query-failed', details: { reason } });
    },
  );

  it('leaves errors that have a code as they are', () => {
    const error = new AppError('cancelled');
    expect(databaseError(error)).toBe(error);
  });
});
