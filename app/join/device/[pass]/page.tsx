import type { Metadata } from 'next'
import { DevicePage } from '../device-page'

export const metadata: Metadata = {
  title: 'Your desk on this device',
  robots: { index: false, follow: false },
}

/** What the QR at the desk leads to. */
export default async function Page({ params }: { params: Promise<{ pass: string }> }) {
  const { pass } = await params
  return <DevicePage pass={/^[A-Za-z0-9-]{1,12}$/.test(pass) ? pass : ''} />
}
