import { PageHeader } from '@/components/ui/page-header'
import { foldCode } from '@/lib/protocol/ids'
import { desksHere } from '../desks-here'
import { JoinDoor } from './join-door'

/** Both addresses of joining: `/join?code=` from the form on the first page, `/join/CODE` from a link or a QR. */
export async function JoinPage({ code, recover }: { code: string; recover: boolean }) {
  const desks = await desksHere()
  const folded = foldCode(code.slice(0, 40))
  const here = folded === '' ? desks : desks.filter(desk => desk.code === folded)
  return (
    <>
      <PageHeader framed={false} />
      <main className="mx-auto max-w-md px-6 pt-[8vh] pb-16 max-sm:px-4 max-sm:pt-4">
        <JoinDoor code={folded} recover={recover} desks={here} />
      </main>
    </>
  )
}
