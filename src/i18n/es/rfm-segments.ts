import type { rfmSegments as en } from '../en/rfm-segments.ts';

export const rfmSegments: Record<keyof typeof en, string> = {
  'question.rfm-segments.title': 'Clientes',
  'question.rfm-segments.about': '¿Quién compra hace poco, a menudo y por mucho, y quién ha dejado de venir?',
  'parameter.rfm-segments.asOf': 'A fecha de',
  'parameter.rfm-segments.asOf.help':
    'Cuenta lo ocurrido antes de este día. Si no se indica, el siguiente al último pedido.',
  'parameter.rfm-segments.compareTo': 'Comparado con',
  'parameter.rfm-segments.compareTo.help':
    'Un día anterior, para ver quién ha cambiado de segmento desde entonces. Si no se indica, 90 días antes.',
  'parameter.rfm-segments.quantiles': 'Puntuaciones',
  'parameter.rfm-segments.quantiles.help':
    'En cuántos escalones se divide cada medida. Con cinco, las puntuaciones van de 1 a 5.',
  'parameter.rfm-segments.from': 'Compras desde',
  'parameter.rfm-segments.from.help': 'Solo compras de este día o posteriores; quien no tiene ninguna queda fuera.',
  'parameter.rfm-segments.to': 'Hasta',
  'parameter.rfm-segments.to.help': 'Primer día que ya no se lee.',
  'estimate.rfm-segments.customers': 'Clientes',
  'estimate.rfm-segments.champions': 'Campeones',
  'estimate.rfm-segments.championsRevenueShare': 'Ingresos de los campeones',
  'estimate.rfm-segments.atRisk': 'Buenos clientes que ya no vienen',
  'estimate.rfm-segments.revenue': 'Ingresos tras devoluciones',

  'rfm.segment.champions': 'Campeones',
  'rfm.segment.loyal': 'Fieles',
  'rfm.segment.potential-loyalist': 'Posibles fieles',
  'rfm.segment.new': 'Nuevos',
  'rfm.segment.promising': 'Prometedores',
  'rfm.segment.need-attention': 'Piden atención',
  'rfm.segment.about-to-sleep': 'Casi dormidos',
  'rfm.segment.cannot-lose': 'No perder',
  'rfm.segment.at-risk': 'En riesgo',
  'rfm.segment.hibernating': 'Hibernando',
  'rfm.segment.lost': 'Perdidos',
  'rfm.segment.not-yet': 'Aún no clientes',
  'rfm.about.champions': 'Compraron hace poco, a menudo y por mucho',
  'rfm.about.loyal': 'Compran a menudo y por mucho, no todos hace poco',
  'rfm.about.potential-loyalist': 'Compraron hace poco, algunas veces o por un importe medio',
  'rfm.about.new': 'Compraron hace muy poco y, de momento, poco',
  'rfm.about.promising': 'Compraron hace poco y, de momento, poco',
  'rfm.about.need-attention': 'En el medio de todo, y enfriándose',
  'rfm.about.about-to-sleep': 'Compraron poco, y ya hace tiempo',
  'rfm.about.cannot-lose': 'De los mejores por importe, y mucho tiempo sin comprar',
  'rfm.about.at-risk': 'Compraban bien, y llevan mucho tiempo sin comprar',
  'rfm.about.hibernating': 'Compraron poco, y hace mucho',
  'rfm.about.lost': 'Compraron poco, y son los que más tiempo llevan sin comprar',
  'rfm.stage.active': 'Activos',
  'rfm.stage.cooling': 'Enfriándose',
  'rfm.stage.quiet': 'Sin comprar hace mucho',
  'rfm.stage.not-yet': 'Aún no clientes',

  'rfm.verdict':
    'Los campeones son el <k>{share, number, share0}</k> de los clientes y aportan el {revenueShare, number, share0} de los ingresos; {atRisk, plural, =0 {ningún buen cliente ha dejado de venir} one {un buen cliente ha dejado de venir} other {# buenos clientes han dejado de venir}}.',
  'rfm.verdict.noRevenue':
    'Los campeones son el <k>{share, number, share0}</k> de los clientes; {atRisk, plural, =0 {ningún buen cliente ha dejado de venir} one {un buen cliente ha dejado de venir} other {# buenos clientes han dejado de venir}}.',
  'rfm.verdict.noChampions':
    'Ningún cliente es campeón. El segmento más grande, «{segment}», reúne al <k>{share, number, share0}</k>; {atRisk, plural, =0 {ningún buen cliente ha dejado de venir} one {un buen cliente ha dejado de venir} other {# buenos clientes han dejado de venir}}.',
  'rfm.eligibility':
    '{customers, number} clientes con {purchases, number} compras, del {first, date, medium} al {last, date, medium}; a fecha de {asOf, date, medium}; recuentos completos, por eso sin intervalos',

  'rfm.refusal.no-purchases': 'No hay compras que mirar.',
  'rfm.refusal.no-purchases.remedy':
    'Amplíe el periodo o la condición sobre los clientes, o compruebe qué columna trae el importe.',
  'rfm.refusal.too-few-customers':
    '{customers, plural, one {Hay # cliente} other {Hay # clientes}}: no bastan para ordenarlos en {quantiles, number} escalones, que piden {needed, number}.',
  'rfm.refusal.too-few-customers.remedy': 'Elija menos puntuaciones, amplíe el periodo o traiga datos de más clientes.',
  'rfm.refusal.one-day':
    'Los {customers, number} clientes hicieron su última compra el mismo día, el {last, date, medium}: la recencia no distingue a nadie.',
  'rfm.refusal.one-day.remedy':
    'Si no puede ser, compruebe qué columna trae el momento del pedido: quizá sea el día de una exportación.',
  'rfm.refusal.two-currencies': 'Los importes están en {currencies} y no se pueden sumar.',
  'rfm.refusal.two-currencies.remedy':
    'Convierta los importes a una sola moneda con una expresión en las correspondencias y deje fuera la moneda. O mire solo los clientes de una moneda.',

  'rfm.check.ties':
    'El número de compras más común, {frequency, number}, es el del {share, number, share} de los clientes, no más de la mitad.',
  'rfm.check.ties.many':
    'El {share, number, share} de los clientes tiene el mismo número de compras, {frequency, number}, y por tanto la misma puntuación de frecuencia. Entre ellos solo distinguen el importe y la recencia.',
  'rfm.check.enough': '{customers, number} clientes bastan para {quantiles, number} escalones.',
  'rfm.check.few':
    '{customers, number} clientes son pocos para {quantiles, number} escalones: por debajo de {limit, number}, un solo cliente mueve los límites entre puntuaciones.',
  'rfm.check.movement':
    '{customers, number} clientes se puntúan también a {compareTo, date, medium}; hacen falta al menos {limit, number}.',
  'rfm.check.movement.notBefore':
    'No hay con qué comparar: el {compareTo, date, medium} no es anterior a la fecha de los segmentos.',
  'rfm.check.movement.noCustomers':
    'No hay con qué comparar: antes del {compareTo, date, medium} no había comprado nadie; las compras empiezan el {first, date, medium}.',
  'rfm.check.movement.fewCustomers':
    'No hay con qué comparar: antes del {compareTo, date, medium} había {customers, plural, one {# cliente} other {# clientes}}, y hacen falta {limit, number}.',
  'rfm.check.movement.oneDay':
    'No hay con qué comparar: antes del {compareTo, date, medium} la última compra de todos era del mismo día.',
  'rfm.check.revenue': 'Las compras aportan {revenue, number, money0} tras devoluciones.',
  'rfm.check.noRevenue':
    'Las compras aportan {revenue, number, money0} tras devoluciones: las partes de los ingresos no significan nada y se omiten. Compruebe qué columna trae el importe.',
  'rfm.check.after':
    'Los datos acaban el {last, date, medium}. Quien haya comprado entre ese día y el {asOf, date, medium} no se ve, y toda recencia se alarga en ese tiempo.',
  'rfm.check.unassigned':
    '{rows, number} filas ({share, number, share}) no tienen cliente y no pertenecen a ningún segmento.',

  'rfm.step.purchases':
    'Una compra es un pedido de total cero o más que no se ha anulado; las líneas con el mismo número de pedido, o el mismo cliente y momento, son un solo pedido. Cuentan las compras anteriores al {asOf, date, medium}.',
  'rfm.step.where': 'Solo clientes con {where}.',
  'rfm.step.from': 'Solo compras y devoluciones desde el {from, date, medium}.',
  'rfm.step.measures':
    'De cada cliente: la recencia, en días enteros desde la última compra hasta el {asOf, date, medium}; la frecuencia, el número de compras; el importe, la suma de las compras menos las devoluciones posteriores a la primera.',
  'rfm.step.scores':
    'Cada medida recibe una puntuación de 1 a {quantiles, number}: 1 + la parte entera de {quantiles, number} × la parte de clientes que están estrictamente peor. En las tres, más es mejor.',
  'rfm.step.ties':
    'A valores iguales, puntuaciones iguales; por eso los escalones no tienen por qué reunir a los mismos clientes: si la mayoría compró una vez, todos ellos tienen un 1 en frecuencia, y el siguiente número de compras empieza por encima del escalón que llenan.',
  'rfm.step.mean':
    'La cuadrícula toma la puntuación de recencia y la media de las de frecuencia e importe, con las mitades hacia arriba.',
  'rfm.step.scaled':
    'La cuadrícula toma la puntuación de recencia y la media de las de frecuencia e importe, ambas llevadas de 1 a {quantiles, number} a la escala de 1 a 5, con las mitades hacia arriba.',
  'rfm.step.grid':
    'Segmentos por puntuación de recencia; cada lista va del 1 al 5 de frecuencia e importe. Recencia 5: {r5}. Recencia 4: {r4}. Recencia 3: {r3}. Recencia 2: {r2}. Recencia 1: {r1}.',
  'rfm.step.movement':
    'Lo mismo se hace con lo ocurrido antes del {compareTo, date, medium}, con puntuaciones entre los clientes de ese día. Quien compró por primera vez después figura allí como «aún no cliente».',
  'rfm.method.scores': 'Puntuaciones de recencia, frecuencia e importe por cuantiles',
  'rfm.method.grid':
    'Once segmentos con nombre en una cuadrícula de 5 × 5: práctica común, sin una fuente única; los pasos muestran la cuadrícula',
  'rfm.assumption.description':
    'Un segmento describe lo que hicieron los clientes. «En riesgo» es un lugar de la cuadrícula y no una probabilidad de irse.',
  'rfm.assumption.relative':
    'Las puntuaciones son posiciones entre los clientes de un día: alguien puede cambiar de segmento porque compraron otros.',
  'rfm.assumption.tenure':
    'La frecuencia y el importe crecen con el tiempo que alguien lleva siendo cliente; fije «Compras desde» para dar a todos la misma ventana.',

  'rfm.chart.segments': 'Clientes e ingresos por segmento',
  'rfm.chart.segments.finding':
    '{segment}: el {share, number, share0} de los clientes, el {revenueShare, number, share0} de los ingresos',
  'rfm.chart.segments.subtitle':
    'Parte de todos los clientes (gris) y de todos los ingresos tras devoluciones (verde), por segmento a {asOf, date, medium}',
  'rfm.chart.segments.subtitle.noRevenue': 'Parte de todos los clientes, por segmento a {asOf, date, medium}',
  'rfm.chart.segments.revenue': '{share} de los ingresos',
  'rfm.chart.segments.customers': '{share} de los clientes',
  'rfm.chart.grid': 'Clientes por recencia y por frecuencia e importe',
  'rfm.chart.grid.subtitle':
    'Número de clientes en cada lugar de la cuadrícula, con su segmento; cuanto más intenso el color, más clientes',
  'rfm.chart.grid.x': 'Frecuencia e importe, de 1 a 5',
  'rfm.chart.grid.y': 'Recencia, de 1 a 5',
  'rfm.chart.movement': 'Quién ha cambiado de segmento desde el {compareTo, date, medium}',
  'rfm.chart.movement.finding':
    'Desde el {compareTo, date, medium}, {down, plural, one {# cliente se ha enfriado o ha dejado de venir} other {# clientes se han enfriado o han dejado de venir}} y {up, plural, one {# ha vuelto} other {# han vuelto}}',
  'rfm.chart.movement.subtitle':
    'Número de clientes por segmento el {compareTo, date, medium} (izquierda) y el {asOf, date, medium} (derecha). Rojo: su última compra ha quedado más atrás en la ordenación. Verde: más cerca. Gris: más o menos igual, o nuevos.',
  'rfm.chart.movement.subtitle.table':
    'Número de clientes por segmento el {compareTo, date, medium} y el {asOf, date, medium}.',
  'rfm.chart.movement.withheld':
    '{withheld, plural, one {Un flujo se oculta y no se dibuja} other {# flujos se ocultan y no se dibujan}}: los totales son de los dibujados.',
  'rfm.table.segments': 'Segmentos',
  'rfm.table.segments.subtitle':
    'Recuentos y sumas de todos los clientes de cada segmento; importes tras devoluciones.',
  'rfm.table.customers': 'Todos los clientes',
  'rfm.table.customers.subtitle': 'Con puntuaciones y segmento; primero los que más aportaron.',
  'rfm.column.segment': 'Segmento',
  'rfm.column.customers': 'Clientes',
  'rfm.column.share': 'Parte de los clientes',
  'rfm.column.revenue': 'Ingresos',
  'rfm.column.revenueShare': 'Parte de los ingresos',
  'rfm.column.medianRecencyDays': 'Días desde la última compra, mediana',
  'rfm.column.meanFrequency': 'Compras, media',
  'rfm.column.meanMonetary': 'Ingresos por cliente',
  'rfm.column.r': 'Recencia',
  'rfm.column.fm': 'Frecuencia e importe',
  'rfm.column.f': 'Frecuencia',
  'rfm.column.m': 'Importe',
  'rfm.column.score': 'Puntuación',
  'rfm.column.customer_id': 'Cliente',
  'rfm.column.recency_days': 'Días desde la última compra',
  'rfm.column.frequency': 'Compras',
  'rfm.column.monetary': 'Ingresos tras devoluciones',
  'rfm.column.from_segment': 'Segmento antes',
  'rfm.column.to_segment': 'Segmento ahora',

  'rfm.export': 'Exportar',
  'rfm.export.of': 'Exportar «{segment}»',
  'rfm.export.title': 'Exportar un segmento',
  'rfm.export.about':
    'Un archivo CSV con una fila por cliente: puntuaciones, días desde la última compra, compras e ingresos.',
  'rfm.export.segment': 'Segmento',
  'rfm.export.option': '{segment}: {customers, number}',
  'rfm.export.ids': 'Identificadores de cliente',
  'rfm.export.ids.keep': 'Tal como están, para uso propio',
  'rfm.export.named': 'con identificadores uso propio',
  'rfm.export.ids.hash': 'Con hash y sal',
  'rfm.export.ids.drop': 'Sin ellos',
  'rfm.export.note.keep':
    'El archivo contiene identificadores de personas. Guárdelo donde solo lo lea quien lo necesite.',
  'rfm.export.note.hash':
    'El mismo identificador y la misma sal dan el mismo texto en todos los archivos. Quien tenga la sal y una lista de identificadores puede saber quién es quién; guárdelos por separado: el archivo sigue tratando de personas.',
  'rfm.export.note.drop':
    'Las filas no llevan a nadie por su identificador. Un importe poco común todavía puede señalar a una persona.',
  'rfm.export.salt': 'Sal',
  'rfm.export.salt.help':
    'Consérvela: no se guarda en ningún sitio, y el próximo archivo solo casará con este si lleva la misma.',
  'rfm.export.salt.short': 'Al menos {least, number} caracteres.',
  'rfm.export.salt.new': 'Otra sal',
  'rfm.export.save': 'Guardar como CSV',
  'rfm.export.saving': 'Guardando …',
  'table.rfm-segments.segments': 'Segmentos',
  'table.rfm-segments.grid': 'Recencia por frecuencia e importe',
  'table.rfm-segments.movement': 'Cambios de segmento',
  'table.rfm-segments.customers': 'Clientes',
};
