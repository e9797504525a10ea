interface Words {
  /** What it is, for screen readers. */
  label: string;
  answer: string;
  close: string;
  never: string;
}

/**
 * The few words of ours around the owner's, in the widget's sixteen languages (W22). Four to a language: a file of its own for each
 * would be one request more, and this script asks for nothing (X1).
 */
const WORDS: Record<string, Words> = {
  en: words('Message', 'Answer', 'Dismiss this message', 'No more messages like this'),
  ar: words('رسالة', 'الرد', 'إخفاء هذه الرسالة', 'لا أريد رسائل كهذه'),
  de: words('Nachricht', 'Antworten', 'Diese Nachricht ausblenden', 'Keine solchen Nachrichten mehr'),
  es: words('Mensaje', 'Responder', 'Descartar este mensaje', 'No mostrar más mensajes así'),
  fr: words('Message', 'Répondre', 'Masquer ce message', 'Ne plus afficher de tels messages'),
  he: words('הודעה', 'תשובה', 'הסתרת ההודעה הזו', 'בלי הודעות כאלה יותר'),
  hi: words('संदेश', 'जवाब दें', 'यह संदेश हटाएँ', 'ऐसे संदेश और न दिखाएँ'),
  it: words('Messaggio', 'Rispondi', 'Nascondi questo messaggio', 'Non mostrare più messaggi così'),
  ja: words('メッセージ', '返信する', 'このメッセージを閉じる', '今後このようなメッセージを表示しない'),
  nl: words('Bericht', 'Antwoorden', 'Dit bericht verbergen', 'Zulke berichten niet meer tonen'),
  pl: words('Wiadomość', 'Odpowiedz', 'Ukryj tę wiadomość', 'Nie pokazuj więcej takich wiadomości'),
  pt: words('Mensagem', 'Responder', 'Dispensar esta mensagem', 'Não mostrar mais mensagens assim'),
  ru: words('Сообщение', 'Ответить', 'Скрыть это сообщение', 'Больше не показывать такие сообщения'),
  tr: words('Mesaj', 'Yanıtla', 'Bu mesajı kapat', 'Böyle mesajları bir daha gösterme'),
  uk: words('Повідомлення', 'Відповісти', 'Приховати це повідомлення', 'Більше не показувати таких повідомлень'),
  zh: words('消息', '回复', '关闭此消息', '不再显示此类消息'),
};
const RIGHT_TO_LEFT = ['ar', 'he'];

export interface Spoken {
  words: Words;
  tag: string;
  dir: 'ltr' | 'rtl';
}

/** By the first wish that is one of ours; else English. */
export function wordsFor(wishes: readonly string[]): Spoken {
  for (const wish of wishes) {
    const tag = wish.toLowerCase().split(/[-_]/)[0] ?? '';
    const found = Object.hasOwn(WORDS, tag) && WORDS[tag];
    if (found) return { words: found, tag, dir: RIGHT_TO_LEFT.indexOf(tag) >= 0 ? 'rtl' : 'ltr' };
  }
  return { words: WORDS.en as Words, tag: 'en', dir: 'ltr' };
}

function words(label: string, answer: string, close: string, never: string): Words {
  return { label, answer, close, never };
}
