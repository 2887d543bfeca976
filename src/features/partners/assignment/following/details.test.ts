import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readMailbox } from '../../../../../test/support/mailbox.ts'
import { openFollowed } from '../../../../../test/support/open-followed.ts'
import { asStoredMail, selectMails } from '../../../../platform/mail/stored-mail.ts'

let fixture: Awaited<ReturnType<typeof openFollowed>>
beforeAll(async () => {
  fixture = await openFollowed()
  await fixture.open.keeper.post(`${await fixture.open.pageOf('busan')}/edit`, {
    languages: 'ko',
    quota: '3',
    personName: '',
    address: 'busan@example.kr',
    language: 'ko',
  })
  await fixture.edit('place', { 'venue.fr.text': 'Salle 1', 'venue.original': 'fr' })
  await fixture.open.keeper.post(`${fixture.run}/publication`)
})
afterAll(() => fixture.open.testApp.close())

const relocate = (venue: string) => fixture.edit('place', { 'venue.fr.text': venue, 'venue.original': 'fr' })
const rename = (title: string) => fixture.edit('about', { 'title.fr.text': title, 'title.original': 'fr' })
const wait = () => fixture.open.testApp.clock.advance({ minutes: 6 })
const plain = (text = '') => text.replaceAll(/\s+/g, ' ')
const places = async () => {
  const { body } = await fixture.member.get(`${await fixture.open.pageOf('icheon')}.ics`)
  return body.replaceAll('\r\n ', '').match(/^LOCATION.*$/gm)
}
/** What everybody was sent meanwhile, with the file for their calendar. */
async function sent(act: () => Promise<unknown>) {
  const { database } = fixture.open.testApp.context
  const before = (await readMailbox(fixture.open.testApp)).length
  await act()
  const rows = await selectMails(database).orderBy('mail_id').execute()
  return rows.slice(before).map((row) => asStoredMail(row))
}

