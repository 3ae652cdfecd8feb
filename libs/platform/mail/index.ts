export { letterHtml, letterText, type Letter, type LetterRun } from './letter.js';
export { MailError } from './mail-error.js';
export { longestSendMs, openMailer, type Mailer, type MailerOptions } from './mailer.js';
export { messageIdOf, readSender, type MailMessage, type Sender } from './message.js';
export { openRelayLog, type RelayAnswer, type RelayLog } from './relay-log.js';
