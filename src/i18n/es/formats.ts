import type { formats as english } from '../en/formats.ts';

export const formats: Record<keyof typeof english, string> = {
  'error.archive-broken': '{file} está dañado o incompleto: no se puede leer la lista de lo que contiene.',
  'error.archive-broken.hint':
    'Copie o descargue el archivo comprimido de nuevo, o descomprímalo usted y suelte lo que contiene.',
  'error.archive-member-broken': '{file} está dañado dentro de su archivo comprimido: no se puede descomprimir.',
  'error.archive-member-broken.hint':
    'Copie o descargue el archivo comprimido de nuevo; los demás archivos que contiene no están afectados.',
  'error.archive-encrypted': '{file} está protegido con contraseña.',
  'error.archive-encrypted.hint': 'Descomprímalo con su contraseña y suelte lo que contiene.',
  'error.archive-method': '{file} está comprimido con {method}, que aquí no se puede descomprimir.',
  'error.archive-method.hint':
    'Descomprímalo usted y suelte lo que contiene, o vuelva a comprimirlo como un zip corriente.',
  'error.archive-bomb':
    '{file} está hecho para hacer daño: sus archivos se solapan u ocuparían, descomprimidos, más de mil veces su tamaño.',
  'error.archive-bomb.hint': 'No lo abra. Averigüe de dónde procede.',
  'error.archive-nested': '{file} es un archivo comprimido dentro de otro que está dentro de otro.',
  'error.archive-nested.hint':
    'Se abren hasta {limit} niveles. Si se fía de su procedencia, descomprímalo usted y suelte lo que contiene.',
  'error.archive-too-large':
    '{file} ocupa, descomprimido, {megabytes, number, integer} MB, y a este navegador le quedan {free, number, integer} MB.',
  'error.archive-too-large.hint':
    'Libere espacio en el disco, elimine las tablas que ya no necesite, o descomprímalo y suelte solo los archivos que necesite.',
  'error.archive-too-many':
    '{file} contiene {count, number, integer} archivos; se pueden leer {limit, number, integer} de una vez como máximo.',
  'error.archive-too-many.hint': 'Descomprímalo y suelte los archivos que necesite.',
  'error.archive-empty': '{file} no contiene ningún archivo con una tabla.',
  'error.archive-empty.hint':
    'Las imágenes, los documentos y los archivos ocultos no se leen. Compruebe qué contiene el archivo comprimido.',
  'error.folder-empty': 'La carpeta {file} no contiene ningún archivo con una tabla.',
  'error.folder-empty.hint':
    'Las imágenes, los documentos y los archivos ocultos no se leen. Elija la carpeta que contiene los datos.',
  'error.folder-too-many': 'La carpeta {file} contiene más de {limit, number, integer} archivos.',
  'error.folder-too-many.hint': 'Elija las carpetas o los archivos que necesite de ella.',
  'error.folder-unreadable': 'No se ha podido leer {file}: se movió o se borró, o este navegador no puede abrirlo.',
  'error.folder-unreadable.hint': 'Vuelva a elegir la carpeta, o los archivos que contiene.',
  'error.json-geographic': '{file} es un mapa ({format}), no una tabla.',
  'error.json-geographic.hint':
    'Guarde la tabla de sus elementos como CSV con un programa de mapas (QGIS: Exportar, Guardar objetos como, CSV) y suelte ese archivo.',
  'error.json-list-unknown': '{file} no contiene ninguna lista «{list}».',
  'error.json-list-unknown.hint':
    'Sus listas de registros son: {lists}. Indique una de ellas en las opciones de importación.',
  'error.arrow-broken': '{file} está dañado o incompleto: sus datos Arrow no se pueden leer.',
  'error.arrow-broken.hint': 'Copie o descargue el archivo de nuevo; puede que le falte el final.',
  'error.arrow-compressed': '{file} es un archivo Arrow (Feather) comprimido de una manera que aquí no se puede leer.',
  'error.arrow-compressed.hint':
    'Vuelva a escribirlo como Parquet o sin compresión (en Python: write_feather(…, compression="uncompressed")).',
  'error.arrow-types': '{file} tiene columnas de un tipo que no se puede almacenar.',
  'error.arrow-types.hint': 'Vuelva a escribir el archivo con columnas sencillas: números, texto, fechas y horas.',
  'notice.parquet-int96':
    'Las horas del tipo antiguo INT96 anteriores a 1677 o posteriores a 2262 salen mal: {columns}. Si las hay, vuelva a escribir el archivo con marcas de tiempo corrientes.',
  'notice.json-columns':
    'Los objetos dentro de los registros se han convertido en columnas propias: {columns}. Indique nested: text para conservarlos como JSON.',
  'notice.json-text':
    'Los objetos dentro de los registros habrían dado más de mil columnas: se han conservado como texto JSON. Indique nested: columns para tenerlas todas.',
  'notice.json-repeated':
    '{count, plural, one {# registro repite} other {# registros repiten}} el nombre de un valor; cuenta el último.',
  'notice.json-list':
    'La tabla es la lista «{list}» del archivo.{count, plural, =0 {} other { Ha quedado fuera: {others}. Indique records para elegir otra lista.}}',
  'notice.passed-over':
    '{count, plural, one {No se ha leído # archivo que no contiene una tabla} other {No se han leído # archivos que no contienen tablas}}: {files}.',
};
