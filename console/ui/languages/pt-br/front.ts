import type { Language } from '../language.ts';

export const front: Language['front'] = {
  asked: 'Perguntado antes do chat',
  askedHint: 'Como o visitante escreveu.',
  proactive: 'Responde à nossa mensagem',
  topic: 'Assunto',
  complaint: 'Reclamação',
  yes: 'Sim',
  agreed: 'Concordou com',
  version: (version, when) => `versão ${version}, ${when}`,
  solved: { yes: 'Resolvido', partly: 'Resolvido em parte', no: 'Não resolvido' },
  isComplaint: 'Uma reclamação',
  effort: (effort) => `Facilidade ${effort} de 7`,
  recommend: (recommend) => `Recomenda com ${recommend} de 10`,
};
