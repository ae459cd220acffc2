import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { detect } from '../../../../src/semantics/detection.ts';
import { proposePeople } from '../../../../src/semantics/people/propose-people.ts';
import { rawTables } from '../../../../src/semantics/raw-tables.ts';
import { openNative, type NativeDatabase } from '../../../fixtures/native-database.ts';
import { rawTable } from '../../../fixtures/raw-table.ts';

let database: NativeDatabase;
beforeEach(async () => {
  database = await openNative();
});
afterEach(() => database.close());

async function proposed(types: Record<string, string>, rows: (string | number | null)[][]) {
  await rawTable(database, 'people', types, rows);
  const columns = await proposePeople(database, (await rawTables(database))[0]!);
  return Object.fromEntries(columns.map(({ role, column }) => [role, column]));
}

const V = 'VARCHAR';

describe('proposePeople', () => {
  it('knows Spanish headers, and a name beside surnames for a given one', async () => {
    const types = {
      'ID contacto': V,
      Nombre: V,
      Apellidos: V,
      'Correo electrónico': V,
      'Teléfono móvil': V,
      'Fecha de nacimiento': V,
    };
    expect(
      await proposed(types, [
        ['A1', 'Ana', 'García', 'ana@correo.es', '600 123 456', '12/03/1980'],
        ['A2', 'Luis', 'Gil', null, '+34 911222333', '01/02/1975'],
      ]),
    ).toEqual({
      ...{ id: 'ID contacto', given: 'Nombre', family: 'Apellidos', email: 'Correo electrónico' },
      ...{ phone: 'Teléfono móvil', birth: 'Fecha de nacimiento' },
    });
  });

  it('knows English and Portuguese headers', async () => {
    expect(
      await proposed({ customer_id: 'BIGINT', 'full name': V, dob: 'DATE', telemovel: 'BIGINT' }, [
        [1, 'Ana Gil', '1980-03-12', 912345678],
        [2, 'Rui Sá', '1981-03-12', 912345679],
      ]),
    ).toEqual({
      ...{ id: 'customer_id', name: 'full name', birth: 'dob', phone: 'telemovel' },
    });
  });

  it('knows addresses by their values, whatever their header', async () => {
    expect(await proposed({ kontakt: V }, [['ana@correo.es'], ['luis@correo.es']])).toEqual({ email: 'kontakt' });
  });

  it('proposes nothing for a log of sales', async () => {
    const types = { sku: V, quantity: 'BIGINT', price: 'DOUBLE', sold_at: 'TIMESTAMP' };
    expect(
      await proposed(types, [
        ['a', 1, 2.5, '2024-01-01'],
        ['b', 2, 2.5, '2024-01-02'],
      ]),
    ).toEqual({});
  });
});

describe('detect', () => {
  it('gives the table of matches no role', async () => {
    const types = {
      left_table: V,
      left_id: V,
      right_table: V,
      right_id: V,
      tier: V,
      similarity: 'DOUBLE',
      agreed: V,
      decided_by: V,
      person_id: V,
    };
    const rows = Array.from({ length: 20 }, (_, i) => [
      'crm',
      `A${i}`,
      'web',
      `${i}`,
      i % 2 ? 'id' : 'email-clean',
      1 - i / 100,
      'name,email',
      i % 3 ? 'rule' : 'analyst',
      `A${i}`,
    ]);
    await rawTable(database, 'people_matches', types, rows);
    expect((await detect(await rawTables(database), database)).mapping).toEqual({});
  });
});
