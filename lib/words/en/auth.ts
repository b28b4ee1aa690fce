import type { Subject } from '../argument'
import { text } from '../text'

/** What somebody is told who signs in, or opens a desk with a code. */
export const auth = {
  'auth.type-the-code': () => text`Please type the code of your class.`,
  'auth.too-many-codes': () => text`Too many wrong codes. Please wait a while.`,
  'auth.many-sign-in': () => text`Many people are signing in right now. Please try again in a moment.`,
  'auth.unknown-link': () => text`This link is not one of ours.`,
  'auth.used-link': () => text`This link has been used. Each link works only once.`,
  'auth.old-link': () => text`This link has expired. Ask for a new one.`,
  'auth.name-taken': () => text`There is a teacher with this name already. Please choose another name.`,
  'auth.needs-name': () => text`Please give a name and a passphrase.`,
  'auth.too-many-tries': () => text`Too many wrong tries. Please wait a while.`,
  'auth.own-no-such-class': () => text`You do not own such a class.`,
  'auth.owner-is-in': () => text`The owner of a class cannot be its co-teacher.`,
  'auth.no-such-teacher': () => text`There is no such teacher.`,
  'auth.unknown-recovery': () => text`Nobody in this class has this recovery code. Please check it.`,
  'auth.unknown-pass': () =>
    text`This code opens no desk. A code works only once, within 10 minutes. Please make a new one.`,
  'auth.no-match': () => text`This name and passphrase do not match.`,
  'auth.unknown-code': () => text`No class has this code. Please check it with your teacher.`,
  'auth.passphrase-short': ({ least }: { least: number }) =>
    text`A passphrase has at least ${least} characters.`,
  'auth.passphrase-long': ({ most }: { most: number }) => text`A passphrase has at most ${most} characters.`,
} satisfies Subject
