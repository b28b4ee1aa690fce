import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { pageColours, readTheme, themeCookie } from '@/components/ui/theme'
import { inter, interExtended, stix, stixRest } from './fonts'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Chalkgrad', template: '%s · Chalkgrad' },
  description: 'A classroom for learning backpropagation by hand, checked exactly.',
  icons: { icon: '/icon.svg' },
}

export async function generateViewport(): Promise<Viewport> {
  const theme = await chosenTheme()
  return {
    width: 'device-width',
    initialScale: 1,
    themeColor: theme
      ? pageColours[theme]
      : [
          { media: '(prefers-color-scheme: light)', color: pageColours.paper },
          { media: '(prefers-color-scheme: dark)', color: pageColours.board },
        ],
  }
}

/** Every page is rendered for its request: the nonce of the content security policy is of that request. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection()
  const theme = await chosenTheme()
  return (
    <html
      lang="en"
      data-theme={theme ?? undefined}
      className={`${inter.variable} ${interExtended.variable} ${stix.variable} ${stixRest.variable}`}
      suppressHydrationWarning
    >
      <body>{children}</body>
    </html>
  )
}

async function chosenTheme() {
  return readTheme((await cookies()).get(themeCookie)?.value)
}
