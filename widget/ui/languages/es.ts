import type { Language } from '../language.ts';

/** Spanish. */
export const language: Language<'one'> = {
  panel: {
    lang: 'es',
    dir: 'ltr',

    chat: 'Chat',
    openChat: 'Abrir el chat',
    closeChat: 'Cerrar el chat',
    close: 'Cerrar',
    messages: 'Mensajes',
    message: 'Mensaje',
    send: 'Enviar',
    endChat: 'Terminar el chat',
    writeHint: 'Intro envía, Mayús + Intro empieza una línea nueva',
    placeholder: 'Escriba un mensaje',
    newMessages: 'Mensajes nuevos',
    earlier: 'Mostrar mensajes anteriores',
    you: 'Usted',
    team: 'Nuestro equipo',
    today: 'Hoy',
    yesterday: 'Ayer',
    unread: { one: '{count} mensaje nuevo', other: '{count} mensajes nuevos' },
    left: { one: 'Queda {count} carácter', other: 'Quedan {count} caracteres' },
    over: { one: 'Sobra {count} carácter', other: 'Sobran {count} caracteres' },

    greeting: 'Hola. ¿En qué podemos ayudarle?',
    greetingMore: 'Escríbanos aquí. Mientras tanto puede seguir leyendo la página.',
    here: 'Hay alguien para atenderle',
    nobody: 'Ahora mismo no hay nadie disponible',
    nobodyMore:
      'Deje su mensaje. Espera aquí, y lo leerá la primera persona del equipo que vuelva. Con su correo electrónico también podemos responderle por ese medio.',
    full: 'Ahora mismo hay muchas personas esperando',
    queued: 'Está en la cola; alguien le atenderá pronto',
    requeued: 'Otra persona le atenderá pronto',
    active: 'Aquí para ayudarle',
    ended: 'Este chat ha terminado',
    rests: 'Escríbanos',
    goesOn: 'Escriba para continuar este chat',

    leaveMessage: 'Dejar mensaje',

    pending: 'Enviando',
    sent: 'Enviado',
    delivered: 'Entregado',
    read: 'Leído',
    retry: 'Reintentar',
    typing: '{name} está escribiendo',

    joined: '{name} se ha unido al chat',

    connecting: 'Conectando',
    behind: 'Hay mensajes nuevos en camino',
    offline: 'Ahora mismo no hay conexión. Lo que escriba se guarda aquí y se enviará cuando vuelva.',

    viewFailed: 'No se ha podido cargar esta parte del chat.',

    blocked: 'El chat no está disponible aquí',
  },
  ended: {
    rate: '¿Qué tal lo hemos hecho?',
    scores: ['1 de 5', '2 de 5', '3 de 5', '4 de 5', '5 de 5'],
    scoreWords: ['Muy mal', 'Mal', 'Regular', 'Bien', 'Muy bien'],
    comment: 'Comentario',
    commentMore: '¿Qué debemos mantener o mejorar?',
    sendRating: 'Enviar valoración',
    sendingRating: 'Enviando su valoración',
    skip: 'Omitir',
    ratingFailed: 'No hemos podido enviar su valoración. Su elección se guarda aquí; inténtelo de nuevo, por favor.',
    ratingLate: 'El plazo para valorar este chat ha terminado. Gracias de todos modos.',
    thanks: 'Gracias por su valoración',
    thanksMore: 'Nos ayuda a mejorar.',
    goodbye: 'Gracias por escribirnos',
    goodbyeMore: 'Aquí estaremos cuando vuelva a necesitarnos.',
    startNew: 'Empezar un chat nuevo',
    goOn: 'Continuar este chat',
    blocked: 'El chat no está disponible aquí',
    blockedReload: 'Hay una versión más reciente de este chat. Vuelva a cargar la página, por favor.',
    blockedMore:
      'Póngase en contacto con nosotros por otro medio, por favor. Lo que ha escrito se guarda en este navegador.',
  },
  email: {
    email: 'Correo electrónico',
    optional: 'opcional',
    emailWrong: 'Esto no parece una dirección de correo.',
  },
  failure: {
    failed: 'No enviado',
    sendAnew: 'Enviar en un chat nuevo',
    copy: 'Copiar texto',
    remove: 'Eliminar',

    conversationClosed: 'El chat había terminado antes de que llegara.',
    notFound: 'Ese chat ya no existe.',
    tooLarge: 'Es demasiado largo.',
    refused: 'Nuestro servidor no lo ha aceptado.',
  },
  service: {
    closed: 'Ahora mismo estamos cerrados',
    closedDay: 'Hoy cerrado: {day}',
    offline: 'El chat está fuera de servicio ahora mismo',
    opens: 'Abrimos de nuevo: {when}',
    when: '{day}, {time}',
    closedMore:
      'Deje su mensaje. Espera aquí, y responderemos en cuanto volvamos. Con su correo electrónico también podemos responderle por ese medio.',
    closedWritten:
      'Su mensaje espera aquí, y responderemos en cuanto volvamos. Puede seguir escribiendo cuando quiera.',

    next: 'Su turno es el siguiente',
    number: 'Tiene el número {position}',
    soon: 'menos de un minuto',
    within: { one: 'menos de {minutes} minuto', other: 'menos de {minutes} minutos' },
    about: { one: 'unos {low} a {high} minuto', other: 'unos {low} a {high} minutos' },
    hours: { one: 'de {low} a {high} hora', other: 'de {low} a {high} horas' },
    waitMore: '¿No tiene tiempo para esperar? Deje su correo electrónico y le responderemos ahí. Conserva su lugar.',
    place: '{where}; {wait}',
  },
  queueFull: {
    full: 'Ahora mismo espera tanta gente que no podemos añadirle a la cola. Déjenos su mensaje y responderemos por correo, o inténtelo de nuevo dentro de un rato. Lo que ha escrito se guarda aquí.',
    leave: 'Dejar el mensaje',
  },
  notice: {
    held: 'Nuestro servidor no puede recibir mensajes ahora. Los suyos se guardan aquí y se enviarán en cuanto pueda.',
    heldRate: 'Escribe más rápido de lo que podemos recibir. Sus mensajes se guardan aquí y seguirán en un momento.',
    outboxFull: {
      one: 'Ya hay {max} mensaje esperando para enviarse. Envíe este más tarde, por favor.',
      other: 'Ya hay {max} mensajes esperando para enviarse. Envíe este más tarde, por favor.',
    },
    endFailed: 'No hemos podido terminar el chat. Inténtelo de nuevo, por favor.',
    contactFailed: 'No hemos podido guardar su dirección. Inténtelo de nuevo, por favor.',
  },
  alone: {
    more: 'Su mensaje espera aquí, y responderá la primera persona del equipo que vuelva. Puede seguir escribiendo cuando quiera.',
    leaveEmail: 'Guardar correo',
  },
  event: {
    wasRequeued: 'Otra persona le atenderá pronto. Conserva su lugar.',
    reopened: 'Ha vuelto a abrir el chat',
    closedBy: {
      visitor: 'Ha terminado el chat',
      agent: 'Nuestro equipo ha terminado el chat',
      system: 'El chat ha terminado',
    },
    closedFor: {
      idle: 'El chat ha terminado porque no hemos tenido noticias suyas. Puede continuarlo abajo.',
      hours: 'El chat ha terminado porque ya hemos cerrado.',
    },
    kept: 'Ya hemos cerrado. Su mensaje queda guardado y responderemos en cuanto volvamos.',
    idleWarning: '¿Sigue ahí? Sin respuesta, este chat terminará a las {time}.',
    ratedWith: 'Ha valorado este chat con {score} de 5',
    contactLeft: 'Podemos escribirle a {email}',
  },
  emoji: {
    emoji: 'Emoji',
    search: 'Buscar emoji',
    none: 'Sin resultados',
  },
  menu: {
    more: 'Más',
    keep: 'Guardar una copia de este chat',
    sound: 'Sonido para mensajes nuevos',
  },
  keep: {
    title: 'Guardar una copia de este chat',
    more: 'La copia se crea aquí, en su navegador.',
    asText: 'Guardar como texto',
    asPage: 'Guardar como página web',
    back: 'Volver al chat',
    fileName: 'chat',
    with: 'Chat con {site}',
  },
};
