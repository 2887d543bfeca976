import { addDays } from '../../src/features/agenda/holidays/commands.ts'
import { sendingJobs } from '../../src/features/newsletter/sending/jobs.ts'
import { openSending } from '../../src/platform/mail/delivery/sending.ts'
import { createMailingDeliverer } from '../../src/platform/mail/mailing/mailing-deliverer.ts'
import { openLetters } from './letters.ts'
import { readMime } from './read-mime.ts'
import { startMailServer } from './smtp-server.ts'
import { subscribeToLetter } from './subscribe-to-letter.ts'

interface NewReader {
  address: string
  language?: string
  country?: string
  frequency?: string
  themes?: string[]
}

/** A network whose letters are edited, with readers, a mail server that keeps what it gets, and everything in between. */
export async function openSendings(contents: Parameters<typeof openLetters>[0] = {}) {
  const fixture = await openLetters(contents)
  const server = await startMailServer()
  const { house: testApp, letters, keeper } = fixture
  const [slug = ''] = letters.split('/')
  const settings = { ...testApp.application.settings, smtpUrl: server.url }
  const jobs = sendingJobs({ ...testApp.application, settings })
  let ms = 0
  const sending = openSending(settings, server.url, () => ms)
  const deliverer = createMailingDeliverer({ ...testApp.application, settings }, sending)
  const planOf = async (letter: string) =>
    /name="issue" value="([^"]*)"/.exec((await keeper.get(`/fr/${letters}/${letter}/sending`)).body)?.[1] ??
    ''
  return {
    ...fixture,
    server,
    slug,
    subscribe: ({ address, language = 'fr', country = 'FR', ...more }: NewReader) =>
      subscribeToLetter(testApp, { address, language, country, ...more }, 'fr', slug),
    /** Adds a day to the calendar of the network on which the offices of a country are empty. */
    closeOffices: async (country: string, day: string) => {
      const { network_id: networkId } = await testApp.context.database
        .selectFrom('networks_network')
        .select('network_id')
        .where('slug', '=', slug)
        .executeTakeFirstOrThrow()
      const name = { fr: 'Fermeture', ko: '', en: '' }
      const days = { country, from: day, to: day, name, closesOffices: 'yes' as const, source: 'Arrêté' }
      await addDays(testApp.context, networkId, days)
    },
    /** Composes a letter of these items and approves it. */
    approve: async (items: Parameters<typeof fixture.tell>[0]) => {
      fixture.tell(items)
      await fixture.begin()
      await fixture.act('approve')
    },
    /** The plan that the form to send shows. */
    planOf,
    /** Presses the button that sends; answers where it leads. */
    order: async (from: string, letter = 'draft', issue?: string) => {
      const answer = await keeper.post(`/fr/${letters}/${letter}/sending`, {
        from,
        issue: issue ?? (await planOf(letter)),
      })
      return { status: answer.statusCode, to: String(answer.headers.location ?? ''), body: answer.body }
    },
    /** What happens each minute, and each quarter of an hour. */
    work: async () => {
      for (const wanted of ['newsletter.digests', 'newsletter.sendings'])
        for (const { name, run } of jobs) if (name === wanted) await run(null)
    },
    nightly: async () => {
      for (const { name, run } of jobs) if (name === 'newsletter.recipients') await run(null)
    },
    /** Delivers what is due; time passes for rests and rates too. */
    deliver: async () => {
      ms += 3_600_000
      return deliverer.deliverDue()
    },
    /** What the mail server got so far, by address. */
    received: () =>
      server.received.map(({ to, raw }) => {
        const { headers, parts } = readMime(raw)
        return {
          to: to[0] ?? '',
          raw,
          subject: headers.subject?.[0] ?? '',
          headers,
          html: parts['text/html'] ?? '',
          text: parts['text/plain'] ?? '',
        }
      }),
    close: async () => {
      await server.close()
      await testApp.close()
    },
  }
}

export type Sendings = Awaited<ReturnType<typeof openSendings>>
