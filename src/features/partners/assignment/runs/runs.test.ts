import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readMailbox } from '../../../../../test/support/mailbox.ts'
import { type OpenMeetings, openMeetings } from '../../../../../test/support/open-meetings.ts'
import { pageWords } from '../../../../../test/support/page-words.ts'
import { canReadPdf, readPdf } from '../../../../../test/support/read-pdf.ts'
import { readWorkbook } from '../../../../../test/support/read-workbook.ts'
import { signIn } from '../../../../../test/support/sign-in.ts'
import { newId } from '../../../../platform/context/identifier.ts'

let open: OpenMeetings
beforeAll(async () => {
  open = await openMeetings(['limoges', 'icheon'])
  await open.wish('limoges', ['icheon'])
})
afterAll(() => open.testApp.close())

const wordsOf = async (path: string) => pageWords((await open.keeper.get(path)).body)

describe('an assignment whose server was killed', () => {
  it('is taken up again when nobody has heard of its worker for a minute, and waited for meanwhile', async () => {
    const asked = await open.keeper.post(`${open.place}/runs`)
    const page = String(asked.headers.location)
    await open.testApp.context.database
      .updateTable('partners_session_run')
      .set({
        claimed_at: open.testApp.clock.now().toString(),
        phase: 'placing',
        done: 33,
        total: 100,
      })
      .execute()
    await open.work()
    const waiting = await open.keeper.get(page)
    expect([waiting.headers.refresh, pageWords(waiting.body)]).toEqual([
      '2',
      expect.stringMatching(/33\s%.*Arrêter l’affectation/),
    ])
    expect(pageWords(waiting.body)).not.toContain('Plus de nouvelles')
    // A reader who hears its title alone hears that it is under way; a slow reader keeps it still.
    expect(waiting.body).toMatch(/<title>Affectation n°.1 \(en cours\)/)
    expect((await open.keeper.get(`${page}?still=yes`)).headers.refresh).toBeUndefined()
    open.testApp.clock.advance({ seconds: 30 })
    const silent = await open.keeper.get(page)
    expect([silent.headers.refresh, pageWords(silent.body)]).toEqual([
      '20',
      expect.stringMatching(/Plus de nouvelles depuis le .*reprendra l’affectation dans les deux minutes/),
    ])
    // A person who leaves that page finds the way back.
    expect(await wordsOf(open.place)).toContain('Affectation n° 1 · en cours')
    open.testApp.clock.advance({ seconds: 31 })
    await open.work()
    const found = await open.keeper.get(page)
    expect([found.headers.refresh, pageWords(found.body)]).toEqual([
      undefined,
      expect.stringContaining('1 rencontre'),
    ])
  })

  it('that nobody takes up says so, and whom to tell', async () => {
    const asked = await open.keeper.post(`${open.place}/runs`)
    const page = String(asked.headers.location)
    expect(await wordsOf(page)).toContain('En attente')
    open.testApp.clock.advance({ minutes: 2 })
    expect(await wordsOf(page)).toMatch(/Aucun serveur n’a encore commencé.*prévenez ceux qui administrent/)
    await open.keeper.post(`${page}/ending`)
  })

  it('gives way to another one when nothing takes it up', async () => {
    await open.keeper.post(`${open.place}/runs`)
    await open.testApp.context.database
      .updateTable('partners_session_run')
      .set({ claimed_at: open.testApp.clock.now().toString() })
      .where('state', '=', 'running')
      .execute()
    open.testApp.clock.advance({ minutes: 6 })
    const again = await open.keeper.post(`${open.place}/runs`)
    expect(again.headers.location).toBe(`${open.place}/runs/4`)
    await open.work()
    expect(await wordsOf(`${open.place}/runs/3`)).toContain('s’est interrompue sans résultat')
    expect(await wordsOf(`${open.place}/runs/4`)).toContain('1 rencontre')
  })
})

