import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { openSendings, type Sendings } from '../../../../../test/support/send-letters.ts'
import { reckonedMs } from '../../../../../test/support/thread-time.ts'
import { prepareSending } from './commands.ts'

let fixture: Sendings
beforeAll(async () => {
  fixture = await openSendings({ directory: 'none' })
  return fixture.close
})

/** Adds this many readers at once. */
async function addReaders(count: number): Promise<void> {
  const { database } = fixture.house.context
  await sql`
    insert into newsletter_subscription (
      subscription_id, network_id, address, address_digest, state, language, country, frequency, themes, consent_way, consent_at,
      created_at, updated_at
    )
    select gen_random_uuid(), n.network_id, 'reader' || i || '@ville.example', 'digest ' || i, 'subscribed',
      (array['fr', 'ko', 'en'])[1 + i % 3], (array['FR', 'KR'])[1 + i % 2], case when i % 10 = 0 then 'concerns' else 'issue' end,
      case when i % 20 = 0 then array['culture'] else array['sport'] end, 'form', now(), now(), now()
    from generate_series(1, ${count}::int) as i, networks_network n
    where n.slug = ${fixture.slug}
  `.execute(database)
}

const order = async () => {
  fixture.house.clock.moveTo('2026-11-02T14:00:00Z')
  const { to } = await fixture.order('2026-11-02')
  return /sendings\/([0-9a-f-]{36})/.exec(to)?.[1] ?? ''
}

async function counts() {
  const { rows } = await sql<Record<string, number>>`
    select (select count(*)::int from newsletter_sending_reader) as recipients,
      (select count(*)::int from newsletter_sending_reader where not is_concerned) as spared,
      (select count(*)::int from platform_mailing_reader) as letters,
      (select count(*)::int from platform_mailing_version) as editions,
      (select count(*)::int from platform_mailing where state = 'sending') as begun
  `.execute(fixture.house.context.database)
  return rows[0]
}

// What stood in the letter before and has not changed would be left out.
const sixty = (letter: string) =>
  Array.from({ length: 60 }, (_, at) => ({
    ...fixture.item(`event:${letter}${at}`, `Semaine coréenne ${at} de la ville de Tours`),
    themes: at % 2 === 0 ? ['culture'] : [],
  }))

test('an issue of sixty things in three languages is prepared in less than a second', async () => {
  await addReaders(3)
  await fixture.approve(sixty('a'))
  // MJML is loaded once a process: the page before draws each language too.
  await fixture.keeper.get(`/fr/${fixture.letters}/draft/sending`)
  const id = await order()
  const took = await reckonedMs(() => prepareSending(fixture.house.application, id))
  process.stderr.write(`60 things in 3 languages prepared: ${Math.round(took)} ms of processor\n`)
  expect(took).toBeLessThan(1000)
  expect(await counts()).toEqual({ recipients: 3, spared: 0, letters: 3, editions: 3, begun: 1 })
}, 60_000)

test('a thousand readers are prepared by two at once, each of them once', async () => {
  const { database } = fixture.house.context
  await sql`delete from newsletter_sending`.execute(database)
  await sql`delete from platform_mailing`.execute(database)
  await sql`delete from newsletter_subscription`.execute(database)
  await addReaders(1000)
  await fixture.approve(sixty('b'))
  const id = await order()
  const work = () => prepareSending(fixture.house.application, id)
  const before = process.cpuUsage()
  await Promise.all([work(), work()])
  const { user, system } = process.cpuUsage(before)
  process.stderr.write(
    `1000 readers prepared by two: ${Math.round((user + system) / 1000)} ms of processor\n`,
  )
  expect(await counts()).toEqual({ recipients: 1000, spared: 50, letters: 950, editions: 6, begun: 1 })
  // Preparing once more changes nothing.
  await work()
  expect(await counts()).toMatchObject({ recipients: 1000, letters: 950 })
}, 60_000)
