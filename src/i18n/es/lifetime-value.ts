import type { lifetimeValue as english } from '../en/lifetime-value.ts';

export const lifetimeValue: Record<keyof typeof english, string> = {
  'question.lifetime-value.title': 'Valor de vida',
  'question.lifetime-value.about': '¿Cuánto comprará todavía cada cliente y cuánto vale eso?',
  'phase.reading-purchases': 'Leyendo las compras',
  'phase.fitting-purchases': 'Ajustando los modelos',
  'phase.simulating-customers': 'Simulando el futuro de los clientes',
  'parameter.model': 'Modelo',
  'parameter.model.help': 'Con qué se describen las compras. «Automático» usa BG/NBD, y la respuesta lo dice.',
  'parameter.model.choice.auto': 'Automático',
  'parameter.model.choice.bg-nbd': 'BG/NBD',
  'parameter.timeUnit': 'Unidad de tiempo',
  'parameter.timeUnit.help':
    'El horizonte, la recencia y la antigüedad de los clientes van en esta unidad. Un mes son 30,4 días.',
  'parameter.timeUnit.choice.day': 'Día',
  'parameter.timeUnit.choice.week': 'Semana',
  'parameter.timeUnit.choice.month': 'Mes',
  'parameter.observationEnd': 'Fin de la observación',
  'parameter.observationEnd.help':
    'Los modelos ven las compras hasta este día inclusive; las posteriores los ponen a prueba. Vacío: el último día de los datos.',
  'parameter.horizon': 'Horizonte',
  'parameter.horizon.help': 'Hasta dónde mirar hacia delante, en unidades de tiempo.',
  'parameter.discountRateAnnual': 'Tasa de descuento anual',
  'parameter.discountRateAnnual.help':
    '0,1 significa que el dinero de dentro de un año se descuenta al 10 % anual compuesto.',
  'parameter.margin': 'Margen',
  'parameter.margin.help':
    'Parte de los ingresos que queda, de 0 a 1. Con 1, el valor son ingresos antes de devoluciones.',
  'estimate.lifetime-value.totalValue': 'Valor esperado',
  'estimate.lifetime-value.valueAhead': 'Valor que llegará',
  'estimate.lifetime-value.expectedPurchases': 'Compras esperadas',
  'estimate.lifetime-value.purchasesAhead': 'Compras que llegarán',
  'estimate.lifetime-value.actualPurchases': 'Compras contadas después',
  'estimate.lifetime-value.expectedHoldout': 'Esperadas en ese mismo tiempo',
  'estimate.lifetime-value.meanPAlive': 'P(activo) media',
  'estimate.lifetime-value.customers': 'Clientes',
  'estimate.lifetime-value.repeatCustomers': 'Clientes que repitieron',
  'estimate.lifetime-value.repeatPurchases': 'Compras repetidas',
  'estimate.lifetime-value.r': 'r, forma de las tasas de compra',
  'estimate.lifetime-value.alpha': 'α, escala de las tasas de compra',
  'estimate.lifetime-value.a': 'a, de las probabilidades de abandono',
  'estimate.lifetime-value.b': 'b, de las probabilidades de abandono',
  'estimate.lifetime-value.logLikelihood': 'Log-verosimilitud de BG/NBD',
  'estimate.lifetime-value.p': 'p, forma de los importes',
  'estimate.lifetime-value.q': 'q, dispersión entre clientes',
  'estimate.lifetime-value.v': 'v, escala de los importes',
  'estimate.lifetime-value.gammaLogLikelihood': 'Log-verosimilitud de Gamma-Gamma',
  'lifetime-value.verdict':
    'En {timeUnit, select, day {{horizon, plural, one {el próximo día} other {los próximos # días}}} month {{horizon, plural, one {el próximo mes} other {los próximos # meses}}} other {{horizon, plural, one {la próxima semana} other {las próximas # semanas}}}}, sus {customers, number, integer} clientes valen <k>{value, number, money0}</k>: unas {purchases, number, integer} compras, y el {topTenth, number, share0} del valor está en la décima parte mejor.',
  'lifetime-value.verdict.purchases':
    'En {timeUnit, select, day {{horizon, plural, one {el próximo día} other {los próximos # días}}} month {{horizon, plural, one {el próximo mes} other {los próximos # meses}}} other {{horizon, plural, one {la próxima semana} other {las próximas # semanas}}}}, sus {customers, number, integer} clientes harán unas <k>{purchases, number, integer}</k> compras; cuánto valen no puede decirse con estos datos.',
  'lifetime-value.eligibility.value':
    'Entre {low, number, money0} y {high, number, money0} (intervalo de credibilidad del {level, number, share0}, solo parámetros); {customers, number, integer} clientes, {repeatCustomers, number, integer} repitieron; del {first, date, medium} al {last, date, medium}',
  'lifetime-value.eligibility.purchases':
    'Entre {low, number, integer} y {high, number, integer} compras (intervalo de credibilidad del {level, number, share0}, solo parámetros); {customers, number, integer} clientes, {repeatCustomers, number, integer} repitieron; del {first, date, medium} al {last, date, medium}',
  'lifetime-value.refused.no-purchases': 'Ningún cliente hizo su primera compra antes del fin de la observación.',
  'lifetime-value.refused.no-purchases.remedy':
    'Elija un fin de observación posterior, amplíe el periodo o la condición sobre los clientes, o revise qué columnas tienen las fechas y los importes.',
  'lifetime-value.refused.no-repeat-purchases':
    'Los {customers, number, integer} clientes compraron una sola vez: nada indica con qué frecuencia vuelven.',
  'lifetime-value.refused.no-repeat-purchases.remedy':
    'Aporte datos de un periodo más largo. Si los clientes sí vuelven, compruebe que la columna de cliente identifica a personas y no a pedidos.',
  'lifetime-value.refused.too-few-customers':
    'Hay {customers, plural, one {# cliente} other {# clientes}}, de los que {repeatCustomers, number, integer} repitieron. Son muy pocos para distinguir unos de otros: hacen falta al menos {customersNeeded, number, integer}, de ellos {repeatNeeded, number, integer} con alguna compra repetida.',
  'lifetime-value.refused.too-few-customers.remedy':
    'Aporte más clientes o un periodo más largo, o amplíe el periodo o la condición sobre los clientes.',
  'lifetime-value.refused.no-convergence':
    'El modelo de {customers, number, integer} clientes no tiene parámetros óptimos: las compras no muestran cómo abandonan los clientes o en qué se diferencian.',
  'lifetime-value.refused.no-convergence.remedy':
    'Ocurre cuando casi todos siguen comprando, cuando todos compran igual (suscripciones) o cuando el tiempo observado es corto. Aporte un periodo más largo o elija un inicio anterior.',
  'lifetime-value.check.convergence.passed':
    '{agreeing} de {starts} inicios llegaron al mismo máximo; el gradiente allí es {gradientNorm}.',
  'lifetime-value.check.convergence.warned':
    '{agreeing} de {starts} inicios llegaron al mismo máximo; el gradiente allí es {gradientNorm}. Puede que el ajuste no sea el mejor.',
  'lifetime-value.check.condition-number.passed':
    'Los parámetros se distinguen entre sí (número de condición {value, number, integer}).',
  'lifetime-value.check.condition-number.warned':
    'Algunos parámetros apenas se distinguen (número de condición {value, number, compact}): fíese más de los totales que de cada parámetro.',
  'lifetime-value.check.sample-size.passed':
    'Repitieron {repeatCustomers, number, integer} de {customers, number, integer} clientes.',
  'lifetime-value.check.sample-size.warned':
    'Solo repitieron {repeatCustomers, number, integer} de {customers, number, integer} clientes. Por debajo de {limit, number, integer} los intervalos son aproximados.',
  'lifetime-value.check.calibration-length.passed':
    'Se observó a los clientes hasta {longest, number, decimal} {timeUnit, select, day {días} month {meses} other {semanas}}; quienes repitieron lo hicieron cada {meanGap, number, decimal} {timeUnit, select, day {días} month {meses} other {semanas}} de media.',
  'lifetime-value.check.calibration-length.warned':
    'Solo se observó a los clientes hasta {longest, number, decimal} {timeUnit, select, day {días} month {meses} other {semanas}}, menos de {limit, number, integer} veces los {meanGap, number, decimal} {timeUnit, select, day {días} month {meses} other {semanas}} entre compras: el abandono apenas se ve.',
  'lifetime-value.check.horizon.passed':
    'El horizonte de {horizon, number, decimal} {timeUnit, select, day {días} month {meses} other {semanas}} no supera el doble del tiempo observado.',
  'lifetime-value.check.horizon.warned':
    'El horizonte de {horizon, number, decimal} {timeUnit, select, day {días} month {meses} other {semanas}} supera el doble de los {longest, number, decimal} {timeUnit, select, day {días} month {meses} other {semanas}} observados: a lo lejos solo se apoya en el modelo.',
  'lifetime-value.check.data-end.warned':
    'El fin de la observación, {observationEnd, date, medium}, es posterior a la última compra, {lastDate, date, medium}: los días intermedios cuentan como días sin compras.',
  'lifetime-value.check.repeat-distribution.passed':
    'El modelo asigna un número equivocado de compras repetidas al {misplaced, number, share} de los clientes.',
  'lifetime-value.check.repeat-distribution.warned':
    'El modelo asigna un número equivocado de compras repetidas al {misplaced, number, share} de los clientes, más del {limit, number, share0}: describe mal a estos clientes.',
  'lifetime-value.check.holdout.passed':
    'Tras el fin de la observación se esperaban {expected, number, integer} compras (de {low, number, integer} a {high, number, integer}) y se contaron {actual, number, integer}.',
  'lifetime-value.check.holdout.warned':
    'Tras el fin de la observación se esperaban {expected, number, integer} compras (de {low, number, integer} a {high, number, integer}) y se contaron {actual, number, integer}: el modelo queda un {miss, number, share0} por {side, select, below {debajo} other {encima}}. Algo cambió que no conoce, como la temporada o las campañas.',
  'lifetime-value.check.spend-independence.passed':
    'La frecuencia de compra apenas dice cuánto se gasta cada vez (correlación de rangos {correlation, number, decimal}).',
  'lifetime-value.check.spend-independence.warned':
    'Quienes compran más a menudo también gastan distinto cada vez (correlación de rangos {correlation, number, decimal}): el valor de los compradores frecuentes es menos seguro de lo que dice su intervalo. A partir de {refusal, number, decimal} no se valora en dinero.',
  'lifetime-value.check.spend-independence.failed':
    'No se valora en dinero: la frecuencia de compra dice mucho sobre el gasto de cada vez (correlación de rangos {correlation, number, decimal}, límite {limit, number, decimal}), algo que el modelo de gasto excluye. Las compras no se ven afectadas.',
  'lifetime-value.check.spend-independence.unknown':
    'No se puede saber si quienes compran más a menudo gastan distinto: todos los que repitieron lo hicieron las mismas veces o gastaron lo mismo.',
  'lifetime-value.check.spend-currencies.failed':
    'No se valora en dinero: los importes están en {currencies} y no se pueden sumar. Las compras no se ven afectadas.',
  'lifetime-value.check.spend-sample.failed':
    'No se valora en dinero: solo {spenders, plural, one {# cliente con compras repetidas gastó} other {# clientes con compras repetidas gastaron}} algo y hacen falta {limit, number, integer}.',
  'lifetime-value.check.spend-convergence.passed':
    'El modelo de gasto se ajustó: {agreeing} de {starts} inicios llegaron al mismo máximo; el gradiente allí es {gradientNorm}.',
  'lifetime-value.check.spend-convergence.warned':
    'El modelo de gasto está poco determinado: {agreeing} de {starts} inicios llegaron al mismo máximo; el gradiente allí es {gradientNorm}. El número de condición es {conditionNumber, number, compact}.',
  'lifetime-value.check.spend-convergence.no-fit':
    'No se valora en dinero: los importes varían demasiado poco, o con demasiada regularidad, para el modelo de gasto. Las compras no se ven afectadas.',
  'lifetime-value.check.spend-convergence.infinite-mean':
    'No se valora en dinero: los importes son tan desiguales que no hay un gasto medio fiable (q no supera claramente 1). Las compras no se ven afectadas.',
  'lifetime-value.check.spend-zero.warned':
    '{withoutAmount, plural, one {# cliente repitió con importe cero; sus importes se dejan fuera y recibe} other {# clientes repitieron con importe cero; sus importes se dejan fuera y reciben}} la media de todos. {spenders, plural, one {Queda #} other {Quedan #}}.',
  'lifetime-value.check.returns-share.passed':
    'De lo que pagaron estos clientes, el {share, number, share} se devolvió; los valores no lo descuentan.',
  'lifetime-value.check.returns-share.warned':
    'De lo que pagaron estos clientes, el {share, number, share} se devolvió, un {limit, number, share0} o más: los valores no lo descuentan, así que queda menos.',
  'lifetime-value.step.summary':
    'Para cada uno de los {customers, number, integer} clientes hasta el {observationEnd, date, medium}: número de compras repetidas (un día es una compra), momento de la última y tiempo observado, en {timeUnit, select, day {días} month {meses} other {semanas}}.',
  'lifetime-value.step.from':
    'Solo clientes cuya primera compra fue el {from, date, medium} o después, para que cada historia esté completa; {earlierCustomers, number, integer} anteriores quedan fuera.',
  'lifetime-value.step.holdout':
    'Las compras desde entonces hasta el {lastDate, date, medium} ({holdout, number, decimal} {timeUnit, select, day {días} month {meses} other {semanas}}) se reservan para poner a prueba los modelos.',
  'lifetime-value.step.fit':
    'BG/NBD por máxima verosimilitud, en logaritmos y tiempo reescalado, desde {starts} inicios; coinciden {agreeing}. Gradiente {gradientNorm}, número de condición {conditionNumber, number, compact}. Errores estándar de la hessiana observada.',
  'lifetime-value.step.spending':
    'Gamma-Gamma por máxima verosimilitud sobre el importe medio de las compras repetidas de {spenders, plural, one {# cliente} other {# clientes}}.',
  'lifetime-value.step.noSpending': 'Sin modelo de gasto: véanse las comprobaciones.',
  'lifetime-value.step.expectation':
    'Compras esperadas en {timeUnit, select, day {{horizon, plural, one {el próximo día} other {los próximos # días}}} month {{horizon, plural, one {el próximo mes} other {los próximos # meses}}} other {{horizon, plural, one {la próxima semana} other {las próximas # semanas}}}} según la historia de cada cliente: P(activo) por la esperanza mientras sigue activo.',
  'lifetime-value.step.value':
    'Valor: compras esperadas por importe esperado por el margen {margin, number, decimal}, cada compra descontada desde su momento al {discountRateAnnual, number, share} anual.',
  'lifetime-value.step.simulation':
    '{draws, number, integer} simulaciones del futuro de cada cliente: parámetros, abandono, compras e importes.',
  'lifetime-value.method.purchases': 'BG/NBD: compras y abandono',
  'lifetime-value.method.spending': 'Gamma-Gamma: importes',
  'lifetime-value.method.fit': 'Máxima verosimilitud por el método de Newton, Nelder–Mead donde falla',
  'lifetime-value.assumption.rates':
    'Mientras está activo, un cliente compra al azar con una tasa propia; las tasas siguen una distribución gamma.',
  'lifetime-value.assumption.dropout':
    'Tras cada compra repetida el cliente puede irse para siempre, con una probabilidad propia; estas siguen una distribución beta.',
  'lifetime-value.assumption.alive':
    'La P(activo) de quien compró una sola vez es 1 por construcción. Se muestra, y nunca se usa para ordenar quién está a punto de irse.',
  'lifetime-value.assumption.spending':
    'Los importes varían en torno a la media propia de cada cliente, que no depende de su frecuencia de compra.',
  'lifetime-value.assumption.returns':
    'Las devoluciones no se descuentan: los valores son lo que aportan las compras antes de ellas.',
  'lifetime-value.assumption.stationary': 'El futuro es como el pasado: sin temporadas, campañas ni cambios de precio.',
  'lifetime-value.assumption.intervals':
    'Los intervalos de credibilidad dicen con qué precisión se conoce una esperanza: solo varían los parámetros. Los de predicción dicen qué ocurrirá: varían parámetros, abandono, compras e importes. El de un cliente empieza en cero cuando es probable que no compre, y ahí cubre al menos su nivel.',
  'lifetime-value.assumption.newCustomers': 'Los clientes que aún no han llegado no se cuentan.',
  'lifetime-value.chart.tracking': 'Compras repetidas, contadas y esperadas',
  'lifetime-value.chart.tracking.holdout':
    'Esperadas {expected, number, integer}, contadas {actual, number, integer} tras el fin de la observación',
  'lifetime-value.chart.tracking.subtitle':
    'Compras repetidas acumuladas de estos clientes; la banda es el intervalo de predicción del {level, number, share0}',
  'lifetime-value.chart.tracking.actual': 'contadas',
  'lifetime-value.chart.tracking.expected': 'modelo',
  'lifetime-value.chart.tracking.forecast': 'pronóstico',
  'lifetime-value.chart.tracking.end': 'fin de la observación',
  'lifetime-value.chart.tracking.interval': 'intervalo de predicción del {level, number, share0}',
  'lifetime-value.chart.matrix': 'Quién comprará cuánto',
  'lifetime-value.chart.matrix.subtitle':
    'Compras esperadas en {timeUnit, select, day {{horizon, plural, one {el próximo día} other {los próximos # días}}} month {{horizon, plural, one {el próximo mes} other {los próximos # meses}}} other {{horizon, plural, one {la próxima semana} other {las próximas # semanas}}}}, para un cliente observado todo el tiempo',
  'lifetime-value.chart.matrix.frequency': 'compras repetidas',
  'lifetime-value.chart.matrix.recency':
    'última compra, {timeUnit, select, day {días} month {meses} other {semanas}} tras la primera',
  'lifetime-value.chart.matrix.expected': 'Compras esperadas',
  'lifetime-value.chart.matrix.alive': 'P(activo)',
  'lifetime-value.chart.matrix.customers': 'Clientes así',
  'lifetime-value.chart.repeatPurchases': '¿Se ajusta el modelo?',
  'lifetime-value.chart.repeatPurchases.subtitle':
    'Clientes por número de compras repetidas, contados y esperados; bigotes: intervalo de predicción del {level, number, share0}',
  'lifetime-value.chart.repeatPurchases.purchases': 'compras repetidas',
  'lifetime-value.chart.repeatPurchases.orMore': '{purchases}+',
  'lifetime-value.chart.repeatPurchases.actual': 'contados',
  'lifetime-value.chart.repeatPurchases.expected': 'esperados',
  'lifetime-value.chart.decile': 'La mejor décima parte vale {value, number, money} por cliente',
  'lifetime-value.chart.decile.subtitle':
    'Valor por cliente en {timeUnit, select, day {{horizon, plural, one {el próximo día} other {los próximos # días}}} month {{horizon, plural, one {el próximo mes} other {los próximos # meses}}} other {{horizon, plural, one {la próxima semana} other {las próximas # semanas}}}}, por décimas partes; bigotes: intervalo de predicción del {level, number, share0} para la media de cada una',
  'lifetime-value.chart.decile.purchases':
    'La mejor décima parte hará {purchases, number, decimal} compras por cliente',
  'lifetime-value.chart.decile.purchases.subtitle':
    'Compras por cliente en {timeUnit, select, day {{horizon, plural, one {el próximo día} other {los próximos # días}}} month {{horizon, plural, one {el próximo mes} other {los próximos # meses}}} other {{horizon, plural, one {la próxima semana} other {las próximas # semanas}}}}, por décimas partes; bigotes: intervalo de predicción del {level, number, share0} para la media de cada una',
  'lifetime-value.chart.decile.plain': 'Lo que aportará cada décima parte de los clientes',
  'lifetime-value.chart.concentration.plain': 'Cuánto reúnen los mejores clientes',
  'lifetime-value.chart.decile.label': 'Décima parte {decile}',
  'lifetime-value.chart.decile.axis': 'décimas partes de los clientes, primero las de más valor',
  'lifetime-value.chart.decile.value': 'Esperado, por cliente',
  'lifetime-value.chart.decile.interval': 'Intervalo de predicción del {level, number, share0}',
  'lifetime-value.chart.decile.customers': 'Clientes',
  'lifetime-value.chart.concentration': 'El mejor quinto de los clientes tiene el {share, number, share0} del valor',
  'lifetime-value.chart.concentration.purchases':
    'El mejor quinto de los clientes hará el {share, number, share0} de las compras',
  'lifetime-value.chart.concentration.subtitle': 'Parte que tienen los mejores clientes, ordenados de mejor a peor',
  'lifetime-value.chart.concentration.subtitle.actual':
    'Parte que tienen los mejores clientes, de mejor a peor; contado: su parte de las compras tras el fin de la observación',
  'lifetime-value.chart.concentration.expected': 'esperado',
  'lifetime-value.chart.concentration.actual': 'contado',
  'lifetime-value.chart.concentration.equal': 'todos iguales',
  'lifetime-value.chart.concentration.customers': 'parte de los clientes',
  'lifetime-value.table.customers': 'Clientes',
  'lifetime-value.table.customers.subtitle':
    'Mínimo y máximo: intervalo de predicción del {level, number, share0} de lo que aportará el cliente. La P(activo) de quien compró una vez es 1 por construcción; no ordena quién está a punto de irse.',
  'lifetime-value.table.parameters': 'Parámetros de los modelos',
  'lifetime-value.table.parameters.subtitle':
    'Máxima verosimilitud; mínimo y máximo: intervalo de confianza del {level, number, share0} a partir de la hessiana observada',
  'lifetime-value.column.customer_id': 'Cliente',
  'lifetime-value.column.frequency': 'Compras repetidas',
  'lifetime-value.column.recency':
    'Última compra, en {timeUnit, select, day {días} month {meses} other {semanas}} tras la primera',
  'lifetime-value.column.T': 'Observado, {timeUnit, select, day {días} month {meses} other {semanas}}',
  'lifetime-value.column.monetary_value': 'Importe medio repetido',
  'lifetime-value.column.p_alive': 'P(activo)',
  'lifetime-value.column.expected_purchases': 'Compras esperadas',
  'lifetime-value.column.expected_spend': 'Importe esperado',
  'lifetime-value.column.clv': 'Valor',
  'lifetime-value.column.clv_low': 'Valor, mínimo',
  'lifetime-value.column.clv_high': 'Valor, máximo',
  'lifetime-value.column.actual_purchases': 'Contadas después',
  'lifetime-value.column.parameter': 'Parámetro',
  'lifetime-value.column.estimate': 'Estimación',
  'lifetime-value.column.standard_error': 'Error estándar',
  'lifetime-value.column.low': 'Mínimo',
  'lifetime-value.column.high': 'Máximo',
  'lifetime-value.column.date': 'Fecha',
  'lifetime-value.column.phase': 'Fase',
  'lifetime-value.column.t': 'Tiempo',
  'lifetime-value.column.actual': 'Contado',
  'lifetime-value.column.expected': 'Esperado',
  'lifetime-value.column.forecast': 'Pronóstico',
  'lifetime-value.column.forecast_low': 'Pronóstico, mínimo',
  'lifetime-value.column.forecast_high': 'Pronóstico, máximo',
  'lifetime-value.column.decile': 'Décima parte',
  'lifetime-value.column.customers': 'Clientes',
  'lifetime-value.column.purchases_low': 'Compras, mínimo',
  'lifetime-value.column.purchases_high': 'Compras, máximo',
  'lifetime-value.column.value': 'Valor de la décima parte',
  'lifetime-value.column.value_low': 'Valor de la décima parte, mínimo',
  'lifetime-value.column.value_high': 'Valor de la décima parte, máximo',
  'lifetime-value.column.expected_low': 'Esperado, mínimo',
  'lifetime-value.column.expected_high': 'Esperado, máximo',
  'lifetime-value.column.purchases': 'Compras repetidas',
  'lifetime-value.column.or_more': 'O más',
  'lifetime-value.column.share_customers': 'Parte de los clientes',
  'lifetime-value.column.share_expected': 'Parte esperada',
  'lifetime-value.column.share_actual': 'Parte contada',
  'table.lifetime-value.customers': 'Clientes',
  'table.lifetime-value.tracking': 'Compras en el tiempo',
  'table.lifetime-value.decile': 'Décimas partes por valor',
  'table.lifetime-value.matrix': 'Compras esperadas por frecuencia y recencia',
  'table.lifetime-value.repeatPurchases': 'Clientes por compras repetidas',
  'table.lifetime-value.concentration': 'Concentración del valor',
  'table.lifetime-value.parameters': 'Parámetros de los modelos',
};
