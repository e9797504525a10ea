import { number } from '../../format.ts';
import type { Language } from '../language.ts';

export const keeping: Language['keeping'] = {
  title: 'Por quanto tempo conversas e pedidos são guardados',
  hint: 'No início nada está definido: tudo é guardado. Uma regra começa uma hora depois de salva e depois age uma vez por dia. Os relatórios ficam como estão.',
  conversations: 'Esvaziar conversas encerradas depois de (dias)',
  conversationsHint: (max) =>
    `De 1 a ${max}, a partir do fim. Textos, arquivos, notas, comentários e endereços somem; horários, avaliações e etiquetas ficam. Vazio: tudo é guardado.`,
  people: 'Com a última conversa, esquecer também a pessoa',
  peopleHint:
    'Perfil, notas e etiquetas somem, e dos pedidos o nome, se a pessoa não esteve aqui desde então. Quem está bloqueado fica.',
  orders: 'Tirar nomes dos pedidos depois de (dias)',
  ordersHint: (max) =>
    `De 1 a ${max}, a partir do pedido. Os valores ficam; de quem eram some. Vazio: tudo é guardado.`,
  visitorsErase: 'Quem visita pode apagar o que é guardado a seu respeito',
  visitorsEraseHint:
    'No chat, em “Seus dados”, na hora e sem consultar você. Quem está bloqueado não pode. Sem isto, ainda é possível ler e baixar tudo ali, e o pedido vai para a sua equipe.',
  masksCards: 'Ocultar números de cartão no que é escrito no chat',
  masksCardsHint:
    'Todos os dígitos de um cartão de pagamento, menos os quatro últimos, são substituídos antes de a mensagem ser guardada: ninguém os lê aqui, nem em uma cópia de segurança. O que foi escrito antes fica como está.',
  wrong: (max) => `Escreva um número inteiro de 1 a ${max}, ou nada.`,
  amount: (found, countedTo) => (found >= countedTo ? `${number(countedTo)} ou mais` : number(found)),
  outlook: (conversations, orders) => `Neste momento isto atinge: conversas ${conversations}, pedidos ${orders}.`,
  noWayBack: 'O que some não pode ser recuperado.',
  unknown: 'Não foi possível contar agora quantos isto atinge.',
};
