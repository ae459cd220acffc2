import type { ui as english } from '../en/ui.ts';

export const ui: Record<keyof typeof english, string> = {
  'ui.close': 'Cerrar',
  'ui.cancel': 'Cancelar',
  'ui.undo': 'Deshacer',
  'ui.retry': 'Reintentar',
  'ui.copy': 'Copiar',
  'ui.copied': 'Copiado',
  'ui.dismiss': 'Descartar',
  'ui.loading': 'Cargando',
  'ui.yes': 'sí',
  'ui.no': 'no',

  'ui.badge.measured': 'medido',
  'ui.badge.modelled': 'según modelo',
  'ui.badge.counted': 'contado',

  'ui.chart.actions': 'Acciones de «{title}»',
  'ui.chart.table': 'Ver la tabla',
  'ui.chart.picture': 'Ver el gráfico',
  'ui.chart.png': 'Guardar como PNG',
  'ui.chart.svg': 'Guardar como SVG',
  'ui.chart.csv': 'Guardar los datos en CSV',
  'ui.chart.csv.raw': 'Guardar los valores sin filtrar en CSV, para uso propio',
  'ui.chart.safe':
    'El archivo sigue las reglas de los informes: se ocultan los recuentos de menos de {smallest, number, integer} clientes y lo que permitiría deducirlos.',
  'ui.chart.safe.nothing':
    'No se ha guardado nada: se apoya en demasiado pocos clientes. Los valores sin filtrar, para uso propio, están en el menú.',
  'ui.file.raw': 'valores sin filtrar uso propio',
  'ui.file.raw.said':
    'El archivo contiene los valores sin filtrar, también los recuentos pequeños: es para uso propio.',
  'ui.chart.query': 'Ver la consulta',
  'ui.chart.description': 'Gráfico: {title}. {subtitle} Los mismos datos están en la tabla del gráfico.',
  'ui.chart.empty': 'No hay nada que dibujar.',
  'ui.chart.failed': 'No se ha podido dibujar el gráfico. Su tabla contiene los mismos datos.',
  'ui.table.csv': 'Guardar como CSV',
  'ui.table.files': 'Archivos de esta lista',
  'ui.table.csv.safe': 'CSV, identificadores como en los informes: omitidos o con hash',
  'ui.table.csv.raw': 'CSV con los identificadores de cada cliente, para uso propio',
  'ui.table.saving': 'Guardando …',
  'ui.table.csv.failed': 'La lista no pudo leerse hasta el final. Repita la pregunta y vuelva a guardar.',
  'ui.chart.rows':
    'Las primeras {shown, number, integer} de {total, number, integer} filas; el CSV las contiene todas.',

  'ui.estimate.counted': 'recuento completo',
  'ui.estimate.range': 'de {low} a {high}',
  'ui.estimate.confidence': 'intervalo de confianza del {level, number, share0}',
  'ui.estimate.credible': 'intervalo de credibilidad del {level, number, share0}',
  'ui.estimate.prediction': 'intervalo de predicción del {level, number, share0}',

  'ui.eligibility.passed': '{count, plural, one {comprobación superada} other {las # comprobaciones superadas}}',
  'ui.eligibility.warned':
    '{open, plural, one {# comprobación de {count} con aviso} other {# comprobaciones de {count} con aviso}}',
  'ui.eligibility.failed':
    '{open, plural, one {# comprobación de {count} no superada} other {# comprobaciones de {count} no superadas}}',

  'ui.evidence': 'Cómo se calcula',
  'ui.evidence.steps': 'Pasos',
  'ui.evidence.checks': 'Comprobaciones',
  'ui.evidence.check.passed': 'superada',
  'ui.evidence.check.warned': 'aviso',
  'ui.evidence.check.failed': 'no superada',
  'ui.evidence.queries': '{count, plural, one {Consulta} other {Consultas}}',
  'ui.evidence.query': 'Consulta {number, number, integer} de {count, number, integer}, {seconds, number, decimal} s',
  'ui.evidence.assumptions': 'Supuestos',
  'ui.evidence.methods': 'Métodos y fuentes',
  'ui.evidence.inputs': 'Archivos',
  'ui.evidence.input': '{rows, number, integer} {rows, plural, one {fila} other {filas}}',
  'ui.evidence.hash': 'contenido {hash}',
  'ui.evidence.run': 'Para repetirlo',
  'ui.evidence.seed': 'Semilla',
  'ui.evidence.elapsed': 'Tiempo',
  'ui.evidence.seconds': '{seconds, number, decimal} s',

  'ui.state.empty': 'Aún no hay nada',
  'ui.state.loading': 'Cargando',
  'ui.state.refused': 'Los datos no permiten responder',
  'ui.state.failed': 'Ha fallado',
  'ui.state.unsupported': 'Este navegador no puede ejecutarlo',

  'ui.progress.left.seconds': '{seconds, plural, one {queda alrededor de # segundo} other {quedan unos # segundos}}',
  'ui.progress.left.minutes': '{minutes, plural, one {queda alrededor de # minuto} other {quedan unos # minutos}}',
  'ui.progress.soon': 'casi terminado',
  'ui.progress.share': '{share, number, share0}',
  'ui.progress.curve': '{series}: de {first} a {last} en {count, number, integer} puntos',

  'ui.grid.range': 'Filas {from, number, integer} a {to, number, integer} de {total, number, integer}',
  'ui.grid.number': 'Número de fila',
  'ui.grid.null': 'sin valor',
  'ui.grid.empty': 'La tabla no tiene filas.',
  'ui.grid.failed': 'No se han podido leer estas filas.',
  'ui.grid.keys':
    'Las flechas mueven la celda; Re Pág y Av Pág pasan de página; Inicio y Fin van a los extremos. En la cabecera de una columna, Intro ordena y Mayús con las flechas cambia el ancho.',

  'ui.palette': 'Ir a cualquier sitio',
  'ui.palette.search': 'Buscar páginas, preguntas, tablas y columnas',
  'ui.palette.empty': 'Nada se llama «{text}».',
  'ui.palette.count': '{count, plural, =0 {Sin resultados} one {# resultado} other {# resultados}}',

  'ui.toasts': 'Avisos',
  'ui.sql': 'SQL',
};
