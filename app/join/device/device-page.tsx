import { OpenByPass } from '@/components/join/open-by-pass'
import { PageHeader } from '@/components/ui/page-header'

export function DevicePage({ pass }: { pass: string }) {
  return (
    <>
      <PageHeader framed={false} />
      <main className="mx-auto max-w-md px-6 pt-[8vh] pb-16 max-sm:px-4 max-sm:pt-4">
        <h1 className="text-3xl font-bold tracking-tight">Your desk on this device</h1>
        <p className="mt-2 mb-6 text-ink-2">
          At your desk on the other device, press “Another device”: it shows a code for ten minutes.
        </p>
        <OpenByPass pass={pass} />
        <p className="mt-6 text-[0.95rem] text-ink-2">
          <a href="/join?recover" className="underline underline-offset-2 hover:text-ink">
            I only have my recovery code
          </a>
        </p>
      </main>
    </>
  )
}
