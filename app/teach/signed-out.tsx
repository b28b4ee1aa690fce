import { SignInForm } from '@/components/teach/sign-in-form'
import { PageHeader } from '@/components/ui/page-header'

/** Instead of any page of a teacher's, where nobody is signed in. */
export function SignedOut() {
  return (
    <>
      <PageHeader framed={false} />
      <main className="mx-auto max-w-md px-6 pt-[8vh] pb-16 max-sm:px-4 max-sm:pt-4">
        <h1 className="text-2xl font-semibold tracking-tight">Teach</h1>
        <p className="mt-2 mb-6 text-ink-2">Sign in to your classes and exercises.</p>
        <SignInForm />
        <div className="mt-8 border-t border-line pt-5 text-[0.95rem] text-ink-2">
          <p>
            <strong className="font-semibold text-ink">
              Here for the first time, or forgotten your passphrase?
            </strong>{' '}
            Chalkgrad prints the owner’s one-time link when it starts; whoever runs it prints a new one with{' '}
            <code className="rounded bg-working-ground px-1.5 py-0.5 font-mono text-[0.85em] whitespace-nowrap">
              npm run teacher-link
            </code>
            . The owner invites other teachers by link.
          </p>
        </div>
      </main>
    </>
  )
}
