import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'

/** The way from a frame of another site to the same thing on a page of ours, in a window of its own. */
export function OpenWhole({ address }: { address: string }) {
  const say = useTranslations('exercises')
  return (
    <footer className="px-3 pb-2 text-right text-[0.9rem] print:hidden">
      <a
        href={address}
        target="_blank"
        rel="noopener"
        data-testid="open-whole"
        className="inline-flex min-h-10 items-center gap-2 text-ink-2 underline-offset-4 hover:text-ink hover:underline"
      >
        {say('openWhole')} <Icon name="arrow" size={13} />
      </a>
    </footer>
  )
}
