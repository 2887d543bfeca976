import { createTransport } from 'nodemailer'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { features } from '../../src/features/index.ts'
import { createDeliverer } from '../../src/platform/mail/delivery/delivery-loop.ts'
import { openSending } from '../../src/platform/mail/delivery/sending.ts'
import { mailAnswersJob } from '../../src/platform/mail/inbound/answers-job.ts'
import { findFreePort } from '../../tools/browser/start-site.ts'
import { openWatchedPage } from '../e2e/watched-page.ts'
import { startMailboxServer } from './mailbox-server.ts'
import { openAsking, type QuestionFixture } from './questions.ts'
import { type ReadMessage, readMime } from './read-mime.ts'
import type { SignedIn } from './sign-in.ts'
import { startMailServer } from './smtp-server.ts'
import { openTranslationProvider } from './translation-provider.ts'

/** A mail as it came to somebody, with its answer address and the links in its text. */
export interface CameMail extends ReadMessage {
  replyTo: string
  text: string
  links: string[]
}

export interface Correspondence extends QuestionFixture {
  /** Address of its site. */
  site: string
  /** Moves the clock, and does what is due by itself. */
  live(at: string): Promise<void>
  /** The last mail that came to an address. */
  mailTo(address: string): CameMail
  /** Sends a mail from a program to our mail server, which puts it into the mailbox; it is taken from there. Returns how many were. */
  send(from: string, raw: Buffer): Promise<number>
  /** A browser of somebody with an account, or of nobody. */
  open(
    browser: Browser,
    options: BrowserContextOptions,
    who?: SignedIn,
  ): Promise<{ page: Page; complaints: string[] }>
  /** What went wrong in any of its pages. */
  complaints(): string[]
}

/**
 * A group with a site that browsers open, a mail server at either end (SMTP out, SMTP in before an IMAP mailbox), a translator, and a clock
 * that goes when it is told: what needs days in life. At ten in Seoul on Monday 4 September 2017.
 */
export async function openCorrespondence(): Promise<Correspondence> {
  const [box, out, into] = [await startMailboxServer(), await startMailServer(), await startMailServer()]
  const [translator, port] = [await openTranslationProvider(), await findFreePort()]
  const site = `http://localhost:${port}`
  const fixture = await openAsking(undefined, {
    ...{ BASE_URL: site, RATE_LIMIT: '0', SMTP_URL: out.url, TRANSLATION_URL: translator.url },
    ...{ ANSWER_ADDRESS: 'answers+TOKEN@entente.example', ANSWERS_URL: box.imapUrl },
    MAIL_AUTHSERV: 'mx.entente.example',
  })
  const { app, application, clock } = fixture.testApp
  await app.listen({ port, host: 'localhost' })
  const sending = openSending(application.settings, out.url)
  const deliverer = createDeliverer(application, sending)
  const due = ['questions.follow', 'practices.proposals', 'translations.batches']
  const jobs = features.flatMap((feature) => feature.jobs?.(application) ?? [])
  const opened: string[][] = []
  const work = async () => {
    for (const job of jobs.filter(({ name }) => due.includes(name))) await job.run(null)
    await deliverer.deliverDue()
  }
  return {
    ...fixture,
    site,
    live: async (at) => {
      clock.moveTo(at)
      await work()
    },
    mailTo: (address) => readCame(address, out.received.findLast(({ to }) => to.includes(address))?.raw),
    send: async (from, raw) => {
      const before = box.count()
      await createTransport(into.url).sendMail({ envelope: { from, to: 'answers@entente.example' }, raw })
      const came = into.received.at(-1)?.raw ?? Buffer.alloc(0)
      const host = from.split('@').at(-1)
      const vouched = `Authentication-Results: mx.entente.example; dmarc=pass header.from=${host}\r\n`
      box.deliver(Buffer.concat([Buffer.from(vouched), came]))
      await mailAnswersJob(application).run(null)
      await work()
      return before + 1 - box.count()
    },
    open: async (browser, options, who) => {
      const watched = await openWatchedPage(browser, { ...options, baseURL: site })
      const [name = '', value = ''] = who?.cookie.split('=') ?? []
      if (who) await watched.page.context().addCookies([{ name, value, url: site }])
      opened.push(watched.complaints)
      return watched
    },
    complaints: () => opened.flat(),
    close: async () => {
      deliverer.stop()
      sending.servers.close()
      await fixture.close()
      await Promise.all([box.stop(), out.close(), into.close(), translator.close()])
    },
  }
}

