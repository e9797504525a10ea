import type { Language } from '../language.ts';

/** What may be done with a message. */
export const amended: Language['amended'] = {
  removed: '此消息已被删除',
  edited: '已编辑',
  show: '显示所回复的消息',
  messageMore: '消息选项',
  answer: '回复',
  copyWords: '复制文字',
  edit: '编辑',
  removeIt: '删除',
  removeSure: '要为所有人删除这条消息吗？',
  keepIt: '保留',
  saveIt: '保存',
  stopEditing: '取消',
  answering: '正在回复',
  stopAnswering: '不回复这条消息',
  tooLateToEdit: '已经无法更改这条消息。',
  choices: '请选择一个回答',
  choicesSpent: '曾提供以下选项',
  notDone: '没有成功。请重试。',
};

/** What is seen before it is sent. */
export const preview: Language['preview'] = {
  seen: '您发送之前，我们就能看到您输入的内容。',
  hide: '不显示',
  unseen: '我们只看到您发送的内容。',
  show: '输入时显示',
};

/** Another department. */
export const redirect: Language['redirect'] = {
  title: '询问其他部门',
  back: '返回聊天',
  more: '您的聊天会连同已写的全部内容一起转到那里，由其他人为您解答。',
  where: '哪个部门？',
  why: '原因（可选）',
  go: '转到该部门',
  going: '正在转接',
  notNow: '现在无法办理。您可以继续在这里写。',
  tooOften: '您不久前刚要求过其他部门。请稍候。',
};
