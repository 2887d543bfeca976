import { afterAll } from 'vitest'
import { features } from '../../src/features/index.ts'

/** Every route that is read, of the applications that are opened afterwards. */
export function watchReadRoutes(): string[] {
  const found: string[] = []
  const watch: NonNullable<(typeof features)[number]['routes']> = (app) => {
    app.addHook('onRoute', ({ method, url }) => {
      if ([method].flat().includes('GET')) found.push(url)
    })
  }
  const watcher = { name: 'watch', messages: { fr: {}, ko: {}, en: {} }, routes: watch, api: watch }
  features.unshift(watcher)
  afterAll(() => features.splice(features.indexOf(watcher), 1))
  return found
}
