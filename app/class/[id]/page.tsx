import type { Metadata } from 'next'
import { DeskClient } from '@/components/desk/desk-client'
import { Waiting } from '@/components/join/waiting'
import { LinkButton } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { currentStudent, waitingStudent } from '@/lib/server/auth/session'
import { classById } from '@/lib/server/db/classes'

export const metadata: Metadata = { title: 'Desk' }

/** A student's desk. The address holds the class's id; who the student is comes from the cookie alone. */
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const student = await currentStudent(id)
  // People without a desk in a class are not told whether it exists.
  const taught = student && (await classById(id))
  if (!student || !taught) return <NoDeskYet classId={id} />
  return (
    <DeskClient
      classId={taught.id}
      classTitle={taught.title}
      student={{ id: student.id, name: student.name }}
    />
  )
}

/** The page of somebody who waits to be let in. */
async function NoDeskYet({ classId }: { classId: string }) {
  const waiting = await waitingStudent(classId)
  const taught = waiting && (await classById(classId))
  if (!waiting || !taught) return <NoDesk />
  return (
    <>
      <PageHeader framed={false} />
      <main className="mx-auto max-w-md px-6 pt-[10vh] max-sm:px-4">
        <Waiting classId={taught.id} title={taught.title} name={waiting.name} />
      </main>
    </>
  )
}

function NoDesk() {
  return (
    <>
      <PageHeader framed={false} />
      <main className="mx-auto max-w-md px-6 pt-[10vh] max-sm:px-4">
        <h1 className="text-2xl font-semibold tracking-tight">No desk is open here</h1>
        <p className="mt-2 text-ink-2">
          This browser is not signed in to that class. If you have joined before, your recovery code opens
          your desk again, with everything on it.
        </p>
        <p className="mt-5 flex flex-wrap gap-2.5">
          <LinkButton kind="act" href="/join">
            Join with the class code
          </LinkButton>
          <LinkButton href="/join?recover">Use a recovery code</LinkButton>
        </p>
      </main>
    </>
  )
}
