import { getRequestConfig } from 'next-intl/server'
import { messages } from './messages'

/** What next-intl asks for at each request (next.config.js names this file). */
export default getRequestConfig(async () => ({ locale: 'en' as const, messages, timeZone: 'UTC' }))
