import type { proof as english } from '../en/proof.ts';

export const proof: Record<keyof typeof english, string> = {
  'proof.verdict':
    '{count, plural, =0 {Esta página y sus procesos auxiliares han hecho <k>0</k> peticiones a otras direcciones.} one {Esta página y sus procesos auxiliares han hecho <k>1</k> petición a otra dirección.} other {Esta página y sus procesos auxiliares han hecho <k>#</k> peticiones a otras direcciones.}}',
  'proof.lead':
    'Los archivos, las tablas y las respuestas se quedan en este navegador. No hace falta creerlo: es el navegador quien lo impone y aquí se puede comprobar. Los procesos auxiliares, que leen y calculan, cuentan sus propias peticiones y se lo dicen a esta página; también los de otras pestañas con este programa.',

  'proof.own': 'a esta dirección',
  'proof.own.note': 'el propio programa, en archivos',
  'proof.foreign': 'a otras direcciones',
  'proof.foreign.note': 'de esta página y sus procesos auxiliares desde que empezaron',
  'proof.blocked': 'frenadas por el navegador',
  'proof.blocked.note': 'intentos que no llegaron a salir',
  'proof.storage': 'guardado en este navegador',
  'proof.storage.size': '{megabytes, number, integer} MB',
  'proof.storage.note': 'su espacio de trabajo y el programa',

  'proof.try': 'Intente salir',
  'proof.try.lead':
    'El botón hace lo que tendría que hacer un código que quisiera llevarse sus datos: contactar con otra dirección, {address}.',
  'proof.try.button': 'Contactar con otra dirección',
  'proof.try.busy': 'Probando',
  'proof.try.blocked': 'El navegador se negó antes de que saliera nada, por la regla {directive}.',
  'proof.try.not-blocked':
    'Nada frenó el intento: esta página está abierta sin su política, como ocurre en desarrollo. No la use con datos reales.',

  'proof.record': 'Guardar constancia',
  'proof.record.lead':
    'Un archivo para quien tenga que responder de ello: la política en vigor, los hashes de cada archivo de este programa, las peticiones contadas por proceso, las versiones, la hora, y tamaños y hashes de sus tablas, sin un solo nombre ni valor. Su nombre lleva su SHA-256, de modo que un cambio posterior se nota.',
  'proof.record.button': 'Guardar la constancia',
  'proof.record.busy': 'Preparando la constancia',
  'proof.record.hash': 'Guardada. SHA-256 del archivo:',

  'proof.requests': 'Peticiones de esta página y sus procesos auxiliares',
  'proof.requests.count': '{requests, plural, one {# petición} other {# peticiones}}',
  'proof.requests.own': 'esta',

  'proof.policy': 'La política en vigor',
  'proof.policy.lead':
    'Va dentro de la página y el navegador la lee antes de ejecutar nuestro código. Después, ningún código puede relajarla.',
  'proof.policy.missing':
    'Esta página no lleva política propia; en desarrollo se confía en las cabeceras del servidor. La página compilada sí la lleva.',
  'proof.policy.header.yes':
    'El servidor la envía además como cabecera, lo que cubre también a los procesos auxiliares.',
  'proof.policy.header.no':
    'El servidor no la envía como cabecera. La página está cubierta; los procesos auxiliares lo están desde la segunda visita.',
  'proof.policy.rule': 'Regla',
  'proof.policy.allows': 'Permite',
  'proof.policy.means': 'Qué significa',
  'proof.policy.default-src': 'Lo que no se nombra a continuación está prohibido.',
  'proof.policy.script-src':
    'El código solo viene de esta dirección. Un texto nunca se convierte en código; WebAssembly puede ejecutarse.',
  'proof.policy.worker-src': 'Los procesos auxiliares solo vienen de esta dirección.',
  'proof.policy.connect-src':
    'El código solo puede hablar con esta dirección: ni otro servidor, ni sockets, ni balizas.',
  'proof.policy.img-src': 'Las imágenes vienen de esta dirección o se crean en la página.',
  'proof.policy.style-src': 'Los estilos vienen de esta dirección o de la página.',
  'proof.policy.font-src': 'Los tipos de letra solo vienen de esta dirección.',
  'proof.policy.manifest-src': 'El archivo que permite instalar la página viene de esta dirección.',
  'proof.policy.base-uri': 'Nada puede desviar las direcciones relativas de la página.',
  'proof.policy.form-action': 'Ningún formulario puede enviar nada a ninguna parte.',
  'proof.policy.frame-ancestors': 'Ninguna otra página puede mostrar esta dentro de sí.',
  'proof.policy.other': 'Una regla que añade el servidor de esta página.',

  'proof.yourself': 'Compruébelo usted',
  'proof.yourself.devtools':
    'Abra las herramientas de desarrollo (F12), vaya a Red, recargue, traiga un archivo y haga una pregunta. Todas las peticiones llevan esta dirección.',
  'proof.yourself.offline':
    'Corte la red: modo avión, o «Sin conexión» en ese mismo panel. Recargue. Todo sigue funcionando.',
  'proof.yourself.storage':
    'En Aplicación, mire Almacenamiento: ahí está el espacio de trabajo, en este navegador. «Olvidarlo todo», en los ajustes, lo borra.',
  'proof.limits': 'Lo que esto no puede cubrir',
  'proof.limits.text':
    'El propio navegador, sus extensiones y el sistema operativo están por encima de cualquier página y pueden leer lo que usted ve. Lo que exporte es un archivo como otro cualquiera. Abrir otra página, o una conexión directa entre navegadores, queda fuera de lo que una política puede prohibir: el programa no contiene ni lo uno ni lo otro y así lo comprueba una prueba en cada compilación.',
};
