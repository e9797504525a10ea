import type { Language } from '../language.ts';

export const mail: Language['mail'] = {
  state: {
    title: 'Correo saliente',
    off: 'El correo está desactivado: no sale nada. Para activarlo, arranque el relay con SMTP_URL y MAIL_FROM. Todo lo demás funciona sin él.',
    on: (from) => `El correo sale como ${from}.`,
    counts: (sent, waiting) =>
      `${sent} ${sent === 1 ? 'correo enviado' : 'correos enviados'} en las últimas 24 horas, ${waiting} en espera.`,
    test: 'Enviarme un correo de prueba',
    tested: 'El correo de prueba va de camino a su dirección. Si se rechaza, aparece abajo en un minuto.',
    failed: 'No se pudo cargar el estado del correo.',
  },
  site: {
    title: 'Correo a los visitantes',
    hint: 'Cada correo dice por qué llegó y cómo no recibir más. A una dirección va un número limitado al día.',
    transcripts: 'Los visitantes pueden pedir una copia de su chat por correo',
    answers: 'Enviar una respuesta no leída a la dirección que dejó el visitante',
    after: 'Minutos sin haberla leído',
    afterHint:
      'El correo contiene solo la respuesta. Su enlace lleva a su página y no abre nada: el chat está allí para el navegador del visitante.',
    rating: 'Pedir una valoración por correo una hora después del final, si no se dio ninguna',
    ratingHint:
      'Una vez por chat, a visitantes que dejaron una dirección y tuvieron respuesta. El enlace vale siete días y para una respuesta.',
  },
  report: {
    title: 'Cifras por correo',
    hint: 'Las cifras del informe, cada una con su número de casos, de los días completos anteriores.',
    every: 'Con qué frecuencia',
    everys: { never: 'Nunca', day: 'Cada día', week: 'Cada semana' },
    weekday: 'El',
    weekdays: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'],
    hour: 'A las',
    zone: 'Zona horaria',
    zoneFault: 'No existe esa zona horaria. Elija una de la lista.',
    site: 'De qué sitio',
    allSites: 'Todos los sitios',
    to: 'A quién',
    nobody: 'Elija a alguien, o no se envía nada.',
    save: 'Guardar',
    discard: 'Descartar',
    saved: 'Guardado.',
  },
  dead: {
    title: 'No entregados',
    none: 'No se ha dado nada por perdido.',
    what: {
      test: 'Correo de prueba',
      transcript: 'Copia de un chat',
      answer: 'Respuesta',
      rating: 'Petición de valoración',
      report: 'Cifras',
      alert: 'Aviso al equipo',
    },
    tries: (count) => (count === 1 ? '1 intento' : `${count} intentos`),
    retry: (address) => `Intentar de nuevo: ${address}`,
    retryShort: 'Intentar de nuevo',
  },
  copy: {
    open: 'Enviar una copia por correo',
    hint: 'Todo lo que el visitante puede ver, sin notas, en el idioma del chat.',
    to: 'Dirección de correo',
    send: 'Enviar la copia',
    cancel: 'Cancelar',
    close: 'Cerrar',
    sent: 'La copia va de camino.',
  },
  problems: {
    mail_off: 'El correo está desactivado, o las copias lo están en este sitio.',
    unanswered: 'Se puede enviar una copia cuando alguien haya respondido.',
    rate_limited: 'Hoy fueron tantos correos a esta dirección que no se envían más.',
    invalid_payload: 'Eso no parece una dirección de correo.',
    changed_meanwhile:
      'Otra persona guardó esto entretanto. Lo suyo sigue aquí: guárdelo de nuevo o descártelo para ver lo otro.',
    forbidden: 'No puede hacer esto.',
    other: 'El relay no responde. Inténtelo de nuevo en un momento.',
  },
};
