import type { Command } from 'commander';
import { isMailAddress } from '../../protocol/wire/mail-address.ts';
import { mainOrigin, readConfig } from '../config.ts';
import { toHtml, toText } from '../domain/mail/letter.ts';
import { testLetter } from '../domain/mail/words-of-staff.ts';
import { createIds } from '../platform/ids.ts';
import { createSmtpMailer } from '../platform/smtp-mailer.ts';
import { systemClock } from '../platform/system-clock.ts';
import { CommandEnd, EXIT } from './exit.ts';
import { print } from './io.ts';
import { mailStrings as words } from './strings-of-mail.ts';

/** E7: past the outbox, so that it works without a database, and whoever asks sees the server's own words. */
export function addMailTest(program: Command): void {
  program
    .command('mail')
    .description(words.mail)
    .command('test')
    .description(words.about)
    .argument('<address>', words.to)
    .action(async (address: string) => {
      const config = readConfig(process.env);
      if (!config.mail) throw new CommandEnd(EXIT.refused, words.off);
      if (!isMailAddress(address)) throw new CommandEnd(EXIT.wrongUse, words.wrongAddress(address));
      const mailer = createSmtpMailer(config.mail.smtp, config.mail.from);
      const letter = testLetter(mainOrigin(config));
      const id = createIds(systemClock).mail();
      const { subject } = letter;
      const sent = await mailer.send({
        ...{ id, to: address, subject, text: toText(letter), html: toHtml(letter), stopUrl: null },
      });
      if (sent.result !== 'sent') throw new CommandEnd(EXIT.failed, words.failed(sent.reason));
      print(words.sent(address, mailer.from));
    });
}
