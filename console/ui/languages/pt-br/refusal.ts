import type { Language } from '../language.ts';

export const refusal: Language['refusal'] = {
  trouble: 'O relay não responde. Verifique a conexão e tente de novo.',
  later: 'Tentativas demais. Tente de novo em alguns minutos.',
  laterIn: (time) => `Tentativas demais. Tente de novo em ${time}.`,
  together: 'O e-mail e a senha não combinam. Verifique os dois e tente de novo.',
  weak: 'Esta senha é fácil de adivinhar. Escolha outra.',
  taken: 'Este e-mail já tem uma conta.',
  email: 'Isto não parece um endereço de e-mail.',
  password: 'A senha é curta ou longa demais.',
  name: 'Escreva um nome de até 80 caracteres.',
  form: 'Algo neste formulário não está certo. Verifique cada campo.',
  current: 'A senha atual não está certa.',
  notSent: {
    reassigned: 'Não enviada: a conversa foi para outra pessoa.',
    conversation_closed: 'Não enviada: a conversa já tinha sido encerrada.',
    forbidden: 'Não enviada: a conversa não é sua.',
    other: 'Não enviada. Tente de novo ou copie o texto.',
  },
};
