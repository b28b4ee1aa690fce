import { ClassList } from '@/components/teach/class-list'
import { InviteButton } from '@/components/teach/invite-button'
import { OpenClassForm } from '@/components/teach/open-class-form'
import { PassphraseForm } from '@/components/teach/passphrase-form'
import { SignOutButton } from '@/components/teach/sign-out-button'
import { TeachHeader } from '@/components/teach/teach-header'
import { LinkButton } from '@/components/ui/button'
import { Pill } from '@/components/ui/pill'
import { Sheet } from '@/components/ui/sheet'
import { ownAddresses } from '@/lib/server/auth/addresses'
import { classesOfTeacher } from '@/lib/server/db/classes'
import { exercisesOfTeacher } from '@/lib/server/db/exercises'
import { allTeachers, type TeacherRecord } from '@/lib/server/db/teachers'

export async function TeacherHome({ teacher }: { teacher: TeacherRecord }) {
  const [classes, exercises, teachers] = await Promise.all([
    classesOfTeacher(teacher.id),
    exercisesOfTeacher(teacher.id),
    allTeachers(),
  ])
  const own = exercises.filter(({ slug }) => slug === null)
  const builtIn = exercises.length - own.length
  return (
    <>
      <TeachHeader current="classes">
        <span className="text-[0.95rem] text-ink-2">{teacher.name}</span>
        <SignOutButton />
      </TeachHeader>
      <main className="mx-auto grid max-w-6xl items-start gap-6 grid-cols-[minmax(0,1fr)] px-6 py-8 max-sm:px-4 max-sm:py-5 lg:grid-cols-[minmax(0,5fr)_minmax(0,3fr)]">
        <Sheet className="p-6 max-sm:p-4.5">
          <h1 className="mb-1 text-xl font-semibold tracking-tight">Your classes</h1>
          {classes.length === 0 ? (
            <p className="mt-1 mb-5 text-ink-2">
              A class has a code with which students join, the exercises that you choose, and a board on which
              you see them work. Open one to begin.
            </p>
          ) : (
            <ClassList
              classes={classes.map(({ id, title, code, students, lastAnswerAt, own }) => ({
                id,
                title,
                code,
                students,
                lastAnswerAt,
                own,
              }))}
            />
          )}
          <div className={classes.length === 0 ? '' : 'mt-4 border-t border-line pt-5'}>
            <OpenClassForm first={classes.length === 0} />
          </div>
        </Sheet>
        <div className="space-y-6">
          <Sheet className="p-6 max-sm:p-4.5">
            <h2 className="text-lg font-semibold">Exercises</h2>
            <p className="mt-1 text-[0.95rem] text-ink-2">
              {builtIn === 1 ? '1 built in' : `${builtIn} built in`}
              {own.length === 0
                ? '. Your own are a few lines each: write the forward pass, and the steps follow from it.'
                : `, ${own.length} of your own.`}
            </p>
            {own.length > 0 && (
              <ul className="mt-2">
                {own.slice(0, 4).map(({ id, version }) => (
                  <li key={id}>
                    <a
                      href={`/teach/exercises/${id}`}
                      className="-mx-2 block truncate rounded-cell px-2 py-1.5 hover:bg-working-ground/60"
                    >
                      {version.title}
                    </a>
                  </li>
                ))}
              </ul>
            )}
            <p className="mt-4 flex flex-wrap gap-2.5">
              <LinkButton href="/teach/exercises/new" size="small">
                New exercise
              </LinkButton>
              <LinkButton href="/teach/exercises" size="small" kind="quiet">
                See all
              </LinkButton>
            </p>
          </Sheet>
          <Sheet className="p-6 max-sm:p-4.5">
            <h2 className="text-lg font-semibold">Teachers</h2>
            <ul className="mt-2 mb-4">
              {teachers.map(one => (
                <li key={one.id} className="flex items-center gap-2.5 py-1">
                  <span className="truncate">{one.name}</span>
                  {one.id === teacher.id && <span className="text-sm text-ink-2">you</span>}
                  {one.owner && <Pill tone="chalk">owner</Pill>}
                </li>
              ))}
            </ul>
            {teacher.owner ? (
              <InviteButton addresses={ownAddresses()} />
            ) : (
              <p className="text-sm text-ink-2">The owner invites more teachers by link.</p>
            )}
          </Sheet>
          <Sheet className="p-6 max-sm:p-4.5">
            <details>
              <summary className="text-lg font-semibold">Your passphrase</summary>
              <div className="mt-3">
                <PassphraseForm />
              </div>
            </details>
          </Sheet>
        </div>
      </main>
    </>
  )
}
