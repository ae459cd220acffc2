import { describe, expect, it } from 'vitest';
import type { FileOptions } from '../../../src/core/file-options.ts';
import { scratchDialect } from '../../../src/files/csv-writer.ts';
import { planDelimited } from '../../../src/files/delimited-plan.ts';
import { normaliseDelimited } from '../../../src/files/normalise.ts';
import { parseRecords } from '../../../src/files/parse-records.ts';
import { takeSample } from '../../../src/files/sample.ts';
import { Scratch } from '../../../src/files/scratch.ts';

async function read(text: string, options: FileOptions = {}) {
  const file = new File([text], 'table.csv');
  const sample = await takeSample(file, options.encoding);
  const plan = planDelimited(sample, options, file);
  const table = await normaliseDelimited(file, sample, plan, options, new Scratch('test'), () => undefined);
  const rows = parseRecords(await table.file.text(), scratchDialect);
  return {
    isClean: plan.isClean,
    delimiter: plan.dialect.delimiter,
    names: table.columns.map(({ name }) => name),
    kinds: table.columns.map(({ as }) => as.kind),
    rows: rows.map(([, ...cells]) => cells),
    numbers: rows.map(([number]) => Number(number)),
    rejects: table.rejects.first.map(({ line, reason, text: record }) => [line, reason, record]),
    notices: table.notices.map(({ key }) => key),
  };
}

const lines = (...all: string[]): string => `${all.join('\n')}\n`;
const rows = (count: number, row: (i: number) => string): string[] => Array.from({ length: count }, (_, i) => row(i));

