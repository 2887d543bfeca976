import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fieldsOf } from '../../../../test/support/form-fields.ts'
import { decide, importWords, runJob } from '../../../../test/support/import-text.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import type { SignedIn } from '../../../../test/support/sign-in.ts'
import { toDoLinesOf } from '../../../../test/support/to-do-lines.ts'
import { openWishing, type WishingFixture } from '../../../../test/support/wishes.ts'

const list = '/fr/france-coree/practices'
const ceramics = `${list}/ceramics-and-crafts-limoges-icheon`
const parks = `${list}/parks-and-gardens-nantes-metropolis-suncheon`

let fixture: WishingFixture
const read = () => runJob(fixture.testApp, 'practices.proposals')
beforeAll(async () => {
  fixture = await openWishing()
  await read()
})
afterAll(() => fixture.close())

const words = async (address: string, browser: Pick<SignedIn, 'get'> = fixture.coordinator) =>
  pageWords((await browser.get(address)).body)
const sheets = async (publication: string) => {
  const { rows } = await sql<{ slug: string }>`
    select slug from practices_sheet where publication = ${publication} order by slug
  `.execute(fixture.testApp.context.database)
  return rows.map(({ slug }) => slug)
}
async function answer(page: string, browser: SignedIn, typed: Record<string, string>) {
  return browser.post(`${page}/proposal`, { ...(await fieldsOf(browser, `${page}/proposal`)), ...typed })
}

test('a proposal shows its sentence and what is asked, and is a line of its holder', async () => {
  expect(await sheets('proposed')).toHaveLength(10)
  const page = await words(ceramics, fixture.member)
  expect(page).toMatch(
    /mettent en commun leur savoir-faire céramique.*Décider de cette proposition.*Ce qui manque.*Licence/,
  )
  expect(
    (await toDoLinesOf(fixture.member, 'france-coree')).filter((line) =>
      line.startsWith('practices.proposed'),
    ),
  ).toHaveLength(1)
})

test('only the holder and the secretariat decide; to others there is nothing to decide', async () => {
  expect((await fixture.testApp.get(ceramics)).statusCode).toBe(404)
  for (const browser of [fixture.other, fixture.icheon]) {
    expect(await words(ceramics, browser)).not.toContain('Décider de cette proposition')
    expect((await browser.get(`${ceramics}/proposal`)).statusCode).toBe(404)
    expect((await browser.post(`${ceramics}/proposal`, { is: 'accepted' })).statusCode).toBe(404)
  }
  expect((await fixture.coordinator.get(`${ceramics}/proposal`)).statusCode).toBe(200)
  expect(await sheets('proposed')).toHaveLength(10)
})

test('accepted, it is a draft, once', async () => {
  const accepted = await answer(ceramics, fixture.member, { is: 'accepted' })
  expect(accepted.statusCode).toBe(303)
  expect(await sheets('draft')).toEqual(['ceramics-and-crafts-limoges-icheon'])
  expect(await words(ceramics, fixture.member)).toContain('mettent en commun leur savoir-faire céramique')
  expect(
    (await fixture.member.post(`${ceramics}/proposal`, { is: 'refused', reason: 'Non' })).statusCode,
  ).toBe(404)
})

test('a refusal needs a reason without addresses, and holds when the text comes again', async () => {
  expect((await answer(parks, fixture.other, { is: 'refused' })).statusCode).toBe(422)
  expect(
    (await answer(parks, fixture.other, { is: 'refused', reason: 'Écrire à a@b.example' })).statusCode,
  ).toBe(422)
  const refused = await answer(parks, fixture.other, { is: 'refused', reason: 'Une fête, pas une pratique' })
  expect(refused.statusCode).toBe(303)
  expect(await words(parks, fixture.other)).toContain('Refusée : Une fête, pas une pratique')

  const again = `# Bilan du groupe

10 juillet 2017, à Nantes

## Nantes Métropole – Suncheon

Nantes Métropole et la ville de Suncheon coopèrent depuis 2009. Les équipes d’espaces verts de Nantes et de Suncheon travaillent ensemble depuis 2013. Les deux collectivités ont partagé leur savoir-faire en matière de recyclage.
`
  const address = await importWords(fixture.testApp, fixture.coordinator, 'france-coree', again)
  await read()
  // Nothing of an import is proposed before somebody accepts it.
  expect(await sheets('proposed')).toHaveLength(8)
  await decide(fixture.coordinator, address, { sure: 'text' })
  await read()
  expect(await sheets('proposed')).toHaveLength(9)
  expect(await sheets('proposed')).toContain('recycling-nantes-metropolis-suncheon')
})

