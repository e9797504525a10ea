/** Texts of the command line about one site. */
export const siteStrings = {
  key: 'the key of the site; "site list" shows it',
  secret: {
    about: 'secrets with which the server of a site signs who its visitors are',
    add: 'make a secret and print it, once; two are valid at once',
    list: 'list the secrets by number and age, not themselves',
    remove: 'remove a secret; what it signs opens nothing any more',
    id: 'its number; "site secret list" shows it',
    added: 'Keep this secret on your server, never in a page. It is not shown again:',
    none: 'None yet: make one with "site secret add".',
    removed: 'The secret is removed.',
  },
  tag: {
    about: 'print the tag for the pages of a site, also pinned to this very build',
    language: 'the language in which the pinned bell is named; otherwise the one set for the site, or English',
    notSpoken: (tag: string, spoken: readonly string[]) =>
      `The bell has no words in "${tag}". Give one of: ${spoken.join(', ')}.`,
    plain: 'The tag; it follows updates of the relay by itself:',
    pinned:
      'Or pinned: browsers refuse any other content. It works with this build only: print it anew with each update of the relay.',
    notBuilt: 'The widget is not built yet: run "npm run build", then print the tag again.',
  },
  csp: {
    about: "print what the Content-Security-Policy of the site's pages must allow",
    header: 'Add this to the Content-Security-Policy of the pages (a script nonce does instead of script-src):',
    noPublicUrl: 'PUBLIC_URL is not set; set it to the address under which people reach this relay.',
  },
} as const;
