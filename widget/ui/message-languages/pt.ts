import type { Language } from '../language.ts';

/** What may be done with a message. */
export const amended: Language['amended'] = {
  removed: 'Esta mensagem foi removida',
  edited: 'editada',
  show: 'Mostrar a mensagem a que esta responde',
  messageMore: 'Opções da mensagem',
  answer: 'Responder',
  copyWords: 'Copiar texto',
  edit: 'Editar',
  removeIt: 'Remover',
  removeSure: 'Remover esta mensagem para todos?',
  keepIt: 'Manter',
  saveIt: 'Salvar',
  stopEditing: 'Cancelar',
  answering: 'Você está respondendo a',
  stopAnswering: 'Não responder a esta mensagem',
  tooLateToEdit: 'É tarde demais para alterar esta mensagem.',
  choices: 'Escolha uma resposta',
  choicesSpent: 'Estas respostas foram oferecidas',
  notDone: 'Não deu certo. Tente novamente.',
};

/** What is seen before it is sent. */
export const preview: Language['preview'] = {
  seen: 'Vemos o que você escreve antes do envio.',
  hide: 'Não mostrar',
  unseen: 'Vemos apenas o que você envia.',
  show: 'Mostrar enquanto escrevo',
};

/** Another department. */
export const redirect: Language['redirect'] = {
  title: 'Perguntar a outro setor',
  back: 'Voltar ao chat',
  more: 'Seu chat vai para lá como está, com tudo o que foi escrito. Outra pessoa responderá.',
  where: 'Qual?',
  why: 'Por quê? (opcional)',
  go: 'Perguntar lá',
  going: 'Perguntando',
  notNow: 'Isso não é possível agora. Você pode continuar escrevendo aqui.',
  tooOften: 'Você pediu outro setor há pouco. Aguarde um pouco, por favor.',
};
