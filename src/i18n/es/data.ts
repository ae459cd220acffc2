import type { data as english } from '../en/data.ts';

export const data: Record<keyof typeof english, string> = {
  'data.title': 'Averigüe qué rinde de verdad la relación con sus clientes, sin que los datos salgan de esta pestaña.',
  'data.lead':
    'Entran pedidos, clientes y tablas etiquetadas. Salen quién se queda, quién se va y cuánto vale, cada cifra con su incertidumbre.',
  'data.drop': 'Suelte aquí los archivos',
  'data.drop-now': 'Suelte los archivos para traerlos',
  'data.formats': 'CSV, Excel, Parquet o JSON, también en gzip, de hasta varios gigabytes · o',
  'data.choose': 'elija archivos',
  'data.or-paste': ', o pegue una tabla',
  'data.pasted-name': 'pegado',
  'data.privacy': 'Esta página no tiene servidor ni puede llamar a ninguno: el navegador lo impide.',
  'data.proof': 'Ver la prueba',
  'data.brought': 'Archivos',
  'data.clear': 'Vaciar la lista',
  'data.waiting': 'Espera su turno.',
  'data.cancel': 'Cancelar',
  'data.cancelled': 'Cancelado. No se ha guardado nada de él.',
  'data.result':
    '{rows, number, integer} {rows, plural, one {fila} other {filas}}, {columns, number, integer} {columns, plural, one {columna} other {columnas}}, {seconds, number, decimal} s',
  'data.rejected': '{count, plural, one {# fila rechazada} other {# filas rechazadas}}',
  'data.more-columns': 'y {count} más',
  'data.how': 'Cómo funciona',
  'data.step.bring': 'Traer',
  'data.step.bring.text':
    'Basta un registro de pedidos o una tabla de clientes. Las columnas se reconocen solas y todas se pueden corregir.',
  'data.step.ask': 'Preguntar',
  'data.step.ask.text':
    'Cohortes, valor de vida, abandono. Los modelos se entrenan aquí, en esta pestaña, en su equipo.',
  'data.step.trust': 'Confiar',
  'data.step.trust.text': 'Cada cifra trae su intervalo, sus comprobaciones, su consulta y su fuente; si no, no se da.',
  'data.understood': 'Lo reconocido',
  'data.nothing-mapped': 'No se ha reconocido ninguna columna. Indique en las correspondencias qué es cada una.',
  'data.see-mapping': 'Ver y cambiar las correspondencias',
  'data.check-mapping':
    '{count, plural, one {# cosa que mirar en las correspondencias} other {# cosas que mirar en las correspondencias}}',
  'data.ask': 'Lo que puede preguntar',
  'data.ready': 'lista',
  'data.not-ready': 'faltan datos',
  'data.open': 'Abrir',
};
