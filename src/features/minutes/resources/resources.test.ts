import { beforeAll, expect, test } from 'vitest'
import { buildMeeting } from '../../../../test/support/build-meeting.ts'
import type { BuiltNetwork } from '../../../../test/support/build-network.ts'
import { original } from '../../../../test/support/build-texts.ts'
import { fieldsOf } from '../../../../test/support/form-fields.ts'
import { openKeptGroup } from '../../../../test/support/open-kept-group.ts'
import type { TestApp } from '../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import type { SignedIn } from '../../../../test/support/sign-in.ts'
import type { LinkOutcome } from '../../../platform/links/check-link.ts'
import { watchLinks } from './link-checks.commands.ts'

let testApp: TestApp
let network: BuiltNetwork
let keeper: SignedIn
beforeAll(async () => {
  ;({ testApp, network, keeper } = await openKeptGroup())
  return testApp.close
})

const resource = (label: string, url: string | null) => ({
  kind: 'page' as const,
  language: 'fr',
  label: original(label),
  url,
  copyWords: '',
  knownOn: '2026-11-01',
})

test('what was shown is written down, and a link without an address keeps its label', async () => {
  const { path } = await buildMeeting(testApp.context, network, { isHeld: true })
  const one = {
    'resources.0.label.fr.text': 'Film de la ville',
    'resources.0.kind': 'video',
    'resources.0.language': 'fr',
  }
  const wrong = await keeper.post(`/fr/${path}/resources`, {
    ...one,
    'resources.0.url': 'javascript:alert(1)',
    action: 'save',
  })
  expect(wrong.statusCode).toBe(422)
  await keeper.post(`/fr/${path}/resources`, { ...one, 'resources.0.url': '#', action: 'save' })
  const page = (await testApp.get(`/fr/${path}`)).body
  expect(pageWords(page)).toContain('Film de la ville Vidéo · sans adresse')
  expect(page).not.toMatch(/<a [^>]*>[^<]*<span[^>]*>Film de la ville/)
})

test('links are looked at once a week, one host after pauses, and say what became of them', async () => {
  const { path, id } = await buildMeeting(testApp.context, network, {
    isHeld: true,
    resources: [
      resource('Ici', 'https://works.example/a'),
      resource('Parti', 'https://moved.example/b'),
      resource('Perdu', 'https://gone.example/c'),
      resource('Sans', null),
    ],
  })
  const outcomes: Record<string, LinkOutcome> = {
    'https://works.example/a': { kind: 'works' },
    'https://moved.example/b': { kind: 'moved', to: 'https://new.example/b' },
    'https://gone.example/c': { kind: 'gone' },
  }
  const asked: string[] = []
  const watch = () =>
    watchLinks(testApp.context, {
      pauseMs: 0,
      check: async (url) => {
        asked.push(url)
        return outcomes[url] ?? { kind: 'refused' }
      },
    })
  expect(await watch()).toBe(3)
  expect(await watch()).toBe(0)
  testApp.clock.advance({ hours: 24 * 8 })
  await watch()
  expect(asked.toSorted()).toEqual(
    Object.keys(outcomes)
      .flatMap((url) => [url, url])
      .toSorted(),
  )
  const body = (await testApp.get(`/fr/${path}`)).body
  const page = pageWords(body)
  expect(page).toMatch(/Perdu Page web · lien rompu depuis le 2 nov. 2026/)
  expect(page).toContain('Parti Page web · adresse changée')
  expect(body).toContain('href="https://new.example/b"')
  expect(body).not.toContain('href="https://gone.example/c"')

  // A new address starts from scratch; the place of a copy is said beside the dead one.
  const fields = await fieldsOf(keeper, `/fr/${path}/resources`)
  await keeper.post(`/fr/${path}/resources`, {
    ...fields,
    'resources.1.url': 'https://other.example/b',
    'resources.2.copyWords': 'Archives municipales, carton 12',
    action: 'save',
  })
  expect(pageWords((await testApp.get(`/fr/${path}`)).body)).toContain(
    'Copie conservée : Archives municipales, carton 12',
  )
  const states = await testApp.context.database
    .selectFrom('minutes_resource')
    .select(['state'])
    .where('meeting_id', '=', id)
    .orderBy('position')
    .execute()
  expect(states.map(({ state }) => state)).toEqual(['works', 'unknown', 'dead', 'unknown'])
  testApp.clock.advance({ hours: -24 * 8 })
})
