import type { Language } from '../language.ts';

/** What may be done with a message. */
export const amended: Language['amended'] = {
  removed: 'このメッセージは削除されました',
  edited: '編集済み',
  show: '返信元のメッセージを表示',
  messageMore: 'メッセージの操作',
  answer: '返信',
  copyWords: 'テキストをコピー',
  edit: '編集',
  removeIt: '削除',
  removeSure: 'このメッセージを全員に対して削除しますか？',
  keepIt: '残す',
  saveIt: '保存',
  stopEditing: 'キャンセル',
  answering: '返信先',
  stopAnswering: 'このメッセージへの返信をやめる',
  tooLateToEdit: 'このメッセージはもう変更できません。',
  choices: '返答を選んでください',
  choicesSpent: '提示された選択肢',
  notDone: 'うまくいきませんでした。もう一度お試しください。',
};

/** What is seen before it is sent. */
export const preview: Language['preview'] = {
  seen: '入力中の内容は送信前でも担当者に表示されます。',
  hide: '表示しない',
  unseen: '送信した内容だけが担当者に表示されます。',
  show: '入力中も表示する',
};

/** Another department. */
export const redirect: Language['redirect'] = {
  title: '別の部署に問い合わせる',
  back: 'チャットに戻る',
  more: 'チャットはこれまでの内容ごとその部署に移り、別の担当者がお答えします。',
  where: 'どの部署ですか？',
  why: '理由（任意）',
  go: '問い合わせる',
  going: '問い合わせ中',
  notNow: '今はできません。このままここで続けられます。',
  tooOften: '少し前に別の部署への問い合わせがありました。しばらくお待ちください。',
};
