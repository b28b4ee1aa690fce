import { getTranslations } from 'next-intl/server'
import { TakeProgress } from '@/components/learn/take-progress'
import { desksThatKeep } from './desks-that-keep'

/** Where progress comes to another device: by a code, or with a desk that is open here. */
export async function DevicePage({ pass }: { pass: string }) {
  const [say, desks] = [await getTranslations('elsewhere'), await desksThatKeep()]
  return (
    <main className="mx-auto max-w-md px-6 pt-[8vh] pb-16 max-sm:px-4 max-sm:pt-4">
      <h1 className="text-3xl font-bold tracking-tight">{say('title')}</h1>
      <p className="mt-2 mb-6 text-ink-2">{say('lead')}</p>
      <TakeProgress pass={pass} desks={desks} />
    </main>
  )
}
