import { describe, expect, it } from 'vitest';
import { pastedTables } from '../../../src/app/pasted-table.ts';

const table = (rows: string): string => `<table>${rows}</table>`;

describe('pastedTables with HTML', () => {
  it('takes each table apart, and leaves those out that only hold others', () => {
    const inner = table('<tr><th>a<th>b<tr><td>1<td>2');
    const html = table(`<tr><td>${inner}</td><td>${table('<tr><td>x<td>y<tr><td>3<td>4')}</td></tr>`);
    expect(pastedTables('', html)).toEqual(['a\tb\n1\t2\n', 'x\ty\n3\t4\n']);
  });

  it('fills cells that go over several rows, and leaves those blank that go over several columns', () => {
    const html = table('<tr><th>a<th>b<th>c<tr><td rowspan=3>1<td>2<td>3<tr><td colspan=2>4<tr><td>5<td>6');
    expect(pastedTables('', html)).toEqual(['a\tb\tc\n1\t2\t3\n1\t4\t\n1\t5\t6\n']);
  });

  it('quotes what would fall apart, and keeps quotation marks', () => {
    const html = table('<tr><th>a<th>b<tr><td>say "x"<td>one<br>two');
    expect(pastedTables('a b say "x" one\ntwo', html)).toEqual(['a\tb\n"say ""x"""\tone two\n']);
  });

  it('leaves out what nobody sees', () => {
    const html = table('<tr><th>a<th>b<tr><td>1<script>2</script><style>3</style><td>&nbsp;4 ');
    expect(pastedTables('', html)).toEqual(['a\tb\n1\t4\n']);
  });

  it('is not led astray by enormous spans', () => {
    const html = table('<tr><td colspan=9999999 rowspan=9999999>1<td>2<tr><td>3<td>4');
    expect(pastedTables('', html)[0]!.split('\n')[0]!.split('\t').length).toBeLessThanOrEqual(1002);
  });
});
