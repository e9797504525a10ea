import type { Language } from '../language.ts';

/** What may be done with a message. */
export const amended: Language['amended'] = {
  removed: 'Este mensaje se eliminó',
  edited: 'editado',
  show: 'Mostrar el mensaje al que responde este',
  messageMore: 'Opciones del mensaje',
  answer: 'Responder',
  copyWords: 'Copiar texto',
  edit: 'Editar',
  removeIt: 'Eliminar',
  removeSure: '¿Eliminar este mensaje para todos?',
  keepIt: 'Conservar',
  saveIt: 'Guardar',
  stopEditing: 'Cancelar',
  answering: 'Está respondiendo a',
  stopAnswering: 'No responder a este mensaje',
  tooLateToEdit: 'Ya es tarde para cambiar este mensaje.',
  choices: 'Elija una respuesta',
  choicesSpent: 'Se ofrecieron estas respuestas',
  notDone: 'No ha funcionado. Inténtelo de nuevo.',
};

/** What is seen before it is sent. */
export const preview: Language['preview'] = {
  seen: 'Vemos lo que escribe antes de que lo envíe.',
  hide: 'No mostrarlo',
  unseen: 'Solo vemos lo que envía.',
  show: 'Mostrarlo mientras escribo',
};

/** Another department. */
export const redirect: Language['redirect'] = {
  title: 'Preguntar a otro departamento',
  back: 'Volver al chat',
  more: 'Su chat pasa allí tal como está, con todo lo escrito. Le responderá otra persona.',
  where: '¿A cuál?',
  why: '¿Por qué? (opcional)',
  go: 'Preguntar allí',
  going: 'Preguntando',
  notNow: 'Ahora no es posible. Puede seguir escribiendo aquí.',
  tooOften: 'Hace poco ya pidió otro departamento. Espere un poco, por favor.',
};
