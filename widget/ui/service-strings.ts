/** The words about opening hours and places in the queue. */
export const serviceStrings = {
  closed: 'We are closed right now',
  closedDay: (day: string) => `Closed today: ${day}`,
  offline: 'The chat is offline right now',
  opens: (when: string) => `Open again: ${when}`,
  when: (day: string, time: string) => `${day}, ${time}`,
  closedMore:
    'Leave your message. It waits here, and we answer as soon as we are back. With your e-mail address we can also answer you there.',
  closedWritten: 'Your message waits here, and we answer as soon as we are back. You can write more at any time.',

  next: 'You are next',
  number: (position: number | string) => `You are number ${position}`,
  soon: 'less than a minute',
  within: (minutes: number) => `less than ${minutes} minutes`,
  about: (low: number, high: number) => `about ${low} to ${high} minutes`,
  hours: (low: number, high: number) => `about ${low} to ${high} hours`,
  waitMore: 'No time to wait? Leave your e-mail address and we answer there. You keep your place.',
  place: (where: string, wait: string) => `${where}; ${wait}`,
};
