import type { Language } from '../language.ts';

/** What may be done with a message. */
export const amended: Language['amended'] = {
  removed: 'यह संदेश हटा दिया गया',
  edited: 'बदला गया',
  show: 'वह संदेश दिखाएँ जिसका यह उत्तर है',
  messageMore: 'संदेश के विकल्प',
  answer: 'उत्तर दें',
  copyWords: 'टेक्स्ट कॉपी करें',
  edit: 'बदलें',
  removeIt: 'हटाएँ',
  removeSure: 'यह संदेश सभी के लिए हटाएँ?',
  keepIt: 'रहने दें',
  saveIt: 'सहेजें',
  stopEditing: 'रद्द करें',
  answering: 'आप इसका उत्तर दे रहे हैं',
  stopAnswering: 'इस संदेश का उत्तर न दें',
  tooLateToEdit: 'इस संदेश को बदलने का समय निकल चुका है।',
  choices: 'एक उत्तर चुनें',
  choicesSpent: 'ये उत्तर दिए गए थे',
  notDone: 'यह नहीं हो सका। कृपया फिर कोशिश करें।',
};

/** What is seen before it is sent. */
export const preview: Language['preview'] = {
  seen: 'आप जो लिखते हैं, वह हमें भेजने से पहले दिखता है।',
  hide: 'न दिखाएँ',
  unseen: 'हमें केवल वही दिखता है जो आप भेजते हैं।',
  show: 'लिखते समय दिखाएँ',
};

/** Another department. */
export const redirect: Language['redirect'] = {
  title: 'किसी और विभाग से पूछें',
  back: 'चैट पर वापस',
  more: 'आपकी चैट पूरी की पूरी वहाँ जाएगी, लिखी हुई हर बात के साथ। कोई और आपको उत्तर देगा।',
  where: 'कौन-सा?',
  why: 'क्यों? (वैकल्पिक)',
  go: 'वहाँ पूछें',
  going: 'पूछा जा रहा है',
  notNow: 'यह अभी संभव नहीं है। आप यहाँ लिखना जारी रख सकते हैं।',
  tooOften: 'आपने थोड़ी देर पहले ही दूसरा विभाग माँगा था। कृपया थोड़ा रुकें।',
};
