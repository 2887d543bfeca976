import { afterAll } from 'vitest'
import { features } from '../../src/features/index.ts'

export interface WriteRoute {
  method: string
  url: string
  takesCrossSiteWrites: boolean
}

/**
 * Every route that writes, of the applications that are opened afterwards. What is asked of all forms is asked of those that somebody
 * adds tomorrow too.
 */
export function watchWriteRoutes(): WriteRoute[] {
  const found: WriteRoute[] = []
  const watch: NonNullable<(typeof features)[number]['routes']> = (app) => {
    app.addHook('onRoute', ({ method, url, config }) => {
      for (const each of [method].flat().filter((name) => !['GET', 'HEAD', 'OPTIONS'].includes(name)))
        found.push({ method: each, url, takesCrossSiteWrites: config?.takesCrossSiteWrites === true })
    })
  }
  const watcher = { name: 'watch', messages: { fr: {}, ko: {}, en: {} }, routes: watch, api: watch }
  features.unshift(watcher)
  afterAll(() => features.splice(features.indexOf(watcher), 1))
  return found
}

/** An address of a route: each parameter takes what is given, else a word that names nothing. */
export function addressOf(url: string, given: Readonly<Record<string, string>> = {}): string {
  const known: Record<string, string> = { language: 'fr', network: 'france-coree', ...given }
  return url.replaceAll(/:(\w+)/g, (_, name: string) => known[name] ?? 'nothing')
}
