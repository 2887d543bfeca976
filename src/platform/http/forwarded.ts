import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Clock } from '../context/clock.ts'
import { isPublicAddress } from '../links/public-address.ts'
import type { Settings } from '../settings/settings.ts'

const headers = ['x-forwarded-for', 'forwarded', 'x-real-ip'] as const
const hourMs = 3_600_000
const forgottenAfterMs = 7 * 24 * hourMs

const noted = z.object({ header: z.enum(headers), from: z.string(), at: z.iso.datetime() })
/** A forwarded request whose sender TRUST_PROXY does not let speak for others. */
export type Forwarded = z.infer<typeof noted>

/**
 * Notes in DATA_DIR, once an hour at most, that a proxy of this machine or of a private network, which TRUST_PROXY does not name,
 * forwarded a request: an operator who runs `doctor`, in this process or another, sees it.
 */
export function noteForwarded(app: FastifyInstance, settings: Settings, clock: Clock): void {
  let silentUntil = 0
  app.addHook('onRequest', (request, _reply, done) => {
    const header = headers.find((name) => request.headers[name] !== undefined)
    // For a trusted proxy, both it and the client it speaks for are known.
    if (header === undefined || (request.ips?.length ?? 1) > 1) return done()
    const from = request.raw.socket.remoteAddress ?? ''
    // Anybody on the internet can send such a header to an open port: trusting it would let them claim any address.
    if (isPublicAddress(from)) return done()
    const at = clock.now()
    if (at.epochMilliseconds < silentUntil) return done()
    silentUntil = at.epochMilliseconds + hourMs
    const note: Forwarded = { header, from, at: at.toString() }
    try {
      mkdirSync(settings.dataDir, { recursive: true })
      writeFileSync(pathOf(settings), JSON.stringify(note), { mode: 0o600 })
    } catch (error) {
      request.log.warn({ err: error }, 'a forwarded request could not be noted')
    }
    done()
  })
}

/** What was noted within a week; null for nothing. */
export function readForwarded(settings: Settings, clock: Clock): Forwarded | null {
  try {
    const note = noted.parse(JSON.parse(readFileSync(pathOf(settings), 'utf8')))
    const age = clock.now().epochMilliseconds - Date.parse(note.at)
    return age < forgottenAfterMs ? note : null
  } catch {
    return null
  }
}

function pathOf({ dataDir }: Settings): string {
  return join(dataDir, 'forwarded.json')
}
