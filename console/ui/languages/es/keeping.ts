import { number } from '../../format.ts';
import type { Language } from '../language.ts';

export const keeping: Language['keeping'] = {
  title: 'Cuánto tiempo se conservan conversaciones y pedidos',
  hint: 'Al principio no hay nada fijado: todo se conserva. Una regla empieza una hora después de guardarla y luego actúa una vez al día. Los informes quedan como están.',
  conversations: 'Vaciar las conversaciones terminadas a los (días)',
  conversationsHint: (max) =>
    `De 1 a ${max}, desde el final. Se van textos, archivos, notas, comentarios y direcciones; quedan horas, valoraciones y etiquetas. Vacío: se conserva.`,
  people: 'Con la última conversación, olvidar también a la persona',
  peopleHint:
    'Se van el perfil, las notas y las etiquetas, y de los pedidos el nombre, si la persona no ha vuelto desde entonces. Quien está bloqueado se queda.',
  orders: 'Quitar el nombre de los pedidos a los (días)',
  ordersHint: (max) => `De 1 a ${max}, desde el pedido. Quedan los importes; de quién eran se va. Vacío: se conserva.`,
  visitorsErase: 'Quien visita puede borrar lo que se guarda sobre su persona',
  visitorsEraseHint:
    'En el chat, en «Sus datos», al momento y sin consultarle. Quien está bloqueado no puede. Sin esto, allí aún puede leerse y descargarse, y la petición va a su equipo.',
  masksCards: 'Ocultar los números de tarjeta en lo que se escribe en el chat',
  masksCardsHint:
    'Todas las cifras de una tarjeta de pago, salvo las cuatro últimas, se sustituyen antes de guardar el mensaje: nadie las lee aquí, tampoco en una copia de seguridad. Lo escrito antes queda como está.',
  wrong: (max) => `Escriba un número entero de 1 a ${max}, o nada.`,
  amount: (found, countedTo) => (found >= countedTo ? `${number(countedTo)} o más` : number(found)),
  outlook: (conversations, orders) => `Ahora mismo esto afecta a: conversaciones ${conversations}, pedidos ${orders}.`,
  noWayBack: 'Lo que se va no se puede recuperar.',
  unknown: 'Ahora no se ha podido contar a cuántos afecta.',
};
