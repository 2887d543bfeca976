import { beforeAll, expect, test } from 'vitest'
import { buildNetwork } from '../../../test/support/build-network.ts'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'
import { addDays } from './holidays/commands.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp()
  return testApp.close
})

const ask = (address: string, headers = {}) =>
  testApp.get(`/api/v1/${address}`, { accept: 'application/json', ...headers })
const read = async (address: string) => (await ask(address)).json()

test('answers the holidays of a country as known on a day', async () => {
  const october = 'holidays?country=KR&from=2017-10-01&to=2017-10-09'
  const dates = async (known: string) =>
    (await read(`${october}&known_on=${known}`)).items.map(({ date }: { date: string }) => date)
  expect(await dates('2017-08-01')).not.toContain('2017-10-02')
  expect(await dates('2017-09-05')).toContain('2017-10-02')
  const { items, total, next } = await read(october)
  expect([total, next]).toEqual([7, null])
  expect(items[0]).toEqual({
    country: 'KR',
    date: '2017-10-02',
    name: {
      fr: 'Jour férié exceptionnel (pont de Chuseok)',
      ko: '임시공휴일(추석 연휴)',
      en: 'Temporary holiday (before Chuseok)',
    },
    kind: 'decree',
    day_off: true,
    regions: null,
    known_on: '2017-09-05',
    source: '관공서의 임시공휴일 지정안 (2017-09-05 국무회의)',
    source_url: 'https://m.newspim.com/news/view/20170905000070',
    is_projected: false,
    is_checked: true,
  })
})

test('walks the whole of what is known in parts, and says what another country is worth', async () => {
  const seen = []
  let next: string | null = 'holidays?country=KR&from=2015-01-01&to=2030-12-31'
  for (let parts = 0; next !== null && parts < 10; parts++) {
    const answer: { items: { date: string }[]; next: string | null } = await read(next)
    seen.push(...answer.items.map(({ date }) => date))
    next = answer.next && (answer.next.split('/api/v1/')[1] ?? null)
  }
  expect(seen).toEqual(seen.toSorted())
  expect(seen.length).toBeGreaterThan(300)
  const german = await read('holidays?country=DE&from=2026-12-25&to=2026-12-25')
  expect(german.items).toMatchObject([{ date: '2026-12-25', is_checked: false, known_on: null }])
})

test('answers the days that a country group added, when it is named', async () => {
  const network = await buildNetwork(testApp.context)
  await addDays(testApp.context, network.id, {
    country: 'FR',
    from: '2026-11-30',
    to: '2026-12-01',
    name: { fr: 'Fermeture', ko: '' },
    closesOffices: 'yes',
    source: 'Secrétariat',
  })
  const week = 'holidays?country=FR&from=2026-11-30&to=2026-12-06'
  expect((await read(week)).items).toEqual([])
  expect((await read(`${week}&network=${network.slug}`)).items).toMatchObject([
    {
      date: '2026-11-30',
      kind: 'added',
      name: { fr: 'Fermeture' },
      source: 'Secrétariat',
      is_checked: false,
    },
    { date: '2026-12-01', kind: 'added' },
  ])
  expect((await ask(`${week}&network=no-such-group`)).statusCode).toBe(404)
})

test('answers the wall clocks of all sides', async () => {
  const clocks = async (at: string) =>
    (await read(`clocks?at=${encodeURIComponent(at)}`)).clocks.map(
      ({ zone, local, offset, day_shift }: Record<string, unknown>) => [zone, local, offset, day_shift],
    )
  expect(await clocks('2017-07-07T10:00[Europe/Paris]')).toEqual([
    ['Europe/Paris', '2017-07-07T10:00', '+02:00', 0],
    ['Asia/Seoul', '2017-07-07T17:00', '+09:00', 0],
  ])
  expect(await clocks('2017-07-07T17:00[Europe/Paris]')).toContainEqual([
    'Asia/Seoul',
    '2017-07-08T00:00',
    '+09:00',
    1,
  ])
  expect(await clocks('2017-10-10T18:00[Europe/Paris]')).toContainEqual([
    'Asia/Seoul',
    '2017-10-11T01:00',
    '+09:00',
    1,
  ])
  expect(await clocks('2017-10-28T09:00[Europe/Paris]')).toContainEqual([
    'Asia/Seoul',
    '2017-10-28T16:00',
    '+09:00',
    0,
  ])
  expect(await clocks('2017-10-29T09:00[Europe/Paris]')).toContainEqual([
    'Asia/Seoul',
    '2017-10-29T17:00',
    '+09:00',
    0,
  ])
  const unencoded = await read('clocks?at=2017-07-07T10:00[Europe/Paris]&countries=KR,MA')
  expect(unencoded).toMatchObject({
    instant: '2017-07-07T08:00:00Z',
    zone: 'Europe/Paris',
    is_skipped: false,
    clocks: [{ zone: 'Asia/Seoul' }, { zone: 'Africa/Casablanca', day_shift: 0 }, { zone: 'Europe/Paris' }],
  })
})

