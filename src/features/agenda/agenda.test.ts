import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import type { BuiltNetwork } from '../../../test/support/build-network.ts'
import { buildNetwork } from '../../../test/support/build-network.ts'
import { openKeptGroup } from '../../../test/support/open-kept-group.ts'
import type { TestApp } from '../../../test/support/open-test-app.ts'
import { pageWords } from '../../../test/support/page-words.ts'
import { type SignedIn, signIn } from '../../../test/support/sign-in.ts'
import { eraseFromAgenda } from './personal-data.commands.ts'

let testApp: TestApp
let network: BuiltNetwork
let keeper: SignedIn
beforeAll(async () => {
  ;({ testApp, network, keeper } = await openKeptGroup())
  return testApp.close
})

const words = async (address: string) => pageWords((await testApp.get(address)).body)
const holidays = (year: number, more = '', language = 'fr') =>
  `/${language}/${network.slug}/agenda/holidays?year=${year}${more}`

test('a year shows the days of both countries side by side, with kind, age and source', async () => {
  const page = await words(holidays(2017))
  expect(page).toContain('Jours fériés 2017')
  expect(page).toContain('par décret')
  expect(page).toMatch(/lun\. 2 oct\..*connu depuis le 5 septembre 2017 · 관공서의 임시공휴일 지정안/)
  expect(page).toMatch(/ven\. 26 mai pont/)
  expect(page).toContain('seulement : Moselle, Bas-Rhin, Haut-Rhin')
  expect(page).toMatch(/dim\. 23 avr\..*administrations ouvertes/)
  expect(await words(holidays(2027))).toContain('calculé, à vérifier')
  expect(page).not.toContain('calculé, à vérifier')
})

test('seen on a day, a year has only what was known on it', async () => {
  expect(await words(holidays(2017, '&now=2017-08-01'))).toContain('lun. 2 oct. pont')
  expect(await words(holidays(2017, '&now=2017-09-05'))).toContain('임시공휴일(추석 연휴)')
})

test('the reader’s own side stands on the left', async () => {
  const heads = (page: string) => [...page.matchAll(/<th scope="col"[^>]*>([^<]*)/g)].map(([, head]) => head)
  expect(heads((await testApp.get(holidays(2017))).body)).toEqual(['Jour', 'France', 'République de Corée'])
  expect(heads((await testApp.get(holidays(2017, '', 'ko'))).body)).toEqual(['날짜', '대한민국', '프랑스'])
})

test('a year of which nothing is known says so, and which ones are', async () => {
  for (const year of [2014, 2031, 9999])
    expect(await words(holidays(year))).toContain('Ils sont donnés de 2015 à 2030')
})

test('a country without a calendar leaves an empty year that says why', async () => {
  const other = await buildNetwork(testApp.context, { countries: ['LB'] })
  expect(await words(`/en/${other.slug}/agenda/holidays?year=2026`)).toContain(
    'No special day is known in that year',
  )
})

test('a coordinator adds days, which count from then on and not before, and takes them back', async () => {
  const days = {
    country: 'KR',
    from: '2026-12-14',
    to: '2026-12-16',
    'name.fr': 'Fermeture du secrétariat',
    'name.ko': '사무국 휴무',
    closesOffices: 'yes',
    source: '시도지사협의회 공지',
  }
  const wrong = await keeper.post(`/fr/${network.slug}/agenda/holidays/new`, { ...days, to: '2026-02-31' })
  expect(wrong.statusCode).toBe(422)
  expect(pageWords(wrong.body)).toContain('Cette date n’existe pas')
  const answer = await keeper.post(`/fr/${network.slug}/agenda/holidays/new`, days)
  expect(answer.headers.location).toBe(`/fr/${network.slug}/agenda/holidays?year=2026#added`)

  const check = `/fr/${network.slug}/agenda/check?day=2026-12-15&zone=Europe/Paris`
  expect(await words(holidays(2026))).toContain('14–16 déc. Fermeture du secrétariat 사무국 휴무')
  expect(await words(check)).toContain('administrations coréennes fermées (12–16 déc.)')
  const yesterday = Temporal.PlainDate.from(testApp.context.today).subtract({ days: 1 }).toString()
  expect(await words(`${check}&now=${yesterday}`)).toContain('Aucun jour férié, d’aucun côté')

  const page = (await keeper.get(holidays(2026))).body
  const withdrawal = /action="([^"]*\/withdrawal)"/.exec(page)?.[1] ?? ''
  expect((await keeper.post(withdrawal, {})).statusCode).toBe(303)
  expect(await words(holidays(2026))).not.toContain('Fermeture du secrétariat')
  expect((await keeper.post(withdrawal, {})).statusCode).toBe(404)
  const activities = await testApp.context.database
    .selectFrom('platform_activity')
    .select('verb')
    .where('subject_kind', '=', 'holiday')
    .orderBy('activity_id')
    .execute()
  expect(activities.map(({ verb }) => verb)).toEqual(['added', 'withdrew'])
})