describe('meetings of an event that takes place elsewhere, or is called otherwise', () => {
  it('are told where they are from the first mail on, and on the page', async () => {
    const [first] = (await readMailbox(fixture.open.testApp)).filter(({ to }) => to === 'icheon@example.kr')
    expect(plain(first?.text)).toContain('Lieu : Salle 1')
    expect(await fixture.wordsOf(await fixture.open.pageOf('icheon'), fixture.member)).toContain(
      'Lieu Salle 1',
    )
  })

  it('are told nothing while somebody still works on the event, and whoever holds it reads that they will be', async () => {
    await relocate('Salle 3')
    expect(await sent(fixture.follow)).toEqual([])
    expect(await fixture.wordsOf(fixture.open.place)).toContain('avertis par courriel dans quelques minutes')
    expect(await fixture.wordsOf(fixture.open.place, fixture.member)).not.toContain('avertis par courriel')
  })

  it('are told nothing when it was undone before', async () => {
    await relocate('Salle 1')
    wait()
    expect(await sent(fixture.follow)).toEqual([])
    expect((await fixture.calendar()).map(({ sequence }) => sequence)).toEqual([0, 0])
    expect(await fixture.wordsOf(fixture.open.place)).not.toContain('avertis par courriel')
  })

  it('are told nothing where nobody remembers what they were told, and from then on what changes', async () => {
    const { database } = fixture.open.testApp.context
    const told = async () =>
      (await database.selectFrom('partners_session').select('told_venue').executeTakeFirstOrThrow())
        .told_venue
    await database.updateTable('partners_session').set({ told_title: null, told_venue: null }).execute()
    wait()
    expect(await sent(fixture.follow)).toEqual([])
    expect(await told()).toEqual({ fr: { text: 'Salle 1', state: 'original' } })
  })

  it('are told once, each in their language, with the same entries of calendars, higher', async () => {
    const before = await fixture.calendar()
    await relocate('Salle 3')
    wait()
    const mails = await sent(async () => {
      await Promise.all([fixture.follow(), fixture.follow()])
      await fixture.follow()
    })
    const to = mails.map((mail) => mail.toAddress)
    expect(to.length).toBe(new Set(to).size)
    expect(to).toEqual(
      expect.arrayContaining(['icheon@example.kr', 'busan@example.kr', 'international@limoges.example']),
    )
    const of = (address: string) => mails.find((mail) => mail.toAddress === address)
    expect(plain(of('icheon@example.kr')?.subject)).toBe(
      'Nouveau lieu de vos rencontres bilatérales : Temps Corée',
    )
    expect(of('busan@example.kr')?.subject).toBe('양자 면담 장소 변경 안내: Temps Corée')
    expect(of('icheon@example.kr')?.body).toContainEqual({
      kind: 'facts',
      facts: [
        { label: 'Nouveau lieu', value: 'Salle 3' },
        { label: 'Lieu précédent', value: 'Salle 1' },
      ],
    })
    // The room is not translated: the mail says in which language it is given.
    expect(of('busan@example.kr')?.body).toContainEqual({
      kind: 'facts',
      facts: [
        { label: '변경된 장소', value: { text: 'Salle 3', language: 'fr' } },
        { label: '기존 장소', value: { text: 'Salle 1', language: 'fr' } },
      ],
    })
    const calendar = of('icheon@example.kr')?.calendar
    expect(
      [calendar, ...(calendar?.others ?? [])].map((each) => [each?.event.uid, each?.event.sequence]),
    ).toEqual(before.map(({ uid }) => [uid, 1]))
    expect(await fixture.calendar()).toEqual(before.map((each) => ({ ...each, sequence: 1 })))
    expect(await places()).toEqual(before.map(() => expect.stringContaining('Salle 3')))
  })

  it('are told of a new name, and of a translation of it nothing', async () => {
    await rename('Rencontres de Limoges')
    wait()
    const [mail] = await fixture.told(fixture.follow)
    expect(plain(mail?.subject)).toBe('Changements dans vos rencontres bilatérales : Rencontres de Limoges')
    expect(plain(mail?.text)).toMatch(/Nouveau titre : Rencontres de Limoges.*Titre précédent : Temps Corée/)
    await fixture.edit('about', { 'title.ko.text': '리모주 교류회', 'title.ko.reviewed': 'yes' })
    wait()
    expect(await sent(fixture.follow)).toEqual([])
  })

  it('hear of it in the mail of the decision where the event has moved besides', async () => {
    await relocate('Salle 5')
    await fixture.move('2017-12-06', '11:00', '13:00')
    wait()
    expect(await sent(fixture.follow)).toEqual([])
    expect(await fixture.wordsOf(fixture.open.place)).toContain('une fois votre décision prise')
    const mails = await fixture.told(async () => expect(await fixture.decide('move')).toBe('moved'))
    expect(mails.map(({ text }) => plain(text))).toEqual([
      expect.stringMatching(/est déplacé.*Nouveau lieu : Salle 5.*Lieu précédent : Salle 3/),
    ])
    expect(await sent(fixture.follow)).toEqual([])
  })

  it('hear of it in the mail of a publication, those too whose meetings stay as they are', async () => {
    await relocate('Salle 7')
    const run = await fixture.open.run({ keeps: 'yes' })
    const before = await fixture.calendar()
    const mails = await fixture.told(() => fixture.open.keeper.post(`${run}/publication`))
    expect(mails.map(({ text }) => plain(text))).toEqual([expect.stringContaining('Nouveau lieu : Salle 7')])
    expect(await fixture.calendar()).toEqual(
      before.map(({ sequence = 0, ...each }) => ({ ...each, sequence: sequence + 1 })),
    )
    wait()
    expect(await sent(fixture.follow)).toEqual([])
  })

  it('hear of it once when it is published just as it is told', async () => {
    await relocate('Salle 2')
    const run = await fixture.open.run({ keeps: 'yes' })
    wait()
    const mails = await sent(() =>
      Promise.all([fixture.follow(), fixture.open.keeper.post(`${run}/publication`)]),
    )
    const to = mails.map((mail) => mail.toAddress)
    expect(to).toContain('icheon@example.kr')
    expect(to.length).toBe(new Set(to).size)
  })

  it('hear of it soon after where the event has moved and its meetings are left where they are', async () => {
    await relocate('Salle 4')
    await fixture.move('2017-12-08', '11:00', '13:00')
    wait()
    const mails = await fixture.told(async () => {
      expect(await fixture.decide('keep')).toBe('kept')
      await fixture.follow()
    })
    expect(mails.map(({ text }) => plain(text))).toEqual([
      expect.stringMatching(/a changé de lieu.*Nouveau lieu : Salle 4.*Lieu précédent : Salle 2/),
    ])
  })

  it('wait while its hosts alone read it, and are told when it is shown to them', async () => {
    await fixture.edit('visibility', { visibility: 'hosts' })
    await relocate('Salle secrète')
    wait()
    expect(await sent(fixture.follow)).toEqual([])
    expect(await fixture.wordsOf(fixture.open.place)).toContain('dès qu’il leur sera montré')
    await fixture.edit('visibility', { visibility: 'public' })
    wait()
    expect((await fixture.told(fixture.follow)).map(({ text }) => plain(text))).toEqual([
      expect.stringContaining('Nouveau lieu : Salle secrète'),
    ])
  })

  it('are told when nobody says any more where it is, and when somebody does', async () => {
    await relocate('')
    wait()
    const [gone] = await fixture.told(fixture.follow)
    expect(plain(gone?.text)).toMatch(/Nouveau lieu : n’est plus indiqué.*Lieu précédent : Salle secrète/)
    await relocate('Salle 8')
    wait()
    const [known] = await fixture.told(fixture.follow)
    expect(plain(known?.subject)).toContain('Lieu de vos rencontres bilatérales')
    expect(plain(known?.text)).toMatch(/est connu.*Lieu : Salle 8/)
    expect(known?.text).not.toContain('précédent')
  })

  it('hear nothing more of it once they are over', async () => {
    await relocate('Salle 9')
    await sql`
      update partners_session_appointment set starts_at = starts_at - interval '1 year', ends_at = ends_at - interval '1 year'
    `.execute(fixture.open.testApp.context.database)
    wait()
    expect(await sent(fixture.follow)).toEqual([])
  })
})
