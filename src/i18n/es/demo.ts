import type { demo as english } from '../en/demo.ts';

export const demo: Record<keyof typeof english, string> = {
  'demo.label': 'Demostración',
  'demo.back': 'Atrás',
  'demo.forward': 'Siguiente',
  'demo.return': 'Volver a este paso',
  'demo.end': 'Terminar',
  'demo.data.title': 'Una tienda en línea, y nada sale de esta pestaña',
  'demo.data.text.opening':
    'Doce tablas se crean ahora mismo en este equipo: dos años de pedidos, mensajes, atención y costes. Como son simuladas, se conocen las respuestas verdaderas.',
  'demo.data.text':
    'Doce tablas se han creado en este equipo: dos años de pedidos, mensajes, atención y costes. Como son simuladas, se conocen las respuestas verdaderas.',
  'demo.overview.title': '¿Cómo va la tienda?',
  'demo.overview.text':
    'Ingresos, clientes, el pedido medio y lo que lo mueve. Lo contado dice «recuento completo»; lo estimado lleva su intervalo.',
  'demo.customers.title': '¿Quiénes son los clientes?',
  'demo.customers.text':
    'Recencia, frecuencia e importe los ordenan en segmentos. El flujo muestra quién se enfrió y quién volvió en tres meses.',
  'demo.value.title': '¿Cuánto aportarán todavía?',
  'demo.value.text':
    'Un modelo de compra y abandono, ajustado en esta pestaña a todos los pedidos anteriores al servicio de atención. Cada previsión tiene su intervalo, y las comprobaciones dicen hasta dónde fiarse.',
  'demo.experiment.title': '¿Funciona el recomendador con IA?',
  'demo.experiment.text':
    'Lo tuvo una mitad de los clientes elegida al azar. La diferencia con la otra mitad es lo que hizo, ni más ni menos.',
  'demo.return.title': '¿Y se paga?',
  'demo.return.text':
    'El margen que ganó, menos todo lo que costó. Las barras muestran de dónde viene el retorno y cuán segura es cada parte.',
  'demo.discount.title': 'El descuento que solo parecía rentable',
  'demo.discount.text':
    'Fue a clientes que estaban a punto de comprar. Un simple antes y después lo celebra; frente al grupo de control no queda más que su coste.',
  'demo.truth.title': '¿Eran ciertas las cifras?',
  'demo.truth.text': 'Revele la verdad: cada estimación aparece junto al valor que entró en la simulación.',
};
