import { number } from '../../format.ts';
import type { Language } from '../language.ts';
import { ofConversations, plural } from './plural.ts';

const notes = (count: number) =>
  plural(count, {
    zero: '0 ملاحظة',
    one: 'ملاحظة واحدة',
    two: 'ملاحظتين',
    few: '# ملاحظات',
    many: '# ملاحظة',
    other: '# ملاحظة',
  });

const tags = (count: number) =>
  plural(count, {
    zero: '0 وسم',
    one: 'وسم واحد',
    two: 'وسمين',
    few: '# وسوم',
    many: '# وسمًا',
    other: '# وسم',
  });

const orders = (count: number) =>
  plural(count, {
    zero: '0 طلب',
    one: 'طلب واحد',
    two: 'طلبين',
    few: '# طلبات',
    many: '# طلبًا',
    other: '# طلب',
  });

export const people: Language['people'] = {
  loading: 'جارٍ معرفة هوية هذا الشخص…',
  failed: 'تعذّرت قراءة ما يُعرف عن هذا الشخص.',
  joinedTo: 'تعود هذه المحادثة إلى ملف ضمّه فريقكم إلى هذا الملف.',

  tags: 'وسوم هذا الشخص',
  tagHint: 'خاصة بفريقكم. لا يراها الزائر أبدًا.',
  addTag: 'إضافة وسم',
  newTag: 'وسم جديد لهذا الشخص',
  add: 'إضافة',
  removeTag: (tag) => `إزالة الوسم ${tag} من هذا الشخص`,
  segments: 'الشرائح',

  visit: 'الجهاز والمكان',
  device: 'الجهاز',
  devices: { desktop: 'حاسوب', phone: 'هاتف', tablet: 'جهاز لوحي' },
  browser: (browser, system) => [browser, system].filter(Boolean).join(' · '),
  language: 'اللغة',
  localTime: 'الوقت المحلي',
  referrer: 'جاء من',
  unknown: 'غير معروف',
  firstSeen: 'أول زيارة',
  lastSeen: 'آخر زيارة',

  trail: 'صفحات هذه الزيارة',
  trailNow: 'هنا الآن أو أخيرًا',
  stayed: (length) => `لمدة ${length}`,

  cart: 'السلة',
  orders: 'السلة والطلبات',
  noOrders: 'لا طلبات معروفة.',
  order: (id) => `الطلب ${id}`,
  cancelled: 'ملغى',
  claimed: 'ذكرته الصفحة فقط',
  checked: 'أكّده خادمكم',

  ratings: 'تقييمات سابقة',
  conversations: 'المحادثات',
  thisOne: 'هذه المحادثة',

  notes: 'ملاحظات عن هذا الشخص',
  notesHint: 'تُحفظ عبر المحادثات. لا يراها الزائر أبدًا.',
  noNotes: 'لا ملاحظات بعد.',
  newNote: 'ملاحظة جديدة',
  saveNote: 'حفظ الملاحظة',
  edit: 'تعديل',
  remove: 'حذف',
  removeSure: 'حذف هذه الملاحظة نهائيًا؟',
  keep: 'الإبقاء عليها',
  edited: (at) => `عُدّلت ${at}`,
  editNote: 'تعديل الملاحظة',
  save: 'حفظ',
  cancel: 'إلغاء',

  block: 'حظر…',
  blocked: 'محظور',
  blockTitle: 'حظر هذا الزائر',
  blockHint: 'لن يصلكم شيء مما يكتبه هذا الزائر. تنتهي المحادثة المفتوحة كرسائل مزعجة، ويقرأ الزائر جملة هادئة.',
  reason: 'السبب',
  reasonHint: 'لفريقكم. اختياري.',
  howLong: 'المدة',
  lengths: { hour: 'ساعة', day: 'يوم', week: 'أسبوع', month: '30 يومًا', ever: 'حتى يرفع أحدهم الحظر' },
  address: 'وكذلك كل من يكتب من العنوان نفسه',
  addressHint: 'قد يشترك فيه أهل بيت أو مكتب. يُحفظ العنوان كبصمة، لمدة 30 يومًا على الأكثر.',
  blockNow: 'حظر',
  unblock: 'رفع الحظر',
  blockedBy: (name, at) => `حظره ${name}، ${at}`,
  blockedUntil: (at) => `حتى ${at}`,
  blockedForGood: 'حتى يرفع أحدهم الحظر',
  withAddress: 'مع العنوان نفسه',

  merge: 'الشخص نفسه…',
  mergeTitle: 'ضمّ ملفين لشخص واحد',
  mergeHint: 'ألصقوا رابط محادثة أخرى لهذا الشخص. ترون ما سيحدث قبل تنفيذ أي شيء.',
  mergeLink: 'رابط المحادثة الأخرى أو رقمها',
  mergeLook: 'عرض ما سيحدث',
  mergeNow: 'ضمّهما',
  mergeStays: (plan) => `يبقى ${plan.stays.name}${plan.stays.verified ? '، مؤكدًا' : ''}.`,
  mergeJoins: (plan) =>
    `يُضمّ إليه ${plan.joins.name}، مع ${ofConversations(plan.conversations)} و${notes(plan.notes)} و${tags(plan.tags)} و${orders(plan.orders)}.`,
  mergeBrowser: 'ما تعرضه متصفحات الزائر يبقى كما هو: لا يقرأ أحد أكثر مما كان يقرأ.',
  mergeUndo: 'يمكنكم التراجع عن ذلك.',
  exportAll: 'تنزيل ما هو محفوظ',
  erase: 'حذف هذا الشخص…',
  eraseTitle: 'حذف هذا الشخص نهائيًا؟',
  eraseGoes:
    'يُحذف الاسم والعنوان والملاحظات والوسوم والزيارات فورًا، وكل ما كُتب في جميع المحادثات خلال ثوانٍ: الرسائل والملفات والتعليقات والمسودات.',
  eraseStays: 'تبقى الأرقام كما هي، دون الشخص. وتنتهي المحادثة المفتوحة.',
  eraseNever: 'لا يمكن لأحد التراجع عن هذا. نزّلوا ما هو محفوظ أولًا إن كان أحد قد يطلبه.',
  eraseNow: 'حذف نهائي',
  joined: 'الملفات المضمومة',
  joinedBy: (label, name, at) => `${label}، ضمّه ${name}، ${at}`,
  undo: 'تراجع',
  notFound: 'لا توجد محادثة كهذه.',

  problems: {
    forbidden: 'لا يسمح دوركم بذلك.',
    gone: 'لم يعد موجودًا.',
    address: 'لا يُعرف الآن من أين يكتب هذا الزائر. يُرجى الحظر دون العنوان.',
    until: 'مع العنوان يُرجى اختيار 30 يومًا على الأكثر.',
    merge:
      'لا يمكن ضمّ هذين: هما ملف واحد بالفعل، أو يعودان إلى موقعين، أو الآخر مؤكد. افتحوا محادثة غير المؤكد انطلاقًا من محادثة المؤكد.',
    tooMuch: 'هذا أكثر مما يجوز أو أقل. يُرجى اختصاره أو إزالة غيره.',
    failed: 'لم يتم ذلك. يُرجى التحقق من الاتصال وإعادة المحاولة.',
  },

  blocksTitle: 'الزوار المحظورون',
  blocksNone: 'لا أحد محظور.',
  erasedPerson: 'شخص حُذفت بياناته',

  visitors: {
    nav: 'الزوار',
    title: 'الزوار في الموقع الآن',
    count: (n) =>
      plural(n, {
        zero: 'لا زوار',
        one: 'زائر واحد',
        two: 'زائران',
        few: '# زوار',
        many: '# زائرًا',
        other: '# زائر',
      }),
    more: (n) => `لا يُعرض ${number(n)} غيرهم.`,
    none: 'لا أحد في الموقع الآن.',
    noneHint: 'من يفتح صفحة فيها الوسم الثاني يظهر هنا خلال ثانيتين.',
    off: 'هذه الميزة متوقفة.',
    offHint: 'لا تقول صفحاتكم شيئًا عن الزوار قبل أن يكتبوا. يمكن لمالك أو مدير تشغيلها لأحد المواقع.',
    toSettings: 'فتح الإعدادات',
    failed: 'تعذّرت معرفة الموجودين.',
    again: 'إعادة المحاولة',
    page: 'الصفحة',
    since: 'في هذه الصفحة',
    here: 'في الموقع',
    returning: 'زائر عائد',
    first: 'زيارة أولى',
    cart: 'السلة',
    language: 'اللغة',
    state: 'الحالة',
    talks: 'محادثة مفتوحة',
    invite: 'دعوة إلى الدردشة',
    inviteWho: (page) => `دعوة الزائر في ${page} إلى الدردشة`,
    inviteText: 'ما يقرؤه الزائر',
    inviteUsual: 'مرحبًا. هل يمكنني مساعدتك في العثور على شيء؟',
    send: 'إرسال الدعوة',
    states: {
      sent: 'الدعوة في الطريق',
      seen: 'يراها الزائر',
      dismissed: 'أغلقها الزائر',
      accepted: 'فُتحت الدردشة',
    },
    stateBy: (state, name) => `${state} (${name})`,
    gone: 'غادر هذا الزائر.',
    tooMany: 'دُعي هذا الزائر بما يكفي، أو لا يريد مزيدًا من الرسائل.',
  },

  settings: {
    nav: 'الزوار',
    title: 'الزوار في موقعكم',
    hint: 'كلاهما متوقف حتى تشغّلوه: لا تقول الأداة من تلقاء نفسها شيئًا قبل أن يكتب أحد. اذكروا في إشعار الخصوصية ما تشغّلونه.',
    presence: 'إظهار الموجودين في الموقع الآن',
    presenceHint:
      'الصفحات التي فيها الوسم الثاني تخبر فريقكم بالصفحة المفتوحة ولغتها وما في السلة. يبقى ذلك في الذاكرة ما دامت علامة التبويب مفتوحة، ولا يُحفظ في مكان آخر.',
    trail: 'حفظ صفحات الزيارة مع محادثتها',
    trailHint: 'العنوان دون ما بعد «?»، والعنوان الظاهر، والمدة. تُرسل فقط بعد أن يكتب الزائر.',
    trailStrict: 'لا تُحفظ: «الرسائل» مضبوطة على الخصوصية الصارمة.',
  },
};
