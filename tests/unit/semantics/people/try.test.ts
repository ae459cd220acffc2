import { it } from 'vitest';
import { openNative } from '../../../fixtures/native-database.ts';
import { rawTable } from '../../../fixtures/raw-table.ts';
import { sql } from '../../../../src/database/sql.ts';
import { matchPeople } from '../../../../src/semantics/people/match-people.ts';
import { withMatches } from '../../../../src/semantics/people/matches.ts';
import { proposePeople } from '../../../../src/semantics/people/propose-people.ts';
import { rawTables } from '../../../../src/semantics/raw-tables.ts';

it('tries', async () => {
  const db = await openNative();
  const V = 'VARCHAR';
  await rawTable(db, 'crm', { 'ID contacto': V, Nombre: V, Apellidos: V, Correo: V, 'Teléfono': V, 'Fecha de nacimiento': V }, [
    ['A1', 'Ana Mª', 'García López', 'ana@correo.es', '+34 600 123 456', '12/03/1980'],
    ['A2', 'Luis', 'Pérez', ' Luis.Perez@Gmail.com ', '912 345 678', '01/02/1975'],
    ['A3', 'José', 'de la Fuente', null, '0034611222333', '15/05/1990'],
    ['A4', 'Marta', 'Ruiz Gil', null, null, '22/11/1985'],
    ['A5', 'Pedro', 'Soler', 'info@tienda.es', null, '03/04/1970'],
  ]);
  await rawTable(db, 'shop', { customer_id: 'BIGINT', name: V, email: V, phone: V, dob: 'DATE' }, [
    [1, 'Garcia, Ana Maria', 'ANA@correo.es', null, '1980-03-12'],
    [2, 'Luis Perez', 'luisperez+shop@gmail.com', null, null],
    [3, 'Jose de la Fuente', null, '611 222 333 ext. 4', '1990-05-15'],
    [4, 'Martha Ruiz', null, null, '1985-11-22'],
    [5, 'Soler Pedro', 'info@tienda.es', null, '1970-04-03'],
  ]);
  const raw = await rawTables(db);
  for (const t of raw) console.log(t.name, JSON.stringify(await proposePeople(db, t)));
  const setup = {
    left: { table: 'crm', columns: { id: 'ID contacto', given: 'Nombre', family: 'Apellidos', email: 'Correo', phone: 'Teléfono', birth: 'Fecha de nacimiento' } },
    right: { table: 'shop', columns: { id: 'customer_id', name: 'name', email: 'email', phone: 'phone', birth: 'dob' } },
    gmail: true, country: '34',
  };
  const out = await matchPeople(db, setup, { left: raw[0]!, right: raw[1]! }, { signal: new AbortController().signal, progress: async () => {} });
  console.log(JSON.stringify(out, null, 1));
  console.log(await db.rows(sql`SELECT * FROM redito.people_pairs`));
  await withMatches(db, setup, { pairs: [{ left: 'A4', right: '4', same: true }], tiers: [] }, async (m) => console.log(await db.rows(m)));
  const one = { left: setup.right, gmail: true, country: '34' };
  console.log(JSON.stringify(await matchPeople(db, one, { left: raw[1]! }, { signal: new AbortController().signal, progress: async () => {} })));
});
