import { ExamplePicture } from '@/components/desk/example-picture'
import { AtWork } from '@/components/landing/at-work'
import { Button, LinkButton } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { PageHeader } from '@/components/ui/page-header'
import { Sheet } from '@/components/ui/sheet'
import { SiteNav } from '@/components/ui/site-nav'
import { desksHere } from './desks-here'

export default async function Page() {
  const desks = await desksHere()
  return (
    <>
      <PageHeader framed={false}>
        <SiteNav />
      </PageHeader>
      <main className="mx-auto grid max-w-6xl items-center gap-x-16 gap-y-12 px-6 pt-[7vh] pb-16 max-sm:px-4 max-sm:pt-4 lg:grid-cols-2">
        <div className="min-w-0">
          <h1 className="text-[clamp(2.2rem,10.5vw,3.75rem)] leading-[1.08] font-bold tracking-tight text-balance">
            Backpropagation, by hand.
          </h1>
          <p className="mt-5 max-w-lg text-lg text-ink-2">
            You do the gradients. Every cell is checked exactly, your own slips are followed through, and the
            mistake behind a wrong matrix gets its name.
          </p>
          <form action="/join" noValidate className="mt-8 flex flex-wrap items-end gap-3">
            <Field
              label="Class code"
              name="code"
              data-testid="join-code"
              big
              placeholder="K7MX-4RQ"
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              className="w-56 max-sm:w-full [&_input]:tracking-[0.14em] [&_input]:uppercase"
            />
            <Button type="submit" kind="act" size="large" className="max-sm:w-full">
              Join the class
            </Button>
          </form>
          <p className="mt-5 max-w-lg text-[0.95rem] text-ink-2">
            No class?{' '}
            <a href="/learn" className="underline underline-offset-2 hover:text-ink">
              Start the lesson
            </a>
            : from one partial derivative to a full backward pass. You teach?{' '}
            <a href="#at-work" className="underline underline-offset-2 hover:text-ink">
              See a class at work
            </a>
            .
          </p>
          {desks.length > 0 && (
            <ul className="mt-6 space-y-1 text-[0.95rem]">
              {desks.map(desk => (
                <li key={desk.classId}>
                  <LinkButton href={`/class/${desk.classId}`} className="max-w-full">
                    <span className="truncate">
                      Continue as {desk.name} in {desk.title}
                    </span>
                  </LinkButton>
                </li>
              ))}
            </ul>
          )}
        </div>
        <Sheet className="min-w-0 p-6 max-sm:p-4">
          <ExamplePicture />
        </Sheet>
      </main>
      <AtWork />
    </>
  )
}
