import { beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { recordActivity } from '../../../platform/activity/activity.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { lookUpNetwork } from '../../networks/index.ts'
import { writeEvent } from './commands.ts'

const group = 'france-coree'
let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  return testApp.close
})

const words = async (address: string) => pageWords((await testApp.get(address)).body)

describe('a month of the agenda', () => {
  test('sets a vague date apart, on no day, and a date of two days across both', async () => {
    const { body } = await testApp.get(`/fr/${group}/agenda/month?month=2017-10`)
    const [table = ''] = /<table class="month"[^>]*>.*<\/table>/s.exec(body) ?? []
    expect(table).toContain('colspan="2"')
    expect(pageWords(table)).toContain('Temps Corée aux Rencontres')
    expect(pageWords(table)).not.toContain('Jump Guro')
    const page = pageWords(body)
    expect(page).toContain('Dans le mois, jour non précisé')
    expect(page.indexOf('Jump Guro')).toBeGreaterThan(page.indexOf('Dans le mois, jour non précisé'))
    expect(page.indexOf('Mission de jeunes entreprises')).toBeGreaterThan(page.indexOf('Dates plus larges'))
  })

  test.each([
    ['fr', 'Corée Veille de Chuseok', 'Corée pont', 'Administrations coréennes fermées (3–9 oct.)'],
    ['ko', '한국 추석 전날', '한국 징검다리 평일', '10월 3일~9일'],
    ['en', 'Korea Eve of Chuseok', 'Korea bridge day', 'Korean offices closed 3–9 Oct'],
  ])('says in words which days are closed, and which stand between, in %s', async (language, ...texts) => {
    const page = await words(`/${language}/${group}/agenda/month?month=2017-10`)
    for (const text of texts) expect(page).toContain(text)
  })

  test('knows no decree before it was told: 2 October 2017 is a bridge in August and closed in September', async () => {
    const month = `/en/${group}/agenda/month?month=2017-10`
    expect(await words(`${month}&now=2017-08-01`)).toContain('Monday, 2 October 2017 Korea bridge day')
    const later = await words(`${month}&now=2017-09-06`)
    expect(later).toContain('Korean offices closed 30 Sept–9 Oct')
    expect(later).not.toContain('Korea bridge day')
  })

  test('gives every cell its week and its days to those who hear the table', async () => {
    const { body } = await testApp.get(`/fr/${group}/agenda/month?month=2017-10`)
    expect(body).toContain('headers="2017-W41 day-2017-10-09 day-2017-10-10"')
    for (const id of ['2017-W41', 'day-2017-10-09', 'day-2017-10-10'])
      expect(body.match(new RegExp(`id="${id}"`, 'g')), id).toHaveLength(1)
  })

  test('marks today, leads to the months around it, and takes a month that is none for this one', async () => {
    const page = await words(`/fr/${group}/agenda/month?month=2017-13`)
    expect(page).toContain('Agenda : juillet 2017')
    expect(page).toContain('aujourd’hui')
    expect(page).toContain('← juin 2017 août 2017 →')
  })

  test('says so where there is nothing, and where holidays are not known', async () => {
    const page = await words(`/fr/${group}/agenda/month?month=1987-03`)
    expect(page).toContain('Aucun événement ce mois-ci')
    expect(page).toContain('Les jours fériés ne sont connus que de 2015 à 2030.')
  })

  test('takes the filters of the list, and hands them on to the other views', async () => {
    const { body } = await testApp.get(`/fr/${group}/agenda/month?month=2017-10&guest=KR`)
    expect(pageWords(body)).not.toContain('Temps Corée aux Rencontres')
    expect(pageWords(body)).toContain('Rendez-vous culturel franco-japonais')
    for (const address of [
      'week?guest=KR&amp;week=2017-W39',
      'map?guest=KR',
      'missions?guest=KR&amp;year=2017',
    ])
      expect(body).toContain(`href="/fr/${group}/agenda/${address}"`)
    expect(body).toContain('<input type="hidden" name="month" value="2017-10"')
  })
})

describe('a week of the agenda', () => {
  const tours = `agenda/week?week=2017-W27`

  test.each([
    ['fr', ['Séoul : +7 h par rapport à Paris', 'Heures communes : 09:00–11:00 (16:00–18:00 à Séoul)']],
    ['ko', ['파리: 서울 기준 −7시간', '공통 근무 시간: 16:00–18:00 (파리 09:00–11:00)']],
    ['en', ['Seoul: +7 h from Paris', 'Common hours: 09:00–11:00 (16:00–18:00 in Seoul)']],
  ])('sets both clocks side by side, the reader’s own first, in %s', async (language, texts) => {
    const page = await words(`/${language}/${group}/${tours}`)
    for (const text of texts) expect(page).toContain(text)
  })

  test('shows an event at its hours on both clocks, and the day on which it ends in Seoul', async () => {
    const { body } = await testApp.get(`/fr/${group}/${tours}`)
    const [block = ''] = /<foreignObject[^>]*>.*?<\/foreignObject>/s.exec(body) ?? []
    expect(pageWords(block)).toContain('10:00–17:00 Paris')
    expect(pageWords(block)).toContain('17:00–00:00 +1 j Séoul')
  })

  test('says from which day the clocks change', async () => {
    expect(await words(`/fr/${group}/agenda/week?week=2017-W43`)).toContain(
      'Séoul : +8 h par rapport à Paris à partir du dim. 29 oct. (changement d’heure)',
    )
  })

  test('offers no common hour while Korean offices are closed', async () => {
    const page = await words(`/en/${group}/agenda/week?week=2017-W40&now=2017-09-06`)
    expect(page).not.toContain('Common hours:')
    expect(page.match(/No office hours in common/g)).toHaveLength(7)
  })

  test('says « this week » for what is no week, and shows the day that a telephone asks for', async () => {
    expect(await words(`/fr/${group}/agenda/week?week=2017-W99`)).toContain('semaine 27, 3–9 juil. 2017')
    const { body } = await testApp.get(`/fr/${group}/agenda/week?week=2017-W27&day=2017-07-07`)
    expect(body).toMatch(/class="week-day[^"]*is-chosen" aria-labelledby="day-2017-07-07"/)
  })
})