test('whoever does not look after a group adds nothing to its calendar, nor takes anything back', async () => {
  const member = await signIn(testApp, { role: 'member', networkId: network.id })
  expect((await member.get(`/fr/${network.slug}/agenda/holidays/new`)).statusCode).toBe(404)
  expect(pageWords((await member.get(holidays(2026))).body)).not.toContain('Ajouter un jour')
  const other = await buildNetwork(testApp.context)
  await keeper.post(`/fr/${network.slug}/agenda/holidays/new`, {
    country: 'FR',
    from: '2026-12-18',
    'name.fr': 'Fête locale',
    closesOffices: 'no',
    source: 'Mairie',
  })
  const id = /holidays\/([^/"]*)\/withdrawal/.exec((await keeper.get(holidays(2026))).body)?.[1]
  const stranger = await signIn(testApp, { role: 'coordinator', networkId: other.id })
  expect((await stranger.post(`/fr/${other.slug}/agenda/holidays/${id}/withdrawal`, {})).statusCode).toBe(404)
  expect(await words(holidays(2026))).toContain('Fête locale')
})

test('a date is checked on the clock of each side, with the hours that offices share', async () => {
  const check = `/en/${network.slug}/agenda/check?zone=Europe/Paris`
  const evening = await words(`${check}&day=2017-10-08&start=18:00&end=19:30`)
  expect(evening).toContain('Mon, 9 Oct 2017')
  expect(evening).toContain('The offices of one country are closed on this date.')
  const meeting = await words(`${check}&day=2017-10-09&to=2017-10-10`)
  expect(meeting).toContain(
    'Republic of Korea – 9 Oct 한글날 (Hangeul Day); Korean offices closed 30 Sept–9 Oct; last Korean working day Fri 29 Sept',
  )
  expect(meeting).toContain('Last working day in common before: Fri 29 Sept; first after: Tue 10 Oct')
  expect(meeting).toMatch(/10 Oct 2017 09:00 – 11:00 Paris.*10 Oct 2017 16:00 – 18:00 Seoul/)
  expect(await words(`${check}&day=2017-10-04`)).toContain('None: at no time of these days')
})

test.each([
  ['day=2017-02-31', 'There is no such day'],
  ['day=9999-01-01', 'Holidays are known from 2015 to 2030 only'],
  ['day=2017-10-10&to=2017-10-09', 'The end comes before the start'],
  ['day=2017-10-10&start=18:00&end=17:00', 'The end comes before the start'],
  ['day=2017-10-10&to=2017-12-10', 'The period is too long'],
  ['day=2017-10-10&start=25:00', 'There is no such hour'],
  ['day=2017-10-10&zone=Mars/Phobos', 'There is no such time zone'],
])('%s is answered with what is wrong', async (asked, said) => {
  const answer = await testApp.get(`/en/${network.slug}/agenda/check?${asked}`)
  expect(answer.statusCode).toBe(422)
  expect(pageWords(answer.body)).toContain(said)
})

test('the page of a group tells the next holidays of each country, and leads to all of them', async () => {
  const page = await words(`/en/${network.slug}/group?now=2017-09-20`)
  expect(page).toContain(
    'Next holidays France Wed 1 Nov All Saints’ Day · Sat 11 Nov Armistice Day 1918 Republic of Korea',
  )
  expect(page).toContain('Mon 2 Oct Temporary holiday (before Chuseok) · Tue 3 Oct')
  expect(await words(`/en/${network.slug}/group?now=2017-08-20`)).not.toContain('Temporary holiday')
})

test('a name that is erased goes from the days that groups added', async () => {
  const source = 'Annoncé par Solange Introuvable, secrétariat'
  const day = {
    country: 'FR',
    from: '2026-12-22',
    'name.fr': 'Pot de fin d’année',
    closesOffices: 'no',
    source,
  }
  await keeper.post(`/fr/${network.slug}/agenda/holidays/new`, day)
  expect(await words(holidays(2026))).toContain('Solange Introuvable')
  await eraseFromAgenda(testApp.context, { personId: null, names: ['Solange Introuvable'], addresses: [] })
  const { rows } = await sql<{
    source: string
  }>`select source from agenda_holiday where from_on = '2026-12-22'`.execute(testApp.context.database)
  expect(rows[0]?.source).not.toContain('Introuvable')
  expect(rows[0]?.source).toContain('secrétariat')
})
