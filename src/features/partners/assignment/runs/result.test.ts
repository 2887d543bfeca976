import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenMeetings, openMeetings } from '../../../../../test/support/open-meetings.ts'
import { pageWords } from '../../../../../test/support/page-words.ts'
import { listCauses, type RunReport } from './run.ts'

let open: OpenMeetings
let run: string
beforeAll(async () => {
  // One table and two slots: two meetings of the six that are wished for.
  open = await openMeetings(['limoges', 'marseille', 'tours', 'icheon', 'busan'], {
    tables: '1',
    'hours.0.to': '14:45',
    usualQuota: '2',
  })
  await open.wish('limoges', ['icheon', 'busan'])
  await open.wish('marseille', ['icheon', 'busan'])
  await open.wish('tours', ['icheon', 'busan'])
  run = await open.run()
})
afterAll(() => open.testApp.close())

const wordsOf = async (path: string, language = 'fr') =>
  pageWords((await open.keeper.get(path.replace('/fr/', `/${language}/`))).body).replaceAll(/\s/g, ' ')

describe('the result of an assignment', () => {
  it.each([
    [
      'fr',
      /2 rencontres pour 5 participants.*Participants sans rencontre 1 .*Rencontres manquées \d \d – pas assez de tables\. Ajoutez des tables ou des créneaux\. En dehors de celles-ci/,
    ],
    [
      'ko',
      /참가 기관 5곳, 면담 2건.*면담이 없는 기관 1 .*성사되지 못한 면담 \d \d건 – 테이블 부족\. 테이블이나 시간을 늘리십시오\./,
    ],
    [
      'en',
      /2 meetings for 5 participants.*without a meeting 1 .*Meetings missed \d \d – not enough tables\. Add tables or slots\./,
    ],
  ])(
    'says first, in %s, how much there is, who has nothing, what was missed, why, and what would help',
    async (language, words) => {
      expect(await wordsOf(run, language)).toMatch(words)
    },
  )

  it('tells what the worst off got of their own list, and shows them first', async () => {
    const page = await wordsOf(run)
    const [, worst = ''] =
      /Le moins bien servi (\S+) · 0 sur 2 premiers souhaits · Aucune rencontre : pas assez de tables/.exec(
        page,
      ) ?? []
    expect(['Limoges', 'Marseille', 'Tours']).toContain(worst)
    expect(page).toMatch(new RegExp(`Les moins bien servis d’abord\\. .*Souhaits ${worst} Aucune rencontre`))
  })

  it('says of those whose meetings have become impossible that they have none any more', async () => {
    for (const slug of ['icheon', 'busan']) await open.keeper.post(`${await open.pageOf(slug)}/departure`)
    const page = await wordsOf(run)
    expect(page).toContain('Rencontres devenues impossibles')
    expect(page).toContain('celles qui étaient prévues sont devenues impossibles')
    expect(page).toMatch(/Icheon 이천 S’est retiré/)
    // A participant that has left comes back on a page of its own.
    const again = await open.keeper.post(`${open.place}/participants/new`, {
      'organisation.name': 'Icheon',
      'organisation.for': 'Icheon',
      'organisation.id': await open.organisationId('icheon'),
      action: 'add',
    })
    expect([again.statusCode, pageWords(again.body)]).toEqual([
      422,
      expect.stringContaining('ouvrez sa page pour le faire participer de nouveau'),
    ])
  })

  it('counts the causes of all, also of those that are too many to be kept', () => {
    const report = {
      blocking: [{ firstId: 'a', secondId: 'b', cause: 'absence' }],
      blockingCauses: { absence: 3, tables: 9_000 },
    } as unknown as RunReport
    expect(listCauses(report)).toEqual([
      { cause: 'tables', count: 9_000 },
      { cause: 'absence', count: 3 },
    ])
    expect(listCauses({ ...report, blockingCauses: undefined })).toEqual([{ cause: 'absence', count: 1 }])
  })
})
