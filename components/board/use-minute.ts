import { useEffect, useState } from 'react'

/** Now, in Unix milliseconds, renewed often enough for what is shown in minutes. */
export function useMinute(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
