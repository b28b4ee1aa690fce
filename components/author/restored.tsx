import { Moment } from '@/components/teach/moment'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

/** Text from an earlier visit came back. */
export function Restored({ at, onRevert }: { at: number; onRevert: () => void }) {
  return (
    <Notice tone="chalk" icon={false}>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <span>
          This is your text from <Moment at={at} />, which was not saved.
        </span>
        <Button size="small" onClick={onRevert}>
          Discard it
        </Button>
      </div>
    </Notice>
  )
}
