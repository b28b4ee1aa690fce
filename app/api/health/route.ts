import { ownerExists } from '@/lib/server/db/teachers'

export const dynamic = 'force-dynamic'

/** 200 when the database answers; for a supervisor or a load balancer. */
export async function GET(): Promise<Response> {
  try {
    await ownerExists()
    return Response.json({ ok: true }, { headers: { 'Cache-Control': 'no-store' } })
  } catch {
    return Response.json({ ok: false }, { status: 503, headers: { 'Cache-Control': 'no-store' } })
  }
}
