import type { Language } from '../language.ts';

/** What may be done with a message. */
export const amended: Language['amended'] = {
  removed: 'Bu mesaj kaldırıldı',
  edited: 'düzenlendi',
  show: 'Bunun yanıtladığı mesajı göster',
  messageMore: 'Mesaj seçenekleri',
  answer: 'Yanıtla',
  copyWords: 'Metni kopyala',
  edit: 'Düzenle',
  removeIt: 'Kaldır',
  removeSure: 'Bu mesaj herkes için kaldırılsın mı?',
  keepIt: 'Kalsın',
  saveIt: 'Kaydet',
  stopEditing: 'Vazgeç',
  answering: 'Yanıtladığınız mesaj',
  stopAnswering: 'Bu mesajı yanıtlama',
  tooLateToEdit: 'Bu mesajı değiştirmek için artık çok geç.',
  choices: 'Bir yanıt seçin',
  choicesSpent: 'Bu yanıtlar sunulmuştu',
  notDone: 'Olmadı. Lütfen yeniden deneyin.',
};

/** What is seen before it is sent. */
export const preview: Language['preview'] = {
  seen: 'Yazdıklarınızı göndermeden önce görüyoruz.',
  hide: 'Gösterme',
  unseen: 'Yalnızca gönderdiğinizi görüyoruz.',
  show: 'Yazarken göster',
};

/** Another department. */
export const redirect: Language['redirect'] = {
  title: 'Başka bir bölüme sor',
  back: 'Sohbete dön',
  more: 'Sohbetiniz yazılan her şeyle birlikte olduğu gibi oraya geçer. Size başka biri yanıt verir.',
  where: 'Hangisi?',
  why: 'Neden? (isteğe bağlı)',
  go: 'Oraya sor',
  going: 'Soruluyor',
  notNow: 'Bu şu anda mümkün değil. Burada yazmaya devam edebilirsiniz.',
  tooOften: 'Kısa süre önce başka bir bölüm istediniz. Lütfen biraz bekleyin.',
};
