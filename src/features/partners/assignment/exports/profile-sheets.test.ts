import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenMeetings, openMeetings } from '../../../../../test/support/open-meetings.ts'
import { canReadPdf, readPdf } from '../../../../../test/support/read-pdf.ts'
import type { Appointment } from '../publication/appointment.ts'
import type { Participant } from '../session.ts'
import { packetsOf } from './pages.tsx'

let open: OpenMeetings
beforeAll(async () => {
  open = await openMeetings(['limoges', 'tours', 'icheon', 'sejong'], {
    tables: '4',
    counted: 'yes',
    'interpreters.0.part': '',
    'interpreters.0.one': 'fr',
    'interpreters.0.other': 'ko',
    'interpreters.0.count': '3',
  })
  await open.wish('limoges', ['icheon', 'sejong'])
  await open.wish('tours', ['sejong', 'icheon'])
  await open.wish('sejong', ['limoges'])
  const said = { language: 'fr', quota: '3', address: '' }
  for (const [slug, languages, personName] of [
    ['limoges', 'fr', 'Aline Adjointe'],
    ['tours', 'fr', ''],
    ['icheon', 'ko', ''],
    ['sejong', 'ko', ''],
  ] as const)
    await open.keeper.post(`${await open.pageOf(slug)}/edit`, { ...said, languages, personName })
  await open.keeper.post(`${await open.run()}/publication`)
})
afterAll(() => open.testApp.close())

const pagesOf = async (path: string) => readPdf((await open.keeper.get(path)).rawPayload).pages
const between = (text = '', from: string, to: string) =>
  text.slice(text.indexOf(from), text.indexOf(to, text.indexOf(from)))

describe.skipIf(!canReadPdf)('the profile sheets of a participant', () => {
  it('have its name and the number of the page on each, a timetable in both languages, then a page a meeting', async () => {
    const pages = await pagesOf(`${await open.pageOf('limoges')}.pdf`)
    expect(pages).toHaveLength(3)
    for (const [index, page] of pages.entries()) {
      expect(page.startsWith('Limoges 리모주')).toBe(true)
      expect(page.endsWith(`${index + 1} / 3`)).toBe(true)
    }
    expect(pages[0]).toMatch(/Programme des rencontres Événement Temps Corée.*Icheon – 이천.*면담 일정 행사/)
    expect(pages[0]).toContain('번역 없음. 원문(프랑스어): Temps Corée')
    const titles = pages.slice(1).map((page) => page.slice('Limoges 리모주 '.length).split(' Français')[0])
    expect(titles.sort()).toEqual(['Icheon 이천', 'Sejong 세종'])
  })

  it('say the same in one language, then in the other, without mixing their words', async () => {
    const page = (await pagesOf(`${await open.pageOf('limoges')}.pdf`)).find((each) =>
      each.includes('Sejong 세종 Français'),
    )
    const french = between(page, 'Français', '한국어')
    const korean = page?.slice(page.indexOf('한국어')).split('Données')[0] ?? ''
    for (const word of [
      'Quand lun. 4 déc. 2017',
      'Table',
      'Interprète français – coréen',
      'Nom Sejong – 세종',
    ])
      expect(french).toContain(word)
    for (const word of ['Échelon ville autonome spéciale', 'Compétences éducation : appui'])
      expect(french.replaceAll(/\s/g, ' ')).toContain(word)
    expect(french).toMatch(/\d\d:\d\d–\d\d:\d\d Paris · \d\d:\d\d–\d\d:\d\d Séoul/)
    expect(french).toMatch(/Population 390\s?685 habitants/)
    expect(french).toContain('Souhaits souhaite vous rencontrer')
    for (const word of ['일시 2017년 12월 4일', '테이블', '통역 프랑스어 – 한국어', '명칭 세종 – Sejong'])
      expect(korean).toContain(word)
    for (const word of ['기관 유형 특별자치시', '인구 390,685명', '권한 교육: 지원만 가능', '(기계 번역)'])
      expect(korean).toContain(word)
    expect(korean).toMatch(/\d\d:\d\d–\d\d:\d\d 서울 · \d\d:\d\d–\d\d:\d\d 파리/)
    // Of the Korean words the French passage has the name alone, and the other way round.
    expect(french.match(/\p{Script=Hangul}+/gu)).toEqual(['세종'])
    expect(korean.match(/[A-Za-zÀ-ÿ]{2,}/g)).toEqual(['Sejong'])
  })

  it('begin with the words of its own side, and name who comes for the other', async () => {
    const [first, ...others] = await pagesOf(`${await open.pageOf('icheon')}.pdf`)
    expect(first?.startsWith('이천 Icheon')).toBe(true)
    expect(first).toMatch(/면담 일정 행사.*Programme des rencontres/)
    const page = others.find((each) => each.includes('리모주 Limoges')) ?? ''
    expect(page.indexOf('한국어')).toBeLessThan(page.indexOf('Français'))
    expect(page).toContain('Aline Adjointe')
  })

  it('follow each other for all participants, each bundle on a page of its own', async () => {
    const pages = await pagesOf(`${open.place}.pdf`)
    expect(pages[0]).toMatch(/Rencontres bilatérales.*Participants Limoges 리모주 \W*2/)
    const heads = pages.slice(1).map((page) => page.split(' ').slice(0, 2).join(' '))
    expect(heads).toEqual([
      ...Array(3).fill('Limoges 리모주'),
      ...Array(3).fill('Tours 투르'),
      ...Array(3).fill('이천 Icheon'),
      ...Array(3).fill('세종 Sejong'),
    ])
    expect((await open.keeper.get(`${open.place}.pdf?part=2`)).statusCode).toBe(404)
  })
})

describe('packets of profile sheets', () => {
  it('hold as many whole bundles as one file takes, and nobody who meets nobody', () => {
    const participants = Array.from({ length: 30 }, (_, id) => ({ id: String(id) }) as Participant)
    const appointments = participants
      .slice(0, 20)
      .flatMap(({ id }) =>
        Array.from(
          { length: 14 },
          (_, index) => ({ firstId: id, secondId: `x${index}`, cancelledAt: null }) as Appointment,
        ),
      )
    const packets = packetsOf(participants, appointments)
    expect(packets.map(({ length }) => length)).toEqual([8, 8, 4])
    expect(packetsOf(participants, [])).toEqual([])
  })
})
