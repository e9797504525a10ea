/** The words of the optional address. */
export const emailStrings = {
  email: 'E-mail',
  optional: 'optional',
  emailWrong: 'This does not look like an e-mail address.',
};
