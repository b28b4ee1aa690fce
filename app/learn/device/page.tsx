import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DevicePage } from './device-page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('elsewhere'))('title') }
}

export default function Page() {
  return <DevicePage pass="" />
}
