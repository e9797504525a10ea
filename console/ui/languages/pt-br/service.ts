import type { Language } from '../language.ts';

export const service: Language['service'] = {
  wrapUp: 'Finalização',
  wrapUpHint: 'Seu lugar fica reservado para você terminar suas notas. A próxima conversa vem depois.',
  wrapUpDone: 'Pronto',
  wrapUpLeft: (left) => `restam ${left}`,
  inHours: 'Primeira resposta no horário',
  inHoursMore:
    '“No horário” conta só a parte de uma espera dentro do seu horário de atendimento, como estava em vigor na época.',
  promised: 'Esperas prometidas',
  promisedMore:
    'Aos visitantes na fila foi dita uma faixa de espera. Entre os que um atendente assumiu depois: com que frequência a espera ficou dentro da faixa, foi mais curta ou mais longa. A faixa vai da espera mediana até nove em cada dez, então cerca de quatro em dez dentro e uma em dez mais longa é honesto.',
  inside: 'dentro',
  shorter: 'mais curta',
  longer: 'mais longa',
  promisedLatest: 'as últimas do período',
  promisedOf: (n) => (n === '1' ? 'de 1 espera prometida' : `de ${n} esperas prometidas`),
};