describe('the missions of a year', () => {
  test.each([
    ['fr', 'Départ : France', 'Aucune mission connue : janv.–avr., juin–août, nov.–déc.'],
    ['ko', '출발: 프랑스', '확인된 방문이 없는 달: 1월–4월, 6월–8월, 11월–12월'],
    ['en', 'From France', 'No mission known: Jan–Apr, Jun–Aug, Nov–Dec'],
  ])(
    'stand under the country from which people travel, with the months in which nobody did, in %s',
    async (language, from, gaps) => {
      const page = await words(`/${language}/${group}/agenda/missions?year=2017`)
      expect(page).toContain(from)
      expect(page).toContain(gaps)
    },
  )

  test('stand in no month when only the year is known, and leave out what is no mission', async () => {
    const page = await words(`/fr/${group}/agenda/missions?year=2017`)
    expect(page.indexOf('Mission de jeunes entreprises')).toBeGreaterThan(page.indexOf('Départ non précisé'))
    expect(page).toContain('dans l’année, mois non précisé')
    expect(page).not.toContain('Temps Corée')
  })

  test('of several years stand side by side', async () => {
    const { body } = await testApp.get(`/fr/${group}/agenda/missions?year=2015&until=2017`)
    expect(body.match(/scope="colgroup"/g)).toHaveLength(3)
    expect(pageWords(body)).toContain('Délégations de Busan reçues à Marseille en 2015')
    expect(await words(`/fr/${group}/agenda/missions?year=1990`)).toContain('Aucune mission ni délégation')
  })
})

describe('the map of the agenda', () => {
  test.each([
    ['fr', 'La Rochelle 3 événements', 'Lieu non précisé'],
    ['ko', '행사 3 건', '장소 미정'],
    ['en', 'La Rochelle 3 events', 'Place not known'],
  ])('says the same in words, in %s', async (language, ...texts) => {
    const page = await words(`/${language}/${group}/agenda/map?when=all`)
    for (const text of texts) expect(page).toContain(text)
  })

  test('leads from every circle to a place of the list', async () => {
    const { body } = await testApp.get(`/fr/${group}/agenda/map?when=all`)
    const targets = [...body.matchAll(/class="map-events" href="#(place-[^"]+)"/g)].map(([, id]) => id)
    expect(targets.length).toBeGreaterThan(8)
    for (const id of targets) expect(body).toContain(`id="${id}"`)
  })

  test('counts what a filter leaves, and says when nothing is left', async () => {
    expect(await words(`/fr/${group}/agenda/map?guest=KR`)).toContain('Nantes')
    expect(await words(`/fr/${group}/agenda/map?q=zzzz`)).toContain('Aucun événement à placer sur la carte')
  })
})

/** The third one is only for its hosts. */
async function addMission(context: Context, networkId: string, view: string, number: number) {
  const slug = `more-${number}-${view.slice(0, 3)}`
  await writeEvent(context, networkId, {
    slug,
    kind: 'mission',
    title: { fr: { text: `Mission ajoutée ${number}`, state: 'original' } },
    when: `2017-10-1${number}`,
    state: 'planned',
    organisations: [],
    cooperationIds: [],
    knownOn: '2017-07-01',
  })
  if (number < 3) return
  await context.database
    .updateTable('agenda_event')
    .set({ visibility: 'hosts' })
    .where('slug', '=', slug)
    .execute()
}

test.each(['month?month=2017-10', 'week?week=2017-W41', 'missions?year=2017', 'map?q=ajoutée'])(
  '%s is drawn by as many queries for three events as for one, and shows nobody what is for its hosts',
  async (view) => {
    const address = `/fr/${group}/agenda/${encodeURI(view)}`
    const networkId = (await lookUpNetwork(testApp.context, group))?.id ?? ''
    const countAfter = async (numbers: readonly number[]) => {
      await inTransaction(testApp.context, async (inside) => {
        for (const number of numbers) await addMission(inside, networkId, view, number)
        await recordActivity(inside, {
          networkId,
          verb: 'event.add',
          subjectKind: 'event',
          subjectId: newId(),
        })
      })
      return testApp.countQueries(() => testApp.get(address))
    }
    const first = await countAfter([1])
    expect(await countAfter([2, 3])).toBe(first)
    const page = await words(address)
    expect(page).toContain('Mission ajoutée 2')
    expect(page).not.toContain('Mission ajoutée 3')
  },
)