describe('a delimited file', () => {
  it('loses no row to totals and remarks below it, which are listed as such', async () => {
    const {
      rows: read6,
      rejects,
      isClean,
    } = await read(
      lines('id;name;amount', ...rows(6, (i) => `${i};n${i};${i}.5`), 'Total;;15.0', 'Source: the ledger;;'),
    );
    expect(isClean).toBe(false);
    expect(read6.length).toBe(6);
    expect(rejects).toEqual([
      [8, 'below-table', 'Total;;15.0'],
      [9, 'below-table', 'Source: the ledger;;'],
    ]);
  });

  it('keeps a last row that only looks a little like a total', async () => {
    const named = await read(lines('id;name;amount', ...rows(6, (i) => `${i};n${i};1`), '7;Total;3'));
    expect(named.rows.length).toBe(7);
    const sparse = await read(lines('name;a;b;c', ...rows(6, (i) => `n${i};;;${i}`), 'Total;;;3', 'x;;;'));
    expect(sparse.rows.length).toBe(8);
  });

  it('leaves titles out, also those that a spreadsheet pads to the width of the table', async () => {
    const {
      names,
      rows: body,
      notices,
    } = await read(lines('Sales report;;', ';;', 'id;name;amount', ...rows(6, (i) => `${i};n${i};${i}.5`)));
    expect(names).toEqual(['id', 'name', 'amount']);
    expect(body.length).toBe(6);
    expect(notices).toEqual(['notice.preamble']);
  });

  it('joins the names of groups with those of columns', async () => {
    const { names, kinds, notices } = await read(
      lines('shop;2023;;2024;', ';orders;sales;orders;sales', ...rows(5, (i) => `s${i};1;2.5;3;4.5`))
        .replaceAll('2023', 'before')
        .replaceAll('2024', 'after'),
    );
    expect(names).toEqual(['shop', 'before orders', 'before sales', 'after orders', 'after sales']);
    expect(kinds).toEqual(['text', 'integer', 'decimal', 'integer', 'decimal']);
    expect(notices).toContain('notice.two-headers');
  });

  it('passes over remarks between records and takes order numbers for what they are', async () => {
    const remarks = await read(lines('id,n', '# first part', ...rows(9, (i) => `${i},1`), '# end'));
    expect([remarks.rows.length, remarks.notices]).toEqual([9, ['notice.comments']]);
    const orders = await read(lines('order,n', ...rows(9, (i) => `#${1000 + i},1`)));
    expect([orders.rows.length, orders.rows[0]]).toEqual([9, ['#1000', '1']]);
  });

  it('counts NUL characters that are taken out', async () => {
    const { rows: body, notices } = await read(
      lines('id,name', ...rows(90, (i) => `${i},plain text of some length`), '9,a\0b'),
    );
    expect(body.at(-1)).toEqual(['9', 'ab']);
    expect(notices).toEqual(['notice.nuls']);
  });

  it('keeps the rows behind a quote that is never closed', async () => {
    const body = rows(3000, (i) => (i === 1500 ? `${i},"open` : i % 3 ? `${i},x` : `${i},"x"`));
    const { rows: all, notices } = await read(lines('id,name', ...body));
    expect(all.length).toBe(3000);
    expect(all[1500]).toEqual(['1500', '"open']);
    expect(notices).toEqual(['notice.quotes']);
  });

  it('reads a cell of many lines and many megabytes', async () => {
    const letter = rows(2000, (i) => `line ${i}, with a comma and a ""quotation""${','.repeat(i % 5)}`).join('\n');
    const cell = letter.repeat(60);
    const { rows: all } = await read(`id,text\n1,"${cell}"\n2,short\n`);
    expect(all.map(([id, text]) => [id, text!.length])).toEqual([
      ['1', cell.replaceAll('""', '"').length],
      ['2', 5],
    ]);
  });

  it('reads two thousand columns', async () => {
    const header = rows(2000, (i) => `c${i}`).join(',');
    const { names, rows: all } = await read(lines(header, ...rows(3, () => rows(2000, (i) => String(i)).join(','))));
    expect([names.length, all.length, all[2]![1999]]).toEqual([2000, 3, '1999']);
  });

  it.each([',', ';', '\t', '|'])('finds the delimiter %j, with any end of lines', async (delimiter) => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = [['id', 'name', 'amount'], ...rows(5, (i) => `${i} n${i} ${i}.5`).map((row) => row.split(' '))]
        .map((record) => record.join(delimiter))
        .join(end);
      const { delimiter: found, rows: body, kinds } = await read(text);
      expect([found, body.length, kinds]).toEqual([delimiter, 5, ['integer', 'text', 'decimal']]);
    }
  });

  it('decides day and month over the file: one column that tells speaks for one that does not', async () => {
    const { notices } = await read(lines('a,b', ...rows(5, (i) => `0${i + 1}/02/2024,${i + 12}/02/2024`)));
    expect(notices).toEqual([]);
    const open = await read(lines('a,b', ...rows(5, (i) => `0${i + 1}/02/2024,x`)));
    expect(open.notices).toEqual(['notice.date-order']);
  });

  it('decides the decimal mark over the file, and says where nothing tells it', async () => {
    const thousands = await read(lines('id;sales;price', '1;1.234;2,50', '2;12.500;3,75', '3;950;1,00'));
    expect([thousands.kinds, thousands.notices]).toEqual([['integer', 'decimal', 'decimal'], []]);
    const file = new File([lines('id;sales;price', '1;1.234;2,50', '2;950;3,75')], 't.csv');
    const plan = planDelimited(await takeSample(file), {}, file);
    expect(plan.evidence[1]!.kind(plan.context)).toEqual({ kind: 'decimal', mark: ',', grouped: true });
    const open = await read(lines('id,sales', '1,1.234', '2,12.500'));
    expect(open.notices).toEqual(['notice.number-mark']);
    expect((await read(lines('id,share', '1,0.125', '2,0.250'))).notices).toEqual([]);
  });

  it('takes remarks behind records off where the records fit only without them', async () => {
    const behind = await read(
      lines('# shop, 2024', 'id;what', '1;bag# red; large', '2;"pen # blue" # by hand; sold', '3;#', '4;cap'),
    );
    expect(behind.names).toEqual(['id', 'what']);
    expect(behind.rows).toEqual([
      ['1', 'bag'],
      ['2', 'pen # blue'],
      ['3', '#'],
      ['4', 'cap'],
    ]);
    expect(behind.notices).toEqual(['notice.comments', 'notice.end-remarks']);
    const values = await read(lines('# skills', 'id;skill', ...rows(9, (i) => `${i};C#`), '9;Apt #5'));
    expect([values.rows[0], values.rows[9], values.notices]).toEqual([
      ['0', 'C#'],
      ['9', 'Apt #5'],
      ['notice.comments'],
    ]);
    const wide = await read(lines('# skills', 'id;skill', ...rows(9, (i) => `${i};C#`), '9;C#;x', '10;a;b'));
    expect([wide.rows[0], wide.rejects.length]).toEqual([['0', 'C#'], 2]);
  });

  it('keeps records as wide as the table that begin like a remark, names too', async () => {
    const remarks = rows(30, (i) => `# part ${i}`);
    const { names, rows: all } = await read(lines(...remarks, '# id;n', '1;1', '# 9;9', ...rows(20, (i) => `${i};1`)));
    expect([names, all.length, all[1]]).toEqual([['# id', 'n'], 22, ['# 9', '9']]);
  });

  it('takes no value for a remark further down, where one row had a remark behind it', async () => {
    const wide = '4,Cali,Cra 3 # before: Cra 2, Cali';
    const below = [
      '4001,Bogota #2,Calle 5',
      '4002,Cali,Cra 3 #20-3',
      '#4003,Cali,Cra 3',
      '4004,"Cali, Valle",Cra 4 #1',
    ];
    const { rows: all, rejects } = await read(
      lines(
        '# export',
        'id,city,address',
        ...rows(3, (i) => `${i},Cali,Cra ${i}`),
        wide,
        ...rows(300, (i) => `${i},a,b`),
        ...below,
      ),
    );
    expect(all[3]).toEqual(['4', 'Cali', 'Cra 3']);
    expect(all.slice(-4)).toEqual([
      ['4001', 'Bogota #2', 'Calle 5'],
      ['4002', 'Cali', 'Cra 3 #20-3'],
      ['#4003', 'Cali', 'Cra 3'],
      ['4004', 'Cali, Valle', 'Cra 4 #1'],
    ]);
    expect(rejects).toEqual([]);
  });

  it('finds a short table below as many titles', async () => {
    const { names, rows: body } = await read(
      lines(
        'Vendor\tTest',
        'Start\t1',
        'End\t2',
        'day\tkind\tsum\tplace\tsale',
        ...rows(2, (i) => `${i}\ta\t1.5\tx\t\t`),
      ),
    );
    expect([names.slice(0, 5), body.length]).toEqual([['day', 'kind', 'sum', 'place', 'sale'], 2]);
  });

  it('keeps an empty column without a name between others, and none behind them', async () => {
    const file = new File([lines('a,,b,', '1,,2,', '3,,4,')], 't.csv');
    const sample = await takeSample(file);
    const plan = planDelimited(sample, {}, file);
    const table = await normaliseDelimited(file, sample, plan, {}, new Scratch('test'), () => undefined);
    expect(table.columns.map(({ dropIfEmpty }) => dropIfEmpty)).toEqual([false, false, false, true]);
  });

  it('keeps a row that begins like a remark and is as wide as the table, however far down', async () => {
    const { rows: all, notices } = await read(
      lines('# exported', 'name,n', ...rows(400, (i) => (i === 300 ? '#sale,5' : `n${i},1`)), '# end'),
    );
    expect([all.length, all[300]]).toEqual([400, ['#sale', '5']]);
    expect(notices).toEqual(['notice.comments']);
  });

  it('looks at every value of a column of amounts with currencies', async () => {
    expect((await read(lines('id,amount', ...rows(9, (i) => `${i},$${i}.50`)))).isClean).toBe(false);
  });

  it('lists what stands above a table without names: it may have been a record', async () => {
    const { rows: all, rejects, notices } = await read(lines('lost', '', ...rows(9, (i) => `${i};${i}.5`)));
    expect([all.length, rejects]).toEqual([9, [[1, 'above-table', 'lost']]]);
    expect(notices).toEqual(['notice.no-header', 'notice.preamble']);
  });
});