function readCame(address: string, raw: Buffer | undefined): CameMail {
  if (raw === undefined) throw new Error(`No mail came to ${address}`)
  const message = readMime(raw)
  const text = message.parts['text/plain'] ?? ''
  const replyTo = message.headers['reply-to']?.[0] ?? ''
  return { ...message, text, links: text.match(/https?:\/\/\S+/g) ?? [], replyTo }
}

/**
 * A question in Korean, as an office program writes it: in the letters of Windows (CP949), eight bits each, with a signature below. It asks
 * 정원박람회가 끝난 뒤 시민공원을 어떻게 관리하고 있습니까?
 */
export function koreanQuestion(from: string, to: string): Buffer {
  const head = [
    `From: =?ks_c_5601-1987?B?sejHz7TD?= <${from}>`,
    `To: <${to}>`,
    'Subject: =?ks_c_5601-1987?B?wfq5rrXluLO0z7TZ?=',
    `Message-ID: <${Math.floor(performance.now() * 1000)}.q@suncheon.example>`,
    'Date: Mon, 4 Sep 2017 10:00:00 +0900',
    ...['MIME-Version: 1.0', 'Content-Type: text/plain; charset="ks_c_5601-1987"'],
    ...['Content-Transfer-Encoding: 8bit', '', ''],
  ]
  return Buffer.concat([Buffer.from(head.join('\r\n')), Buffer.from(koreanWords.join(''), 'base64')])
}

const koreanWords = [
  'waS/+LnatvfIuLChILOhs60gtdogvcO5zrD4v/jAuyC+7ra7sNQgsPy4rsfPsO0gwNa9wLTPse4/DQoNCsDav/i6wLvnwNq/obDU',
  'ILjDsNwguri+0sC4s6ogv8C3obChwfYguPjH373AtM+02S4NCg0KsKi758fVtM+02S4NCg0KsPi/+LPswfaw+iCx6MfPtMMgteW4',
  'sg0KwPzIrSAwNjEtMDAwLTAwMDANCg==',
]

/** An answer to a mail, as Outlook writes it: the words, a signature with numbers, and the whole mail below. */
export function frenchAnswer(from: string, asked: CameMail, words: readonly string[]): Buffer {
  const below = ['De : Entente <no-reply@entente.example>', 'Envoyé : lundi 4 septembre 2017 09:00']
  const body = [
    ...words,
    ...['', 'Cordialement,', '', 'Claire Martin', 'Responsable des jardins', 'Tél. : 02 40 00 00 00', ''],
    ...[...below, `À : Claire Martin`, `Objet : ${asked.headers.subject?.[0]}`, '', asked.text],
  ].join('\r\n')
  const [id = ''] = asked.headers['message-id'] ?? []
  return Buffer.from(
    [
      `From: "Martin, Claire" <${from}>`,
      `To: <${asked.replyTo}>`,
      'Subject: RE: votre question',
      ...[`Message-ID: <${Math.floor(performance.now() * 1000)}.a@nantes.example>`, `In-Reply-To: ${id}`],
      ...['X-Mailer: Microsoft Outlook 16.0', 'Date: Mon, 4 Sep 2017 10:20:00 +0200', 'MIME-Version: 1.0'],
      ...['Content-Type: text/plain; charset="utf-8"', 'Content-Transfer-Encoding: base64', '', ''],
    ]
      .join('\r\n')
      .concat(Buffer.from(body).toString('base64').replaceAll(/.{76}/g, '$&\r\n')),
  )
}
