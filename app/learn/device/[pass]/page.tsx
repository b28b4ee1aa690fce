import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DevicePage } from '../device-page'

export async function generateMetadata(): Promise<Metadata> {
  const title = (await getTranslations('elsewhere'))('title')
  return { title, robots: { index: false, follow: false } }
}

/** What the QR below the exercises leads to. */
export default async function Page({ params }: { params: Promise<{ pass: string }> }) {
  const { pass } = await params
  return <DevicePage pass={/^[A-Za-z0-9-]{1,12}$/.test(pass) ? pass : ''} />
}
