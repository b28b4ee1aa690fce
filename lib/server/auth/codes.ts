import { randomInt } from 'node:crypto'
import { classCodeLength, codeAlphabet, recoveryCodeLength } from '@/lib/protocol/ids'
import { keyed } from './secret'

/** A class's join code: 28^7 of them, about 1.3e10. */
export function newClassCode(): string {
  return Array.from({ length: classCodeLength }, () => codeAlphabet[randomInt(codeAlphabet.length)]).join('')
}

/**
 * A student's recovery code, derived so that it can be shown again without being stored. 128 bits brought
 * into 28^8 (38.5 bits): the bias is below 2^-89.
 */
export function recoveryCode(studentId: string): string {
  const base = BigInt(codeAlphabet.length)
  let rest = BigInt(`0x${keyed('recovery code', studentId).subarray(0, 16).toString('hex')}`)
  let code = ''
  while (code.length < recoveryCodeLength) {
    code += codeAlphabet[Number(rest % base)]
    rest /= base
  }
  return code
}

/**
 * The hash by which a code is looked up. It has a key, because somebody with a stolen database could try out 38 bits
 * behind a bare hash.
 */
export function recoveryHash(classId: string, code: string): string {
  return keyed('recovery look-up', `${classId} ${code}`).toString('base64url')
}

/** A code for another device, of as many symbols as a recovery code. */
export function newPassCode(): string {
  return Array.from({ length: recoveryCodeLength }, () => codeAlphabet[randomInt(codeAlphabet.length)]).join(
    '',
  )
}

/** What the database holds of a pass to another device. */
export function passHash(pass: string): string {
  return keyed('device pass', pass).toString('base64url')
}

/** The same of a pass that brings a learner's progress along. */
export function learnerPassHash(pass: string): string {
  return keyed('learner pass', pass).toString('base64url')
}
