import type { ChalkError } from '@/lib/protocol/exercise'
import { CheckedExercise, LintedExercise, PreviewedExercise } from '@/lib/protocol/http'
import type { ExerciseLint } from '@/lib/protocol/lint'
import type { Reply } from '@/lib/protocol/replies'
import { parseMessage } from './parse'
import { post } from './post'

const nothing = () => ({})
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** Redeems a one-time link; the answer's cookie is the teacher's. */
export function redeem(
  token: string,
  fields: { name?: string; passphrase?: string },
): Promise<Reply<object>> {
  return post('/api/teach/redeem', { token, ...fields }, nothing)
}

export function signIn(name: string, passphrase: string): Promise<Reply<object>> {
  return post('/api/teach/sign-in', { name, passphrase }, nothing)
}

export function signOut(): Promise<Reply<object>> {
  return post('/api/teach/sign-out', {}, nothing)
}

export function setPassphrase(passphrase: string): Promise<Reply<object>> {
  return post('/api/teach/passphrase', { passphrase }, nothing)
}

/** The path of a one-time link for one more teacher, who then co-teaches the class, if one is given. */
export function inviteTeacher(classId: string | null): Promise<Reply<{ path: string }>> {
  return post('/api/teach/invite', classId === null ? {} : { class: classId }, answer => {
    const path = text(answer.path)
    return path === null ? null : { path }
  })
}

export function openClass(title: string): Promise<Reply<{ class: string }>> {
  return post('/api/teach/classes', { title }, answer => {
    const id = text(answer.class)
    return id === null ? null : { class: id }
  })
}

export function nameCoTeacher(classId: string, teacher: string, named: boolean): Promise<Reply<object>> {
  return post('/api/teach/co-teachers', { class: classId, teacher, named }, nothing)
}

/** Reads an exercise without storing it. */
export function checkExercise(source: string): Promise<Reply<Omit<CheckedExercise, 'ok'>>> {
  return post('/api/teach/exercises/check', { source }, answer => {
    const checked = parseMessage(CheckedExercise, answer)
    return checked && { errors: checked.errors, view: checked.view }
  })
}

/** An exercise with its key, to be looked at before it is chosen. */
export function previewExercise(version: string): Promise<Reply<Omit<PreviewedExercise, 'ok'>>> {
  return post('/api/teach/exercises/preview', { version }, answer => {
    const previewed = parseMessage(PreviewedExercise, answer)
    return previewed && { view: previewed.view, key: previewed.key }
  })
}

/** What the numbers of an exercise hide; null where the file is wrong. */
export function lintExercise(source: string): Promise<Reply<{ lint: ExerciseLint | null }>> {
  return post('/api/teach/exercises/lint', { source }, answer => {
    const linted = parseMessage(LintedExercise, answer)
    return linted && { lint: linted.lint }
  })
}

export type Saved = { saved: { exercise: string; version: string } } | { errors: ChalkError[] }

/** Stores an exercise, as a new version of `exercise` where one is named. A wrong file is not stored. */
export function saveExercise(source: string, exercise: string | null): Promise<Reply<Saved>> {
  const body = exercise === null ? { source } : { source, exercise }
  return post<Saved>('/api/teach/exercises', body, answer => {
    if (Array.isArray(answer.errors)) {
      const errors = parseMessage(CheckedExercise.shape.errors, answer.errors)
      return errors && { errors }
    }
    const id = text(answer.exercise)
    const version = text(answer.version)
    return id === null || version === null ? null : { saved: { exercise: id, version } }
  })
}
