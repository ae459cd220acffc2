import type { proof as english } from '../en/proof.ts';

export const proof: Record<keyof typeof english, string> = {
  'proof.verdict':
    '{count, plural, =0 {Esta página ha contado <k>0</k> peticiones propias a otras direcciones.} one {Esta página ha contado <k>1</k> petición propia a otra dirección.} other {Esta página ha contado <k>#</k> peticiones propias a otras direcciones.}}',
  'proof.lead':
    'Los archivos, las tablas y las respuestas se quedan en este navegador. No hace falta creerlo: es el navegador quien lo impone y aquí se puede comprobar. Los procesos auxiliares, que leen y calculan, no entran en la cuenta de esta página: los obliga la política de más abajo.',

  'proof.own': 'a esta dirección',
  'proof.own.note': 'el propio programa, en archivos',
  'proof.foreign': 'a otras direcciones',
  'proof.foreign.note': 'contadas por esta página desde que se abrió',
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

  'proof.requests': 'Peticiones de esta página',
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