test('merged, its sentence goes to the sheet that is there', async () => {
  const [one = '', other = ''] = (await sheets('proposed')).filter((slug) => slug.endsWith('paris-seoul'))
  const { coordinator } = fixture
  expect((await answer(`${list}/${one}`, coordinator, { is: 'accepted' })).statusCode).toBe(303)
  expect(
    (
      await answer(`${list}/${other}`, coordinator, {
        is: 'merged',
        into: 'ceramics-and-crafts-limoges-icheon',
      })
    ).statusCode,
  ).toBe(422)
  expect(
    (await answer(`${list}/${other}`, coordinator, { is: 'merged', into: one })).headers.location,
  ).toContain(one)
  expect((await words(`${list}/${one}`)).match(/Paris et Séoul travaillent ensemble/g)).toHaveLength(2)
  expect(await sheets('proposed')).not.toContain(other)
})

test('what texts only ask for is offered to those who take part in the group', async () => {
  const page = await words(list, fixture.member)
  for (const said of [
    'Question à l’autre',
    'Intention d’un texte',
    'Besoin sans fiche',
    'Incheon – Normandie',
  ])
    expect(page).toContain(said)
  expect(await words(list, fixture.testApp)).not.toContain('Question à l’autre')
})

test('a debrief that everybody may read proposes what it tells, and opens on its sentence', async () => {
  const { database } = fixture.testApp.context
  const { rows } = await sql<{ id: string }>`
    select e.event_id as id from agenda_event e join agenda_event_cooperation c on c.event_id = e.event_id
    join registry_cooperation r on r.cooperation_id = c.cooperation_id where r.slug = 'limoges-icheon' order by e.event_id limit 1
  `.execute(database)
  const account = {
    fr: { text: 'Les deux villes ont partagé leurs bonnes pratiques de recyclage.', state: 'original' },
  }
  await sql`
    insert into agenda_mission (event_id, account, debriefed_at) values (${rows[0]?.id}, ${JSON.stringify(account)}, now())
  `.execute(database)
  await read()
  expect(await words(`${list}/recycling-limoges-icheon`, fixture.member)).toContain(
    'bonnes pratiques de recyclage',
  )
})

test('published by its own form, it is accepted; beside the way to decide no other one is shown', async () => {
  const { testApp, coordinator } = fixture
  const [slug = ''] = await sheets('proposed')
  const page = `${list}/${slug}`
  const ways = async () => {
    const { body } = await coordinator.get(page)
    return [...body.matchAll(/href="[^"]*\/(proposal|edit\/publication)"/g)].map(([, way]) => way)
  }
  const edit = async (part: string, typed: Record<string, string>) => {
    const form = `${page}/edit/${part}`
    const fields = await fieldsOf(coordinator, form)
    return coordinator.post(form, { ...fields, ...typed, reason: 'Courriel du service' })
  }
  expect(await ways()).toEqual(['proposal'])
  await edit('about', { 'problem.fr.text': 'Peu de fours.', 'done.fr.text': 'Un four commun.' })
  await edit('failed', { failedSaid: 'nothing', nothingSaidAs: 'Direction des musées' })
  expect(await ways()).toEqual(['proposal'])
  expect((await coordinator.get(`${page}/edit/publication`)).body).not.toContain('value="withdrawn"')
  const published = await edit('publication', { publication: 'published' })
  expect([published.statusCode, published.headers.location]).toEqual([303, `${page}?done=published`])
  const { rows } = await sql<{ decision: string; decided_by: string | null }>`
    select p.decision, p.decided_by from practices_proposal p join practices_sheet s on s.sheet_id = p.sheet_id where s.slug = ${slug}
  `.execute(testApp.context.database)
  expect(rows).toEqual([{ decision: 'accepted', decided_by: coordinator.personId }])
  expect((await coordinator.get(`${page}/proposal`)).statusCode).toBe(404)
})
