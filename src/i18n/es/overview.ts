import type { overview as en } from '../en/overview.ts';

export const overview: Record<keyof typeof en, string> = {
  'question.overview.title': 'Panorama',
  'question.overview.about': '¿Qué aportan los clientes y quiénes vuelven?',
  'parameter.overview.period': 'Periodo',
  'parameter.overview.period.help': 'Lo que se cuenta junto en los gráficos, y el paso con que se mide la retención.',
  'parameter.baselineFrom': 'Línea base desde',
  'parameter.baselineFrom.help': 'Primer día con el que comparar. Si se deja vacío, vale la línea base congelada.',
  'parameter.baselineTo': 'Línea base hasta',
  'parameter.baselineTo.help': 'Primer día que ya no forma parte de ella.',
  'estimate.overview.revenue': 'Ingresos',
  'estimate.overview.activeCustomers': 'Clientes que compraron',
  'estimate.overview.averageOrder': 'Pedido medio',
  'estimate.overview.retention': 'Retención de un periodo al siguiente',
  'estimate.overview.repeatShare': 'Clientes con más de una compra',
  'estimate.overview.orders': 'Pedidos',
  'estimate.overview.nps': 'Índice de recomendación (NPS)',
  'estimate.overview.acquisitionCost': 'Coste en medios por cliente nuevo',
  'estimate.overview.valuePerCustomer12': 'Aportado en los primeros 12 meses',
  'estimate.overview.clvToCac': 'Primeros 12 meses por coste en medios',

  'overview.period.week': 'la semana del {start, date, medium}',
  'overview.period.month': '{start, date, month}',
  'overview.period.quarter': 'T{quarter} {year}',
  'overview.days': '{days, plural, one {# día} other {# días}}',
  'overview.months': '{months, plural, one {# mes} other {# meses}}',
  'overview.value.money': '{value, number, money}',
  'overview.value.share': '{value, number, share}',
  'overview.value.customers': '{value, number, integer}',
  'overview.value.orders': '{value, number, integer}',
  'overview.value.number': '{value, number, decimal}',

  'overview.verdict.revenue':
    '<k>{revenue, number, money0}</k> con {orders, plural, one {# pedido} other {# pedidos}} de {customers, plural, one {# cliente} other {# clientes}} en {span}.',
  'overview.verdict.revenue.last':
    '<k>{revenue, number, money0}</k> con {orders, plural, one {# pedido} other {# pedidos}} de {customers, plural, one {# cliente} other {# clientes}} en {span}; {late} trajo {direction, select, more {un {change, number, share0} más que} less {un {change, number, share0} menos que} other {lo mismo que}} {early}.',
  'overview.verdict.revenue.baseline':
    'Los ingresos por día están {direction, select, more {un <k>{change, number, share0}</k> por encima} less {un <k>{change, number, share0}</k> por debajo} other {<k>al nivel</k>}} de la línea base del {baselineFrom, date, medium} al {baselineTo, date, medium}: {value, number, money0} frente a {baseline, number, money0}, del {from, date, medium} al {to, date, medium}.',
  'overview.verdict.orders':
    '<k>{orders, plural, one {# pedido} other {# pedidos}}</k> de {customers, plural, one {# cliente} other {# clientes}} en {span}.',
  'overview.verdict.orders.last':
    '<k>{orders, plural, one {# pedido} other {# pedidos}}</k> de {customers, plural, one {# cliente} other {# clientes}} en {span}; {late} tuvo {direction, select, more {un {change, number, share0} más que} less {un {change, number, share0} menos que} other {tantos como}} {early}.',
  'overview.verdict.orders.baseline':
    'Los pedidos por día están {direction, select, more {un <k>{change, number, share0}</k> por encima} less {un <k>{change, number, share0}</k> por debajo} other {<k>al nivel</k>}} de la línea base del {baselineFrom, date, medium} al {baselineTo, date, medium}: {value, number, decimal} frente a {baseline, number, decimal}, del {from, date, medium} al {to, date, medium}.',
  'overview.eligibility':
    '{orders, number} pedidos de {customers, number} clientes, del {from, date, medium} al {to, date, medium}; los recuentos son completos y las estimaciones llevan su intervalo al {level, number, share0}',
  'overview.eligibility.survey':
    '{orders, number} pedidos de {customers, number} clientes y {answers, number} respuestas a encuestas, del {from, date, medium} al {to, date, medium}; los recuentos son completos y las estimaciones llevan su intervalo al {level, number, share0}',

  'overview.refusal.no-purchases': 'No hay compras que mirar.',
  'overview.refusal.no-purchases.remedy':
    'Ampliar el periodo o la condición sobre los clientes, o comprobar qué columnas traen el momento y el importe.',
  'overview.refusal.outside':
    'Los datos van del {first, date, medium} al {last, date, medium}; nada de ello cae en el periodo por el que se pregunta.',
  'overview.refusal.outside.remedy': 'Elegir un periodo dentro de esas fechas.',
  'overview.refusal.two-currencies': 'Los importes están en {currencies} y no se pueden sumar.',
  'overview.refusal.two-currencies.remedy':
    'Convertir los importes a una sola moneda con una expresión en las correspondencias y dejar fuera la moneda. O elegir clientes o un periodo con una sola moneda.',
  'overview.refusal.too-many-periods':
    'Del {first, date, medium} al {last, date, medium} hay {periods, number} periodos, más de los {limit, number} que se pueden mostrar.',
  'overview.refusal.too-many-periods.remedy':
    'Elegir un primer día posterior o un periodo más largo. Si alguna fecha no puede ser, corregirla en el archivo.',

  'overview.check.unfinished':
    '{periods, plural, one {Un periodo no está completo} other {# periodos no están completos}}: se cuenta del {from, date, medium} al {to, date, medium}. {periods, plural, one {Va más claro o no aparece en los gráficos, y queda} other {Van más claros o no aparecen en los gráficos, y quedan}} fuera de la retención y de las comparaciones entre periodos.',
  'overview.check.allFinished': 'Todos los periodos mostrados están completos.',
  'overview.check.unassigned':
    '{rows, number} filas ({share, number, share}), con {amount, number, money} en total, no tienen cliente y quedan fuera.',
  'overview.check.returns':
    'Las devoluciones y anulaciones restan el {share, number, share} de lo que trajeron las compras.',
  'overview.check.usualNew':
    'El primer periodo del registro no tiene más clientes nuevos de lo normal (razón con la mediana: {ratio, number, decimal}).',
  'overview.check.manyNew':
    'El primer periodo del registro tiene {ratio, number, decimal} veces los clientes nuevos de la mediana. Quien ya compraba antes del {first, date, medium} parece nuevo en él; con un primer día posterior queda fuera.',
  'overview.check.baseline-usualNew':
    'El primer periodo de la línea base no tiene más clientes nuevos de lo normal (razón con la mediana: {ratio, number, decimal}).',
  'overview.check.baseline-manyNew':
    'El primer periodo de la línea base tiene {ratio, number, decimal} veces los clientes nuevos de la mediana. Quien ya compraba antes del {first, date, medium} parece nuevo en él; con una línea base que empiece más tarde queda fuera.',
  'overview.check.answers': 'El NPS se apoya en {answers, number} respuestas.',
  'overview.check.fewAnswers': 'El NPS se apoya solo en {answers, number} respuestas; conviene leer su intervalo.',
  'overview.check.scores':
    '{outside, number} de {given, number} respuestas no tienen una nota de 0 a 10 y quedan fuera del NPS.',
  'overview.check.costs.covered':
    'Los costes en medios van del {first, date, medium} al {last, date, medium} y cubren el periodo sin grandes huecos en los extremos.',
  'overview.check.costs.gap':
    'Los costes en medios van del {first, date, medium} al {last, date, medium}, pero los clientes se cuentan del {from, date, medium} al {to, date, medium}: el coste por cliente nuevo sale demasiado bajo.',
  'overview.check.costs.none':
    'No hay costes en medios en el periodo, así que falta el coste por cliente nuevo. Cuentan los costes de la categoría «media».',
  'overview.check.costs.filtered':
    'Los costes no tienen cliente: con una condición sobre los clientes falta el coste por cliente nuevo.',
  'overview.check.costs.two-currencies':
    'Los costes en medios y los pedidos no están en una misma moneda, así que falta el coste por cliente nuevo.',
  'overview.check.firstYear':
    'Lo que un cliente aporta en sus primeros 12 meses es la media de {customers, number} clientes; con importes tan asimétricos como estos bastan {needed, number} para su intervalo.',
  'overview.check.firstYear.skewed':
    'Lo que un cliente aporta en sus primeros 12 meses es la media de {customers, number} clientes. Unos pocos aportan tanto que harían falta {needed, number} para que el intervalo cumpla su nivel; hay que tomarlo como aproximado.',
  'overview.check.firstYear.few':
    '{customers, plural, =0 {Ningún cliente lleva} one {Un cliente lleva} other {# clientes llevan}} 365 días a la vista y hacen falta {limit, number}: falta lo que un cliente aporta en los primeros 12 meses.',
  'overview.check.firstYear.alike':
    'Los {customers, number} clientes que llevan 365 días a la vista aportaron lo mismo y nada dicen de otros: faltan los primeros 12 meses.',
  'overview.check.firstYear.currencies':
    'Los pedidos anteriores están en otra moneda: falta lo que un cliente aporta en los primeros 12 meses.',
  'overview.check.marginMissing':
    'El {share, number, share} de los pedidos de los primeros 12 meses no tiene margen y cuenta como si no lo hubiera.',
  'overview.check.items.fit':
    'Las líneas suman lo mismo que los pedidos: el {early, number, share} antes y el {late, number, share} después.',
  'overview.check.items.off':
    'Las líneas suman el {early, number, share} de lo que trajeron los pedidos antes y el {late, number, share} después; el resto (envío, cupones, pedidos sin líneas) va como parte aparte.',
  'overview.check.items.unusable':
    'Las líneas suman el {early, number, share} de lo que trajeron los pedidos antes y el {late, number, share} después. Fuera de entre {least, number, share0} y {most, number, share0} no explican el pedido medio, así que faltan sus partes.',
  'overview.check.baselineEmpty':
    'La línea base del {from, date, medium} al {to, date, medium} no tiene compras en estos datos: no se compara nada con ella.',
  'overview.check.baseline.intact':
    'Línea base congelada el {frozenAt, date, medium} y sin cambios desde entonces; el SHA-256 empieza por {hash}. Sus valores salen hoy iguales.',
  'overview.check.baseline.filtered':
    'Línea base congelada el {frozenAt, date, medium} y sin cambios desde entonces; el SHA-256 empieza por {hash}. Se selló para todos los clientes: con una condición sobre los clientes no se comparan sus valores.',
  'overview.check.baseline.broken':
    'La línea base congelada el {frozenAt, date, medium} no encaja con su sello (el SHA-256 empieza por {hash}): ha sido alterada. No hay que fiarse de ella; conviene congelar otra.',
  'overview.check.baseline.changed':
    'Línea base congelada el {frozenAt, date, medium}; el SHA-256 empieza por {hash}. Los datos han cambiado desde entonces: {metric} era {sealed} y hoy sale {now}{count, plural, one {} other {; difieren # valores en total}}.',
  'overview.check.baseline.other':
    'El intervalo del {from, date, medium} al {to, date, medium} no es la línea base congelada, que se congeló el {frozenAt, date, medium} y va del {frozenFrom, date, medium} al {frozenTo, date, medium} (el SHA-256 empieza por {hash}).',

  'overview.step.range': 'Todo se cuenta del {from, date, medium} al {to, date, medium}, ambos días incluidos.',
  'overview.step.where': 'Solo clientes con {where}.',
  'overview.step.purchases':
    'Una compra es un pedido de total cero o más que no se ha anulado; las líneas con el mismo número de pedido, o el mismo cliente y momento, son un solo pedido.',
  'overview.step.revenue':
    'Los ingresos son lo que trajeron las compras menos devoluciones y anulaciones, cada cosa en su fecha.',
  'overview.step.average': 'El pedido medio es lo que trajeron las compras, antes de devoluciones, entre su número.',
  'overview.step.repeat':
    'Clientes con más de una compra: de los que compraron en el intervalo, la parte que al final llevaba al menos dos compras, contadas también las anteriores.',
  'overview.step.retention':
    'Retención: de los clientes activos en {period, select, week {una semana completa} month {un mes completo} other {un trimestre completo}}, la parte que vuelve a estar activa en {period, select, week {la siguiente completa} month {el siguiente completo} other {el siguiente completo}}, con todos esos pares del intervalo juntos.',
  'overview.step.nps':
    'NPS: parte de notas 9 y 10 menos parte de notas de 0 a 6, por 100. De quien respondió varias veces cuenta la última respuesta del intervalo; una respuesta sin cliente cuenta por sí sola.',
  'overview.step.acquisition':
    'Coste en medios por cliente nuevo: costes de la categoría «media» del intervalo, sin los de iniciativas que se prueban con algunos clientes, entre los clientes cuya primera compra cae en él.',
  'overview.step.firstYear':
    'Primeros 12 meses: {byMargin, select, margin {margen} other {ingresos}} de un cliente en los 365 días desde la primera compra, descontadas las devoluciones, con todos los clientes llegados 365 días o más antes del final del intervalo, también los anteriores a su comienzo. Es lo observado, no una previsión.',
  'overview.step.ratio':
    'Primeros 12 meses por coste en medios: lo uno entre lo otro. El coste está contado, así que el intervalo es el de los primeros 12 meses.',
  'overview.step.comparison':
    'Se compara del {from, date, medium} al {to, date, medium} con del {baselineFrom, date, medium} al {baselineTo, date, medium}. Los totales van por día, para que se puedan comparar intervalos de distinta longitud; donde el intervalo pisa la línea base, solo se compara lo posterior a ella.',
  'overview.step.items':
    'El pedido medio del {from, date, medium} al {to, date, medium} frente al del {beforeFrom, date, medium} al {beforeTo, date, medium}, según las líneas de los pedidos: unidades por pedido, precios de los mismos productos y mezcla de productos. Un producto vendido en uno solo de los intervalos cuenta como mezcla.',
  'overview.method.counts': 'Recuentos completos del registro, sin intervalo',
  'overview.method.nps': 'NPS con su intervalo de puntuación (score)',
  'overview.method.npsChange': 'Cambio del NPS: los intervalos de ambos, al cuadrado y sumados (método 10)',
  'overview.method.firstYear': 'Media con intervalo t para otros clientes como estos',
  'overview.method.items': 'Descomposición de un cambio con pesos del punto medio',
  'overview.assumption.first': 'La primera compra del registro es la primera que hizo el cliente.',
  'overview.assumption.nps': 'Quienes respondieron son como quienes no.',
  'overview.assumption.acquisition':
    'Los costes en medios son lo que trae a los clientes nuevos, a todos y en el mismo intervalo.',
  'overview.assumption.firstYear': 'Lo que aporta cada cliente no depende de los demás.',
  'overview.assumption.revenue':
    'No hay margen en las correspondencias: los primeros 12 meses son ingresos, y un cociente por encima de 1 no dice que los medios compensen.',

  'overview.chart.revenue': 'Ingresos por {period, select, week {semana} month {mes} other {trimestre}}',
  'overview.chart.revenue.subtitle':
    'Compras menos devoluciones.{periods, select, complete {} other { Más claro: sin completar.}}',
  'overview.chart.customers': 'Clientes que compran, nuevos y conocidos',
  'overview.chart.customers.subtitle':
    'Nuevos: primera compra de todas. {periods, select, complete {Solo periodos completos.} other {A trazos: no hay dos periodos completos.}}',
  'overview.chart.averageOrder': 'Pedido medio',
  'overview.chart.averageOrder.subtitle':
    'Lo que trajeron las compras entre su número. {periods, select, complete {Solo periodos completos.} other {A trazos: no hay dos periodos completos.}}',
  'overview.chart.change':
    'El pedido medio {direction, select, more {subió {change, number, money}} less {bajó {change, number, money}} other {no cambió}}',
  'overview.chart.change.subtitle':
    'Del {from, date, medium} al {to, date, medium} frente a del {beforeFrom, date, medium} al {beforeTo, date, medium}: {after, number, money} tras {before, number, money}. Las partes suman exactamente el cambio.',
  'overview.chart.retention':
    'Clientes de {period, select, week {una semana} month {un mes} other {un trimestre}} que vuelven a comprar en {period, select, week {la siguiente} month {el siguiente} other {el siguiente}}',
  'overview.chart.retention.subtitle': 'Parte de los activos en el periodo anterior. Solo periodos completos.',
  'overview.chart.nps': 'Índice de recomendación (NPS)',
  'overview.chart.nps.subtitle': 'De −100 a 100, con intervalos al {level, number, share0}.',
  'overview.chart.comparison': 'Frente a la línea base',
  'overview.chart.comparison.subtitle':
    'Del {from, date, medium} al {to, date, medium}, respecto a del {baselineFrom, date, medium} al {baselineTo, date, medium}. Totales por día.',
  'overview.chart.baseline': 'línea base',
  'overview.chart.partial': 'sin completar',
  'overview.chart.new': 'nuevos',
  'overview.chart.returning': 'conocidos',
  'overview.chart.from-to': '{before} → {after}',

  'overview.column.period': 'Periodo',
  'overview.column.complete': 'Completo',
  'overview.column.customers': 'Clientes',
  'overview.column.newCustomers': 'Clientes nuevos',
  'overview.column.orders': 'Pedidos',
  'overview.column.revenue': 'Ingresos',
  'overview.column.averageOrder': 'Pedido medio',
  'overview.column.repeatShare': 'Más de una compra',
  'overview.column.retention': 'Retención',
  'overview.column.answers': 'Respuestas',
  'overview.column.nps': 'NPS medido',
  'overview.column.nps_low': 'Mínimo',
  'overview.column.nps_high': 'Máximo',
  'overview.column.baseline': 'Línea base',
  'overview.column.metric': 'Métrica',
  'overview.column.unit': 'Unidad',
  'overview.column.value': 'Valor',
  'overview.column.change': 'Cambio',
  'overview.column.changeRelative': 'Cambio relativo',
  'overview.column.changeLow': 'Cambio, mínimo',
  'overview.column.changeHigh': 'Cambio, máximo',
  'overview.column.component': 'Parte',
  'overview.column.contribution': 'Contribución',
  'overview.column.before': 'Antes',
  'overview.column.after': 'Después',
  'overview.compared.revenuePerDay': 'Ingresos por día',
  'overview.compared.ordersPerDay': 'Pedidos por día',
  'overview.compared.newCustomersPerDay': 'Clientes nuevos por día',
  'overview.compared.customersPerPeriod': 'Clientes por {period, select, week {semana} month {mes} other {trimestre}}',
  'overview.compared.averageOrder': 'Pedido medio',
  'overview.compared.repeatShare': 'Más de una compra',
  'overview.compared.retention': 'Retención',
  'overview.compared.nps': 'Índice de recomendación (NPS)',
  'overview.compared.acquisitionCost': 'Coste en medios por cliente nuevo',
  'overview.unit.money': 'dinero',
  'overview.unit.share': 'parte (1 = 100 %)',
  'overview.unit.customers': 'clientes',
  'overview.unit.points': 'puntos',
  'overview.unit.number': 'número',
  'overview.component.items': 'Unidades por pedido',
  'overview.component.price': 'Precios',
  'overview.component.mix': 'Mezcla de productos',
  'overview.component.other': 'Fuera de los productos',

  'overview.more': 'Más métricas',
  'overview.baseline.title': 'Línea base',
  'overview.baseline.none': 'Aún no se ha congelado ninguna línea base.',
  'overview.baseline.frozen':
    'Del {from, date, medium} al {to, date, medium}, congelada el {frozenAt, date, medium}. El SHA-256 empieza por {hash}.',
  'overview.freeze': 'Congelar una línea base',
  'overview.freeze.text':
    'Los valores de este intervalo quedan escritos con la fecha de hoy y un sello. Una línea base congelada no se puede mover, editar ni deshacer; solo se puede añadir otra más nueva.',
  'overview.freeze.from': 'Primer día',
  'overview.freeze.to': 'Primer día que ya no entra',
  'overview.freeze.confirm': 'Congelar para siempre',
  'overview.freeze.reversed': 'El final tiene que ser posterior al primer día.',

  'pin.title': 'Estrella polar',
  'pin.hint': 'Conviene fijar de tres a cinco métricas que digan si los clientes encuentran lo que buscan.',
  'pin.few':
    '{missing, plural, one {Falta fijar una} other {Faltan # por fijar}}: de tres a cinco métricas bastan para llevar el rumbo.',
  'pin.add': 'Fijar «{metric}»',
  'pin.remove': 'Soltar «{metric}»',
  'pin.full': 'Ya hay cinco métricas fijadas; antes hay que soltar una',
  'pin.target': 'Objetivo',
  'pin.target.of': 'Objetivo de «{metric}»{unit, select, share {, en tanto por ciento} other {}}',
  'pin.target.invalid': 'Hace falta un número.',
  'pin.reached': 'Objetivo de {target} alcanzado',
  'pin.above': 'un {share, number, share0} por encima del objetivo de {target}',
  'pin.below': 'un {share, number, share0} por debajo del objetivo de {target}',
  'pin.away': 'a {distance} del objetivo de {target}',
  'pin.absent': 'no está en esta respuesta',
  'table.overview.trend': 'Periodos',
  'table.overview.comparison': 'Frente a la línea base',
  'table.overview.averageOrder': 'Cambio del pedido medio',
};
