/**
 * What the loader says before the panel is there, in the languages of the widget (W33): the bell's name, as
 * widget/ui/languages has it for the panel, and the sentence where the panel cannot be fetched. A test keeps them together.
 */
export const BELL_WORDS: Record<string, { open: string; failed: string }> = {
  ar: { open: 'فتح الدردشة', failed: 'تعذّر فتح الدردشة. حاول مرة أخرى.' },
  de: { open: 'Chat öffnen', failed: 'Der Chat lässt sich nicht öffnen. Bitte erneut versuchen.' },
  es: { open: 'Abrir el chat', failed: 'No se pudo abrir el chat. Inténtelo de nuevo.' },
  fr: { open: 'Ouvrir le chat', failed: 'Impossible d’ouvrir le chat. Réessayez.' },
  he: { open: 'פתיחת הצ׳אט', failed: 'פתיחת הצ׳אט נכשלה. נסו שוב.' },
  hi: { open: 'चैट खोलें', failed: 'चैट नहीं खुली। फिर कोशिश करें।' },
  it: { open: 'Apri la chat', failed: 'Impossibile aprire la chat. Riprova.' },
  ja: { open: 'チャットを開く', failed: '開けません。もう一度どうぞ。' },
  nl: { open: 'Chat openen', failed: 'De chat kan niet openen. Probeer het opnieuw.' },
  pl: { open: 'Otwórz czat', failed: 'Nie można otworzyć czatu. Spróbuj ponownie.' },
  pt: { open: 'Abrir o chat', failed: 'Não foi possível abrir o chat. Tente de novo.' },
  ru: { open: 'Открыть чат', failed: 'Открыть чат не удалось. Попробуйте снова.' },
  tr: { open: 'Sohbeti aç', failed: 'Sohbet açılamadı. Tekrar deneyin.' },
  uk: { open: 'Відкрити чат', failed: 'Відкрити чат не вдалося. Спробуйте знову.' },
  zh: { open: '打开聊天', failed: '无法打开聊天，请重试。' },
};
