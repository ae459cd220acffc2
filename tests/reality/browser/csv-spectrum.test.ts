import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Importer, sharedFile } from '../../fixtures/files/importer.ts';

const cases = [
  'comma_in_quotes',
  'empty',
  'empty_crlf',
  'escaped_quotes',
  'json',
  'newlines',
  'newlines_crlf',
  'quotes_and_newlines',
  'simple',
  'simple_crlf',
  'utf8',
];

const isThere = (await sharedFile('README.md')) !== undefined;

describe.skipIf(!isThere)('csv-spectrum', () => {
  let importer: Importer;
  beforeAll(async () => {
    importer = await Importer.open();
  });
  afterAll(() => importer.close());

  it.each(cases)('reads %s as expected', async (name) => {
    const file = await sharedFile(`import_csv_spectrum/csvs/${name}.csv`);
    const text = await (await sharedFile(`import_csv_spectrum/json/${name}.json`))!.text();
    // The corpus was checked out with other ends of lines than those its JSON speaks of.
    const expected: unknown = JSON.parse(text.replaceAll('\\r\\n', '\\n'));
    const [table] = await importer.import(file!);
    const names = table!.columns.map((column) => column.name);
    const rows = (await importer.rows(table!.name)).map((row) =>
      Object.fromEntries(names.map((column, i) => [column, row[i] === null ? '' : String(row[i])])),
    );
    expect(rows).toEqual(expected);
  });
});
