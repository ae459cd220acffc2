import type { cohortRetention as en } from '../en/cohort-retention.ts';

export const cohortRetention: Record<keyof typeof en, string> = {
  'question.cohort-retention.title': 'Cohortes',
  'question.cohort-retention.about': 'De los clientes que llegan en un mes, ¿quiénes vuelven a comprar?',
  'parameter.period': 'Periodo',
  'parameter.period.help': 'Los clientes se agrupan por el periodo de su primera compra y se siguen periodo a periodo.',
  'parameter.period.choice.week': 'Semana',
  'parameter.period.choice.month': 'Mes',
  'parameter.period.choice.quarter': 'Trimestre',
  'parameter.measure': 'Medida',
  'parameter.measure.help': 'Lo que se sigue de un periodo a otro.',
  'parameter.measure.choice.customers': 'Clientes que compran',
  'parameter.measure.choice.orders': 'Pedidos',
  'parameter.measure.choice.revenue': 'Ingresos',
  'parameter.measure.choice.cumulativeRevenuePerCustomer': 'Ingresos acumulados por cliente',
  'parameter.groupBy': 'Comparar por',
  'parameter.groupBy.help':
    'Una columna de los clientes, o el canal, la tienda, el cupón o la moneda de la primera compra. Hasta cinco grupos; los pequeños se juntan.',
  'parameter.cohort-retention.from': 'Cohortes desde',
  'parameter.cohort-retention.from.help':
    'Solo clientes cuya primera compra sea de este día o posterior. Una primera compra anterior sigue contando como primera.',
  'parameter.cohort-retention.to': 'Hasta',
  'parameter.cohort-retention.to.help': 'Primer día que ya no se lee.',
  'estimate.cohort-retention.retention1': '1 periodo después',
  'estimate.cohort-retention.retention3': '3 periodos después',
  'estimate.cohort-retention.retention6': '6 periodos después',
  'estimate.cohort-retention.retention12': '12 periodos después',
  'estimate.cohort-retention.customers': 'Clientes',
  'estimate.cohort-retention.cohorts': 'Cohortes',
  'phase.counting': 'Contando',
  'cohorts.period.week': 'semana',
  'cohorts.period.month': 'mes',
  'cohorts.period.quarter': 'trimestre',
  'cohorts.verdict.customers':
    'El <k>{first, number, share0}</k> de los clientes nuevos vuelve a comprar {age, plural, one {en {period, select, week {la semana} month {el mes} other {el trimestre}} siguiente} other {# {period, select, week {semanas} month {meses} other {trimestres}} después}}.',
  'cohorts.verdict.customers.later':
    'El <k>{first, number, share0}</k> de los clientes nuevos vuelve a comprar {age, plural, one {{period, select, week {la semana} month {el mes} other {el trimestre}} siguiente} other {# {period, select, week {semanas} month {meses} other {trimestres}} después}}; a los {laterAge} {period, select, week {semanas} month {meses} other {trimestres}} de la primera compra lo hace el {later, number, share0}.',
  'cohorts.verdict.orders':
    'Los clientes nuevos hacen el <k>{first, number, share0}</k> de los pedidos de {period, select, week {su primera semana} month {su primer mes} other {su primer trimestre}} {age, plural, one {en el periodo siguiente} other {# {period, select, week {semanas} month {meses} other {trimestres}} después}}.',
  'cohorts.verdict.orders.later':
    'Los clientes nuevos hacen el <k>{first, number, share0}</k> de los pedidos de {period, select, week {su primera semana} month {su primer mes} other {su primer trimestre}} {age, plural, one {en el periodo siguiente} other {# {period, select, week {semanas} month {meses} other {trimestres}} después}}, y el {later, number, share0} al cabo de {laterAge} {period, select, week {semanas} month {meses} other {trimestres}}.',
  'cohorts.verdict.revenue':
    'Los clientes nuevos aportan el <k>{first, number, share0}</k> de los ingresos de {period, select, week {su primera semana} month {su primer mes} other {su primer trimestre}} {age, plural, one {en el periodo siguiente} other {# {period, select, week {semanas} month {meses} other {trimestres}} después}}.',
  'cohorts.verdict.revenue.later':
    'Los clientes nuevos aportan el <k>{first, number, share0}</k> de los ingresos de {period, select, week {su primera semana} month {su primer mes} other {su primer trimestre}} {age, plural, one {en el periodo siguiente} other {# {period, select, week {semanas} month {meses} other {trimestres}} después}}, y el {later, number, share0} al cabo de {laterAge} {period, select, week {semanas} month {meses} other {trimestres}}.',
  'cohorts.verdict.cumulativeRevenuePerCustomer':
    'Un cliente nuevo ha aportado <k>{first, number, money}</k> {age, plural, one {{period, select, week {una semana} month {un mes} other {un trimestre}}} other {# {period, select, week {semanas} month {meses} other {trimestres}}}} después de la primera compra.',
  'cohorts.verdict.cumulativeRevenuePerCustomer.later':
    'Un cliente nuevo ha aportado {first, number, money} {age, plural, one {{period, select, week {una semana} month {un mes} other {un trimestre}}} other {# {period, select, week {semanas} month {meses} other {trimestres}}}} después de la primera compra, y <k>{later, number, money}</k> al cabo de {laterAge}.',
  'cohorts.eligibility':
    '{customers, number} clientes en {cohorts, number} cohortes, del {from, date, medium} al {to, date, medium}; intervalos al {level, number, share0} para otras cohortes como estas',
  'cohorts.refusal.no-purchases': 'No hay compras que mirar.',
  'cohorts.refusal.no-purchases.remedy':
    'Amplíe el periodo o la condición sobre los clientes, o compruebe qué columna trae el importe.',
  'cohorts.refusal.bought-once': 'Los {customers, number} clientes compraron una sola vez: no volvió nadie.',
  'cohorts.refusal.bought-once.remedy':
    'Si no puede ser, compruebe que la columna de cliente identifique a personas y no a pedidos. Si es así, traiga datos de más tiempo.',
  'cohorts.refusal.no-cohorts': 'Ningún cliente compró por primera vez el {from, date, medium} o después.',
  'cohorts.refusal.no-cohorts.remedy': 'Elija un día anterior para las primeras cohortes.',
  'cohorts.refusal.one-cohort':
    'Todos los clientes llegaron en el mismo periodo ({period}, {cohort, date, medium}): hay una sola cohorte y nada que comparar.',
  'cohorts.refusal.one-cohort.remedy': 'Elija un periodo más corto o traiga datos de más tiempo.',
  'cohorts.refusal.too-short':
    'Los datos van del {from, date, medium} al {to, date, medium}: aún no ha pasado entero ningún periodo ({period}) tras una primera compra.',
  'cohorts.refusal.too-short.remedy': 'Elija un periodo más corto o traiga datos de más tiempo.',
  'cohorts.refusal.two-currencies': 'Los importes están en {currencies} y no se pueden sumar.',
  'cohorts.refusal.two-currencies.remedy':
    'Siga clientes o pedidos, que no necesitan dinero. O convierta los importes a una sola moneda con una expresión en las correspondencias y deje fuera la moneda.',
  'cohorts.refusal.no-revenue': 'No hay ingresos que seguir: las primeras compras no aportan nada.',
  'cohorts.refusal.no-revenue.remedy': 'Siga clientes o pedidos, o compruebe qué columna trae el importe.',
  'cohorts.check.unfinished':
    '{cells, plural, one {# celda está} other {# celdas están}} sin terminar: su periodo no había pasado cuando acaban los datos ({end, date, medium}). Van marcadas y fuera de las medias.',
  'cohorts.check.allFinished': 'Todos los periodos mostrados habían pasado cuando acaban los datos.',
  'cohorts.check.first':
    'La primera cohorte no es más grande de lo normal ({ratio, number, decimal} veces la mediana).',
  'cohorts.check.largeFirst':
    'La primera cohorte es {ratio, number, decimal} veces la mediana. Los clientes anteriores al {first, date, medium} parecen nuevos en ella; retrase «Cohortes desde» para dejarla fuera.',
  'cohorts.check.few':
    'La primera media se apoya en {cohorts, plural, one {una cohorte} other {# cohortes}}. Con tan pocas apenas se ve cuánto difieren; lea los intervalos con cautela.',
  'cohorts.check.single':
    'La primera media se apoya en {cohorts, number} cohortes. Desde la edad {from, number} solo queda una: sus valores se cuentan y no dicen nada de otras cohortes.',
  'cohorts.check.enough': 'La primera media se apoya en {cohorts, number} cohortes.',
  'cohorts.check.unassigned':
    '{rows, number} filas ({share, number, share}) no tienen cliente y no pertenecen a ninguna cohorte.',
  'cohorts.step.purchases':
    'Una compra es un pedido de total cero o más que no se ha anulado; las líneas con el mismo número de pedido, o el mismo cliente y momento, son un solo pedido.',
  'cohorts.step.where': 'Solo clientes con {where}.',
  'cohorts.step.cohort':
    'La cohorte de un cliente es {period, select, week {la semana} month {el mes} other {el trimestre}} de su primera compra en todo el registro.',
  'cohorts.step.from': 'Quedan fuera los clientes cuya primera compra es anterior al {from, date, medium}.',
  'cohorts.step.to': 'No se lee nada desde el {to, date, medium}.',
  'cohorts.step.measure.customers':
    'La retención a la edad n es la parte de los clientes de la cohorte con alguna compra en {period, select, week {la n-ésima semana} month {el n-ésimo mes} other {el n-ésimo trimestre}} posterior (no «hasta» ni «desde» entonces).',
  'cohorts.step.measure.orders': 'Pedidos a la edad n, también como parte de los que hizo la cohorte a la edad 0.',
  'cohorts.step.measure.revenue': 'Ingresos a la edad n, también como parte de los de la cohorte a la edad 0.',
  'cohorts.step.measure.cumulativeRevenuePerCustomer':
    'Ingresos desde la edad 0 hasta la n, entre todos los clientes de la cohorte.',
  'cohorts.step.returns':
    'Las devoluciones y anulaciones restan ingresos en el periodo de su fecha, una vez que el cliente ha comprado.',
  'cohorts.step.group.customers': 'Los grupos son los valores de «{column}» de los clientes.',
  'cohorts.step.group.orders': 'Los grupos son los valores de «{column}» en la primera compra.',
  'cohorts.step.unfinished':
    'Los datos acaban en la víspera del {end, date, medium}; los periodos que aún no habían pasado se marcan como sin terminar.',
  'cohorts.step.mean':
    'Medias de las cohortes cuyo periodo de esa edad ha pasado, ponderadas por aquello de lo que son parte.',
  'cohorts.method.definition':
    'Retención por cohortes, periodo a periodo (también llamada clásica o del n-ésimo periodo)',
  'cohorts.method.share':
    'Cociente de totales por cohortes; intervalo a partir de las diferencias entre cohortes, en escala logit, con cuantiles t; el de Wilson cuando no queda nadie, quedan todos o las cohortes difieren menos de lo que daría el azar',
  'cohorts.method.amount':
    'Cociente de totales por cohortes; intervalo a partir de las diferencias entre cohortes, con cuantiles t',
  'cohorts.assumption.first': 'La primera compra del registro es la primera que hizo el cliente.',
  'cohorts.assumption.independent':
    'Las cohortes son independientes entre sí. Una temporada que las levante a la vez deja los intervalos demasiado estrechos.',
  'cohorts.heatmap.title.customers':
    'Parte de cada cohorte que compra, por {period, select, week {semanas} month {meses} other {trimestres}} desde la primera compra',
  'cohorts.heatmap.title.orders':
    'Pedidos de cada cohorte respecto a {period, select, week {su primera semana} month {su primer mes} other {su primer trimestre}}',
  'cohorts.heatmap.title.revenue':
    'Ingresos de cada cohorte respecto a {period, select, week {su primera semana} month {su primer mes} other {su primer trimestre}}',
  'cohorts.heatmap.title.cumulativeRevenuePerCustomer': 'Ingresos acumulados por cliente',
  'cohorts.heatmap.ofGroup': '{title}: {group}',
  'cohorts.heatmap.subtitle': 'Una fila por cohorte, con su número de clientes. Rayado: el periodo aún no ha pasado.',
  'cohorts.heatmap.group': 'Grupo',
  'cohorts.curves.title.customers': 'Parte de los clientes que vuelve a comprar, por edad',
  'cohorts.curves.title.orders': 'Pedidos por edad, respecto a la edad 0',
  'cohorts.curves.title.revenue': 'Ingresos por edad, respecto a la edad 0',
  'cohorts.curves.title.cumulativeRevenuePerCustomer': 'Lo que aporta un cliente con el tiempo',
  'cohorts.curves.subtitle':
    'Línea fina: cada cohorte. Línea gruesa: media ponderada con su intervalo al {level, number, share0}, a trazos donde queda una sola cohorte. Solo periodos ya pasados.',
  'cohorts.curves.subtitleGroups':
    'Media ponderada de cada grupo con su intervalo al {level, number, share0}. Solo periodos ya pasados.',
  'cohorts.axis.age': '{period, select, week {Semanas} month {Meses} other {Trimestres}} desde la primera compra',
  'cohorts.mean': 'media',
  'cohorts.unfinished': 'aún no ha pasado',
  'cohorts.otherGroups': 'los demás',
  'cohorts.cell.money': '{value, number, integer}',
  'cohorts.unknownGroup': 'desconocido',
  'cohorts.column.cohort': 'Cohorte',
  'cohorts.column.group': 'Grupo',
  'cohorts.column.size': 'Clientes',
  'cohorts.column.age': 'Edad',
  'cohorts.column.share': 'Parte',
  'cohorts.column.complete': 'Pasado',
  'cohorts.column.mean': 'Media',
  'cohorts.column.low': 'Mínimo',
  'cohorts.column.high': 'Máximo',
  'cohorts.column.cohorts': 'Cohortes',
  'cohorts.cell': '{value, number, share0}',
  'cohorts.value.customers': 'Clientes que compran',
  'cohorts.value.orders': 'Pedidos',
  'cohorts.value.revenue': 'Ingresos',
  'cohorts.value.cumulativeRevenuePerCustomer': 'Ingresos acumulados por cliente',
  'table.cohort-retention.cells': 'Cohortes por edad',
  'table.cohort-retention.curve': 'Media por edad',
};
