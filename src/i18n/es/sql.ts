import type { sql as english } from '../en/sql.ts';

export const sql: Record<keyof typeof english, string> = {
  'sql.title': 'Preguntar en SQL',
  'sql.lead':
    'El SQL de DuckDB, sobre las tablas tal como se leyeron y sobre las vistas de negocio ({views}). Una consulta lee y no cambia nada.',
  'sql.lead.tables': 'El SQL de DuckDB, sobre las tablas tal como se leyeron. Una consulta lee y no cambia nada.',
  'sql.editor': 'Consulta',
  'sql.editor.help': 'Ctrl Intro o ⌘ Intro la ejecuta, o solo lo seleccionado.',
  'sql.run': 'Ejecutar',
  'sql.cancel': 'Cancelar',
  'sql.running': 'En marcha',
  'sql.format': 'Ordenar el texto',
  'sql.export': 'Guardar todo en CSV',
  'sql.exporting': 'Escribiendo el CSV',
  'sql.history': 'Consultas anteriores',
  'sql.result': 'Resultado',
  'sql.result.line':
    '{rows, number, integer} {rows, plural, one {fila} other {filas}}, {columns, number, integer} {columns, plural, one {columna} other {columnas}}, {seconds, number, decimal} s',
  'sql.result.truncated': 'Las primeras {rows, number, integer} filas; el CSV las contiene todas.',
  'sql.result.none': 'La consulta no ha dado ninguna fila.',
  'sql.empty': 'El resultado aparecerá aquí.',
  'sql.empty.remedy': 'Escriba una consulta y pulse Ctrl Intro, o ⌘ Intro en un Mac.',
  'sql.failed': 'La consulta no se ha podido ejecutar',
  'sql.where': 'Línea {line}, columna {column}',
  'sql.file': 'resultado',
};
