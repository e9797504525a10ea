import type { MailWords } from './mail-words.ts';

/** Spanish. */
export const es: MailWords = {
  lang: 'es',
  dir: 'ltr',
  you: 'Usted',
  team: 'Nuestro equipo',
  file: 'Archivo',
  edited: 'editado',
  removed: 'Este mensaje se eliminó.',
  transcript: {
    subject: (site) => `Su chat con ${site}`,
    intro: (site) => `Aquí tiene el chat con ${site} que nos pidió.`,
    zone: (zone) => `Las horas son las de ${zone}.`,
    cut: 'El chat es más largo de lo que debe ser un correo; esta es su última parte.',
    askedByVisitor: (site) =>
      `Alguien indicó esta dirección en el chat de ${site} y pidió una copia. Si no fue usted, no tiene que hacer nada.`,
    askedByTeam: (site) => `El equipo de ${site} le envió esta copia.`,
  },
  answer: {
    subject: (site) => `Una respuesta de ${site}`,
    intro: (site) => `Usted escribió a ${site}. Esta es la respuesta que aún no ha visto:`,
    link: 'Volver a la página del chat',
    how: 'Para seguir, abra de nuevo la página en el mismo navegador. Lo que escriba por correo no llega al chat.',
    why: (site) => `Recibe este correo porque esta dirección se dejó en el chat de ${site}.`,
  },
  rating: {
    subject: (site) => `¿Qué tal su chat con ${site}?`,
    intro: (site) => `Usted habló con ${site}. ¿Nos dice qué tal fue? Una pregunta, un clic más.`,
    link: 'Valorar el chat',
    until: (when) => `El enlace vale hasta el ${when} y para una sola respuesta.`,
    why: (site) => `Recibe este correo una sola vez, porque esta dirección se dejó en el chat de ${site}.`,
  },
  stop: {
    line: 'No recibir más correos',
    title: 'No recibir más correos',
    intro: (site) => `¿Desea no recibir más correos del chat de ${site} en esta dirección?`,
    button: 'Sí, no enviar más',
    done: 'Hecho. Ya no llegarán más correos de este chat.',
  },
  page: {
    question: (site) => `¿Qué tal su chat con ${site}?`,
    scores: ['Mal', 'No muy bien', 'Aceptable', 'Bien', 'Muy bien'],
    comment: 'Unas palabras, si lo desea',
    send: 'Enviar',
    chooseOne: 'Elija primero una de las cinco opciones.',
    thanks: 'Gracias. Su respuesta se ha guardado.',
    given: 'Este chat ya fue valorado. Gracias.',
    over: 'Este enlace ya no es válido.',
    later: 'Ahora no es posible. Inténtelo de nuevo en un minuto.',
  },
};
