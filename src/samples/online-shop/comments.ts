/** What customers write, by language and by how they feel. */
export const comments = {
  es: {
    good: [
      'Me lo resolvieron a la primera, muy amables.',
      'Rápido y claro. Gracias por la ayuda.',
      'El pedido llegó antes de lo previsto y en perfecto estado.',
      'Todo bien, volveré a comprar.',
      'El asistente entendió mi problema enseguida.',
    ],
    middling: [
      'Correcto, aunque tardaron un poco en contestar.',
      'El producto está bien; el embalaje, regular.',
      'Ni bien ni mal.',
      'Me ayudaron, pero tuve que explicarlo dos veces.',
    ],
    bad: [
      'Sigo esperando una solución. Muy decepcionado.',
      'Tres mensajes y nadie me ha resuelto nada.',
      'El chat repetía siempre lo mismo, no sirve.',
      'Llegó roto y no me devuelven el dinero.',
      'Pésima atención, no vuelvo a comprar aquí.',
    ],
  },
  en: {
    good: [
      'Sorted at the first attempt, very friendly.',
      'Quick and clear, thank you.',
      'Arrived earlier than expected and in perfect shape.',
      'All good, I will buy again.',
      'The assistant understood my problem right away.',
    ],
    middling: [
      'Fine, though the answer took a while.',
      'The product is all right, the packaging less so.',
      'Neither good nor bad.',
      'They helped, but I had to explain it twice.',
    ],
    bad: [
      'Still waiting for a solution. Very disappointed.',
      'Three messages and nobody has solved anything.',
      'The chat kept repeating itself, useless.',
      'It came broken and I do not get my money back.',
      'Terrible service, I will not shop here again.',
    ],
  },
};

export type Mood = keyof (typeof comments)['en'];

/** Subjects of e-mails to the help desk. */
export const requests = {
  es: [
    '¿Dónde está mi pedido?',
    'Quiero cambiar la talla.',
    'El artículo llegó dañado.',
    'No encuentro la factura.',
    'Me han cobrado dos veces.',
  ],
  en: [
    'Where is my order?',
    'I would like another size.',
    'The item arrived damaged.',
    'I cannot find the invoice.',
    'I was charged twice.',
  ],
};
