import { afterAll } from 'vitest'
import { features } from '../../src/features/index.ts'

export interface WriteRoute {
  method: string
  url: string
  takesCrossSiteWrites: boolean
  /** How often one place may send it, where it has a limit of its own. */
  limit: number | null
}

/** Every route that writes, of the applications that are opened afterwards. Tests of all forms so include those that are added tomorrow. */
export function watchWriteRoutes(): WriteRoute[] {
  const found: WriteRoute[] = []
  const watch: NonNullable<(typeof features)[number]['routes']> = (app) => {
    app.addHook('onRoute', ({ method, url, config }) => {
      for (const each of [method].flat().filter((name) => !['GET', 'HEAD', 'OPTIONS'].includes(name)))
        found.push({
          method: each,
          url,
          takesCrossSiteWrites: config?.takesCrossSiteWrites === true,
          limit: limitIn(config?.rateLimit),
        })
    })
  }
  const watcher = { name: 'watch', messages: { fr: {}, ko: {}, en: {} }, routes: watch, api: watch }
  features.unshift(watcher)
  afterAll(() => features.splice(features.indexOf(watcher), 1))
  return found
}

function limitIn(limit: { max?: unknown } | false | undefined): number | null {
  return limit && typeof limit.max === 'number' ? limit.max : null
}

/**
 * Whether a form of a group is anybody's to send. Corrections are anybody's to report, events anybody's to propose and to register for,
 * wishes anybody's to answer; whoever has the link of a partner, of somebody whom peers ask, of a reader, of somebody convened, of a proposer, of an asker, of whoever
 * talks without an account, of an office that is asked about its country, of whoever is asked what came of an exchange, may be asked by colleagues or whether its lines in a report are right, of who is asked whether a wish still stands, of a registrant, of somebody asked for a date or of a reader of
 * the letter is one.
 */
export function isForAnybody(url: string): boolean {
  return /\/correction$|\/corrections\/|\/confirmations\/|\/brief\/questions\/|\/outcomes\/:token\/|\/reports\/lines\/|\/practices\/reviews\/|\/questions\/asked\/|\/contacts\/asked\/:token$|\/convocations\/|\/agenda\/propose|\/agenda\/(?:registered|polled)\/|\/partners\/(?:introduced|renewals)\/|\/partners\/:slug\/interest$|\/registration(\/own|\/link)?$|\/expected\/|\/newsletter\/(?:subscribe$|(?:confirm|preferences|unsubscribe|address)\/)/.test(
    url,
  )
}

/** An address of a route: each parameter gets the given value, else a word that names nothing. */
export function addressOf(url: string, given: Readonly<Record<string, string>> = {}): string {
  const known: Record<string, string> = { language: 'fr', network: 'france-coree', ...given }
  return url.replaceAll(/:(\w+)/g, (_, name: string) => known[name] ?? 'nothing')
}
