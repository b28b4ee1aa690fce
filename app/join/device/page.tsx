import type { Metadata } from 'next'
import { DevicePage } from './device-page'

export const metadata: Metadata = { title: 'Your desk on this device' }

export default function Page() {
  return <DevicePage pass="" />
}
