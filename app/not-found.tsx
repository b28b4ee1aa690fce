import { LinkButton } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'

export default function NotFound() {
  return (
    <>
      <PageHeader framed={false} />
      <main className="mx-auto max-w-md px-6 pt-[12vh] max-sm:px-4">
        <h1 className="text-2xl font-semibold tracking-tight">There is nothing at this address</h1>
        <p className="mt-2 mb-5 text-ink-2">
          The address may be misspelt, or belong to somebody else’s class.
        </p>
        <LinkButton kind="act" href="/">
          Go to the home page
        </LinkButton>
      </main>
    </>
  )
}
