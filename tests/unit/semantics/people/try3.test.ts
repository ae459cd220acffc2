import { it } from 'vitest';
import { openNative } from '../../../fixtures/native-database.ts';
import { sql } from '../../../../src/database/sql.ts';
import { cleanEmail, isNobodysEmail } from '../../../../src/semantics/people/email.ts';
import { lastDigits, phoneWithCountry } from '../../../../src/semantics/people/phone.ts';
import { nameWords } from '../../../../src/semantics/people/person-name.ts';

it('profile', async () => {
  const db = await openNative();
  await db.run({ text: `CREATE TABLE t AS SELECT 'm'||i||'@x.example' AS email, '6'||lpad((hash(i)%100000000)::VARCHAR,8,'0') AS phone, 'María García'||(i%100)||' López' AS name FROM range(200000) t(i)` } as any);
  const time = async (what: string, e: any) => { const t = performance.now(); await db.rows(sql`SELECT count(x) FROM (SELECT ${e} AS x FROM t)`); console.log(what, Math.round(performance.now() - t)); };
  await time('email', cleanEmail(sql`email`, false));
  await time('email gmail', cleanEmail(sql`email`, true));
  await time('nobody', isNobodysEmail(sql`email`));
  await time('last', lastDigits(sql`phone`, '34'));
  await time('country', phoneWithCountry(sql`phone`));
  await time('words', nameWords(sql`name`));
  await time('translate', sql`translate(email, '！＂＃＄％＆＇', 'abcdefg')`);
  await time('lower', sql`lower(email)`);
  await time('regex', sql`regexp_extract(email, '[^\\s<>]+@[a-z0-9.-]+')`);
  await time('strip', sql`strip_accents(name)`);
}, 600000);
