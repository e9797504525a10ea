/** Texts of the command line about mail. */
export const mailStrings = {
  mail: 'outgoing mail',
  about: 'send a test mail to an address, at once, and say what became of it',
  to: 'such as you@shop.example',
  wrongAddress: (address: string) => `"${address}" is not an e-mail address.`,
  sent: (address: string, from: string) => `The SMTP server took a test mail from ${from} to ${address}.`,
  failed: (reason: string) => `The test mail was not sent: ${reason}`,
  off: 'off: set SMTP_URL and MAIL_FROM to send mail',
  works: (from: string) => `the SMTP server answers; mail is sent as ${from}`,
} as const;