describe('a publication', () => {
  it('is one when two press at once: everybody is told once', async () => {
    const colleague = await signIn(open.testApp, { role: 'coordinator', networkId: open.networkId })
    const before = (await readMailbox(open.testApp)).length
    const answers = await Promise.all(
      [open.keeper, colleague].map((browser) => browser.post(`${open.place}/runs/4/publication`)),
    )
    const done = answers.map(({ headers }) => String(headers.location).split('done=')[1])
    expect(done.sort()).toEqual(['published', 'publishedNothing'])
    const told = (await readMailbox(open.testApp)).slice(before).map(({ to }) => to)
    expect(told.length).toBe(new Set(told).size)
    expect(told).toContain('international@limoges.example')
  })

  it('holds names of two hundred characters on every page and in every file', async () => {
    const long = '이천시국제교류협력추진위원회'.repeat(15).slice(0, 200)
    await open.testApp.context.database
      .updateTable('directory_organisation')
      .set({ name: JSON.stringify({ ko: long, fr: long }), short_name: '{}' })
      .where('slug', '=', 'icheon')
      .execute()
    const page = await open.pageOf('limoges')
    for (const path of [open.place, page, `${page}/wishes`, `${open.place}/rules`, `${open.place}/runs/4`])
      expect(await wordsOf(path), path).toContain(long)
    const [, sheet] = readWorkbook((await open.keeper.get(`${open.place}.xlsx`)).rawPayload)
    expect(sheet?.rows[1]).toContain(long)
    expect((await open.keeper.get(`${page}.ics`)).body.replaceAll('\r\n ', '')).toContain(long)
    const pdf = await open.keeper.get(`${page}.pdf`)
    expect(pdf.statusCode).toBe(200)
    if (!canReadPdf) return
    const { text } = readPdf(pdf.rawPayload)
    expect(text.replaceAll(/[\s\u200b]/gu, '')).toContain(long)
  })
})

describe('a timetable of very many meetings', () => {
  it('is shown slot by slot, each with the way to the others', async () => {
    const { database } = open.testApp.context
    const [first = '', second = ''] = [await open.idOf('limoges'), await open.idOf('icheon')]
    const session = await database
      .selectFrom('partners_session')
      .select('session_id')
      .executeTakeFirstOrThrow()
    const like = async (id: string) => {
      const one = await database
        .selectFrom('partners_session_participant')
        .selectAll()
        .where('participant_id', '=', id)
        .executeTakeFirstOrThrow()
      const organisation = await database
        .selectFrom('directory_organisation')
        .selectAll()
        .where('organisation_id', '=', one.organisation_id)
        .executeTakeFirstOrThrow()
      const ids: string[] = []
      for (let made = 0; made < 13; made++) {
        const [organisationId, participantId] = [newId(), newId()]
        await sql`
          insert into directory_organisation (organisation_id, key, country, kind, slug, name, search, grams, created_at, updated_at)
          values (${organisationId}, ${organisationId}, ${organisation.country}, ${organisation.kind}, ${organisationId},
            ${JSON.stringify({ fr: `Ville ${made}` })}, '', '{}', now(), now())
        `.execute(database)
        await database
          .insertInto('partners_session_participant')
          .values({ ...one, participant_id: participantId, organisation_id: organisationId })
          .execute()
        ids.push(participantId)
      }
      return ids
    }
    const [left, right] = [await like(first), await like(second)]
    const begin = Date.parse('2017-12-05T09:00:00Z')
    await database
      .insertInto('partners_session_appointment')
      .values(
        left.flatMap((one, row) =>
          right.map((other, column) => {
            const at = begin + ((row + column) % 13) * 1_800_000
            return {
              appointment_id: newId(),
              session_id: session.session_id,
              first_id: one,
              second_id: other,
              starts_at: new Date(at),
              ends_at: new Date(at + 1_200_000),
              table_number: row + 1,
              told_at: new Date(),
            }
          }),
        ),
      )
      .execute()
    const rows = async (path: string) => {
      const { body } = await open.keeper.get(path)
      const part = body.slice(body.indexOf('id="timetable"'))
      return { count: (part.match(/<tr/g) ?? []).length - 1, part }
    }
    // The one meeting of the other day comes first.
    expect((await rows(open.place)).count).toBe(1)
    const { count, part } = await rows(`${open.place}?slot=2`)
    expect([count, part.match(/\?slot=\d+#timetable/g)?.length]).toEqual([13, 14])
    expect((await rows(`${open.place}?slot=99`)).count).toBe(13)
  })
})
