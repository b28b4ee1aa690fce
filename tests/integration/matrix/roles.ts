import type { Socket } from 'socket.io-client'
import { RefusalCode } from '@/lib/protocol/replies'
import type { AskName, Contract } from '@/lib/protocol/wire/contract'
import type { contracts } from '@/lib/protocol/wire/contracts'
import { ask, connected, type HandshakeError, Jar, type OpenedClass, type School } from '../school'

/** Who may be asking, as seen from one class. */
export const roles = [
  'nobody', // no cookie at all
  'student', // of the class
  'elsewhere', // a student of another class, where nothing was chosen
  'owner', // the teacher whose class it is
  'coTeacher',
  'stranger', // another teacher, with a class of their own
  'gone', // signed out in between, as a student and as a co-teacher, and still in possession of both cookies
] as const
export type Role = (typeof roles)[number]

/** Namespaces that are entered with a desk's cookie. */
export const studentsEnds: readonly string[] = ['/desk', '/door']

export type Code = 'ok' | RefusalCode
export type Replies = Readonly<Record<Role, Code>>

/** One event, or one kind of message of it. */
export interface EventRow {
  /** Tells several rows of one event apart. */
  readonly what?: string
  /** Messages that fit and that the class would take, one after the other. */
  readonly messages: (cast: Cast) => readonly object[]
  /**
   * What each role is told; the handshake's refusal where a role gets no further. Those who have a class of their own
   * (`elsewhere` at a desk, `stranger` at a board) send the same message there.
   */
  readonly replies: Replies
}

/** One of the contracts. */
type End = (typeof contracts)[keyof typeof contracts]

export type EventTable<C extends Contract> = Readonly<Record<AskName<C>, readonly EventRow[]>>

const outside = {
  nobody: 'signed-out',
  student: 'signed-out',
  elsewhere: 'signed-out',
  owner: 'signed-out',
  coTeacher: 'signed-out',
  stranger: 'signed-out',
  gone: 'signed-out',
} as const

/** At a desk: nobody but students gets in. */
export const atDesks = (inside: Pick<Replies, 'student' | 'elsewhere'>): Replies => ({
  ...outside,
  ...inside,
})
/** At a board: nobody but teachers gets in. */
export const atBoards = (inside: Pick<Replies, 'owner' | 'coTeacher' | 'stranger'>): Replies => ({
  ...outside,
  ...inside,
})

/** The people of the matrix. */
export class Cast {
  private readonly jars = new Map<Role, Jar>()
  /** Codes and ids that messages name. */
  student = ''
  coTeacher = ''
  recovery = ''

  private constructor(
    readonly school: School,
    readonly opened: OpenedClass,
    /** The stranger's class, in which the student `elsewhere` is. Nothing was chosen there. */
    readonly other: { id: string; code: string },
  ) {}

  static async of(school: School): Promise<Cast> {
    const owner = await school.owner()
    const opened = await school.openClass(owner)
    const coTeacher = await school.invited(owner, 'coTeacher')
    const stranger = await school.invited(owner, 'stranger')
    const { json } = await school.post('/api/teach/classes', { title: 'Another' }, stranger)
    const [other] = await school.rows<{ id: string; code: string }>(
      `SELECT id, code FROM Class WHERE id = '${json.class}'`,
    )
    if (!other) throw new Error('no other class')
    const cast = new Cast(school, opened, other)
    for (const [role, kept] of [
      ['owner', owner],
      ['coTeacher', coTeacher],
      ['stranger', stranger],
    ] as const) {
      cast.jars.set(role, kept)
    }
    const [named] = await school.rows<{ id: string }>(`SELECT id FROM Teacher WHERE name = 'coTeacher'`)
    cast.coTeacher = named?.id ?? ''
    await cast.nameCoTeacher(true)
    const { jar } = await school.join(opened.code, 'Named in messages')
    // A board knows whoever has come once.
    ;(await school.desk(jar, opened.id)).close()
    const { json: codes } = await school.post('/api/recovery-code', { class: opened.id }, jar)
    cast.recovery = String(codes.recovery)
    const [row] = await school.rows<{ id: string }>('SELECT id FROM Student')
    cast.student = row?.id ?? ''
    return cast
  }

  async nameCoTeacher(named: boolean): Promise<void> {
    const body = { class: this.opened.id, teacher: this.coTeacher, named }
    const { json } = await this.school.post('/api/teach/co-teachers', body, await this.jar('owner'))
    if (!json.ok) throw new Error(json.message)
  }

  /** The first exercise that the class works on. */
  get version(): string {
    return this.opened.versions[0] as string
  }

  passphrase(role: Role): string {
    return role === 'coTeacher' || role === 'stranger' ? `I am ${role}!` : 'chalk and paper'
  }

  /** The cookies of one who has a role; `fresh`: a session of its own, which may be ended. */
  async jar(role: Role, fresh = false): Promise<Jar> {
    const known = this.jars.get(role)
    if (known && !fresh) return known
    const jar = await this.signedIn(role)
    if (!fresh) this.jars.set(role, jar)
    return jar
  }

  /** Forgets the connections, after messages that may have ended sessions. */
  forget(): void {
    this.jars.clear()
  }

  private async signedIn(role: Role): Promise<Jar> {
    const { school, opened, other } = this
    if (role === 'nobody') return new Jar()
    if (role === 'student') return (await school.join(opened.code, 'Student')).jar
    if (role === 'elsewhere') return (await school.join(other.code, 'Elsewhere')).jar
    if (role === 'gone') return this.signedOut()
    const name = role === 'owner' ? 'Dana' : role
    const jar = new Jar()
    const { json } = await school.post('/api/teach/sign-in', { name, passphrase: this.passphrase(role) }, jar)
    if (!json.ok) throw new Error(json.message)
    return jar
  }

  private async signedOut(): Promise<Jar> {
    const [student, teacher] = [await this.jar('student', true), await this.jar('coTeacher', true)]
    const kept = new Jar()
    for (const jar of [student, teacher])
      for (const [name, value] of jar.cookies) kept.cookies.set(name, value)
    await this.school.post('/api/leave', { class: this.opened.id }, student)
    await this.school.post('/api/teach/sign-out', {}, teacher)
    return kept
  }

  /** A connection of this role to the class, or to the one class that is open to it; else how the handshake was refused. */
  async connection(role: Role, { namespace }: End): Promise<Socket | Code> {
    const away = role === (studentsEnds.includes(namespace) ? 'elsewhere' : 'stranger')
    const to = away ? this.other.id : this.opened.id
    const socket = this.school.socket(namespace, await this.jar(role), { class: to })
    return connected(socket).catch((error: HandshakeError) => codeOf(error.data))
  }

  /** What came of one event. */
  async reply(role: Role, contract: End, event: string, message: unknown): Promise<Code> {
    const socket = await this.connection(role, contract)
    if (typeof socket === 'string') return socket
    try {
      return codeOf(await ask(socket, event, message))
    } finally {
      socket.close()
    }
  }
}

export function codeOf(reply: object | undefined): Code {
  if (reply && 'ok' in reply && reply.ok === true) return 'ok'
  const code = RefusalCode.safeParse(reply && 'code' in reply ? reply.code : undefined)
  if (!code.success) throw new Error(`this is no reply: ${JSON.stringify(reply)}`)
  return code.data
}