test('answers when offices are open at once', async () => {
  const starts = async (query: string) =>
    (await read(`overlap?countries=FR,KR&${query}`)).items.map(
      ({ clocks }: { clocks: { start: string; end: string }[] }) =>
        clocks.map(({ start, end }) => `${start.slice(0, 16)}–${end.slice(11, 16)}`),
    )
  expect(await starts('from=2017-10-01&to=2017-10-09')).toEqual([])
  expect(await starts('from=2017-12-12&to=2017-12-12')).toEqual([
    ['2017-12-12T09:00–10:00', '2017-12-12T17:00–18:00'],
  ])
  expect(await starts('from=2017-12-12&to=2017-12-12&hours=08:00-18:00&hours=09:00-20:00')).toEqual([
    ['2017-12-12T08:00–12:00', '2017-12-12T16:00–20:00'],
  ])
})

test('says what stands in the way of a planned date, in words', async () => {
  const answer = await read('planned-date?from=2017-10-09&to=2017-10-10&known_on=2017-09-06')
  expect(answer).toMatchObject({
    grade: 'warning',
    last_common_working_day_before: '2017-09-29',
    first_common_working_day_after: '2017-10-10',
    sides: [
      { country: 'FR', grade: 'note' },
      {
        country: 'KR',
        closed: { from: '2017-09-30', to: '2017-10-09' },
        last_working_day_before: '2017-09-29',
      },
    ],
  })
  expect(answer.sides[1].words.en).toContain('Korean offices closed 30 Sept–9 Oct')
  expect(Object.keys(answer.words)).toEqual(['fr', 'ko', 'en'])
})

test('knows the days of the places of those who take part', async () => {
  const grade = async (place: string) =>
    (await read(`planned-date?from=2017-12-26&place=${place}`)).sides[0].grade
  expect(await grade('strasbourg')).toBe('closed')
  expect(await grade('eurometropole-de-strasbourg')).toBe('closed')
  expect(await grade('limoges')).toBe('note')
  const jeju = await read('planned-date?from=2019-04-03&place=jeju&place=limoges')
  expect(jeju.sides.map(({ grade: each }: { grade: string }) => each)).toEqual(['clear', 'closed'])
})

test.each([
  ['holidays?country=KR&from=2017-02-31&to=2017-12-31', '/from'],
  ['holidays?country=KR&from=2017-01-01&to=9999-12-31', '/to'],
  ['holidays?country=KR&from=2014-12-31&to=2015-12-31', '/from'],
  ['holidays?country=KR&from=2017-12-31&to=2017-01-01', '/to'],
  ['holidays?country=DE&from=2015-01-01&to=2030-12-31', '/to'],
  ['holidays?country=ZZ&from=2017-01-01&to=2017-12-31', '/country'],
  ['holidays?country=korea&from=2017-01-01&to=2017-12-31', '/country'],
  ['holidays?from=2017-01-01&to=2017-12-31', '/country'],
  ['holidays?country=KR&from=2017-01-01&to=2017-12-31&known_on=1999-01-01', '/known_on'],
  ['clocks', '/at'],
  ['clocks?at=2017-02-31T10:00[Europe/Paris]', '/at'],
  ['clocks?at=2017-07-07T10:00[Mars/Phobos]', '/at'],
  ['clocks?at=9999-07-07T10:00[Europe/Paris]', '/at'],
  ['clocks?at=2017-07-07T10:00', '/at'],
  ['overlap?countries=FR,KR&from=2017-01-01&to=2017-12-31', '/to'],
  ['overlap?countries=FR;KR&from=2017-01-01&to=2017-01-31', '/countries'],
  ['overlap?countries=FR,KR&from=2017-01-01&to=2017-01-31&hours=18:00-09:00', '/hours/0'],
  ['planned-date', '/from'],
  ['planned-date?from=2017-10-10&to=2017-10-09', '/to'],
  ['planned-date?start=2017-10-10T18:00[Europe/Paris]&end=2017-10-10T17:00[Europe/Paris]', '/end'],
  ['planned-date?start=2031-10-10T18:00[Europe/Paris]', '/end'],
])('%s is refused at %s', async (address, pointer) => {
  const answer = await ask(address)
  expect(answer.headers['content-type']).toContain('application/problem+json')
  expect(answer.statusCode).toBe(422)
  expect(answer.json().errors.map((error: { pointer: string }) => error.pointer)).toEqual([pointer])
})

test('an answer that has not changed is not sent again', async () => {
  const address = 'holidays?country=FR&from=2017-01-01&to=2017-12-31&known_on=2017-07-08'
  const { headers } = await ask(address)
  expect((await ask(address, { 'if-none-match': headers.etag })).statusCode).toBe(304)
  expect((await ask(address, { 'if-modified-since': headers['last-modified'] })).statusCode).toBe(304)
})
