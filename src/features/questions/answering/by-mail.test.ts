import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { answerSettings, type InboundMail, inboundMail } from '../../../../test/support/inbound-mails.ts'
import { lastMailTo, readMailbox } from '../../../../test/support/mailbox.ts'
import {
  addPeer,
  ask,
  follow,
  linkIn,
  openAsking,
  type QuestionFixture,
} from '../../../../test/support/questions.ts'
import { browserOf, signIn } from '../../../../test/support/sign-in.ts'
import { readInbound } from '../../../platform/mail/inbound/read-inbound.ts'
import {
  lookUpCut,
  removeOldInboundMails,
  takeMail,
} from '../../../platform/mail/inbound/take-mail.commands.ts'
import { removeOldMails } from '../../../platform/mail/removal-job.ts'
import { lookUpQuestion } from '../questions/queries.ts'

const answer = 'Nous tondons deux fois moins, et les écoles plantent.'

let fixture: QuestionFixture
let claire: string
let page: string
let address: string
let count = 0

beforeAll(async () => {
  fixture = await openAsking(undefined, answerSettings)
})
afterAll(() => fixture.close())

// Somebody else is asked each time, and nobody but them.
beforeEach(async () => {
  const { context, clock } = fixture.testApp
  clock.moveTo('2017-09-04T01:05:00Z')
  for (const table of [
    'questions_question',
    'contacts_statement',
    'platform_mail',
    'platform_inbound_mail',
  ] as const)
    await context.database.deleteFrom(table).execute()
  claire = `jardins-${++count}@nantes.example`
  await addPeer(fixture, fixture.nantes, { address: claire })
  page = await ask(fixture)
  await follow(fixture, '2017-09-04T07:00:00Z')
  address = await replyTo(claire)
})

async function replyTo(to: string): Promise<string> {
  const row = await fixture.testApp.context.database
    .selectFrom('platform_mail')
    .select('reply_to')
    .where('to_address', '=', to)
    .orderBy('mail_id', 'desc')
    .executeTakeFirstOrThrow()
  return row.reply_to ?? ''
}

/** Hands a mail over, and returns what it came to. */
async function receive(given: Partial<InboundMail> | Uint8Array) {
  const bytes =
    given instanceof Uint8Array ? given : inboundMail({ to: address, from: claire, text: answer, ...given })
  const { application } = fixture.testApp
  return takeMail(application, await readInbound(bytes, { authserv: 'mx.entente.example' }), bytes)
}

const listAnswers = () =>
  fixture.testApp.context.database
    .selectFrom('questions_answer')
    .select(['words', 'signed', 'via', 'held_at as heldAt', 'mail_id as mailId'])
    .orderBy('given_at')
    .execute()

const texts = async () => (await listAnswers()).map((each) => Object.values(each.words)[0]?.text)
const mails = async () => (await readMailbox(fixture.testApp)).length

describe('an answer by mail', () => {
  test('of which a second mail has no room for is another answer: no word is lost', async () => {
    const long = (word: string) => `${word} ${'et nous arrosons moins '.repeat(150)}fin.`
    await receive({ text: long('D’abord') })
    await receive({ text: long('Ensuite') })
    expect((await texts()).map((text) => text?.split(' ')[0])).toEqual(['D’abord', 'Ensuite'])
    expect((await texts()).every((text) => text?.endsWith('fin.'))).toBe(true)
  })

  test('waits in its box after the thirtieth of one sender in an hour, and is taken after it', async () => {
    const came: string[] = []
    for (let number = 1; number <= 31; number++) came.push(await receive({ text: `Réponse ${number}.` }))
    expect(came.slice(0, 30).every((each) => each === 'taken')).toBe(true)
    expect(came[30]).toBe('waits')
    fixture.testApp.clock.moveTo('2017-09-04T08:01:00Z')
    expect(await receive({ text: 'Réponse 31.' })).toBe('taken')
  })

  test('is taken whoever else has written thirty mails in the name of its author', async () => {
    for (let number = 1; number <= 30; number++)
      await receive({ text: `Faux numéro ${number}.`, vouched: null })
    expect(await receive({ text: 'Encore un faux.', vouched: null })).toBe('waits')
    expect(await receive({})).toBe('taken')
    expect((await listAnswers()).filter(({ heldAt }) => heldAt === null)).toHaveLength(1)
  })

  test('is followed by a file where what was cut of it has no room', async () => {
    await receive({
      text: `${answer}\n\nLe 4 sept. 2017 à 09:00, Entente <${address}> a écrit :\n> ${'Bien long. '.repeat(500)}`,
    })
    const link = linkIn(await lastMailTo(fixture.testApp, claire))
    const { body } = await browserOf(fixture.testApp).get(link)
    const id = /name="answer" value="([^"]+)"/.exec(body)?.[1] ?? ''
    await browserOf(fixture.testApp).post(`${link}/act`, { verb: 'putBack', answer: id })
    expect(await texts()).toEqual([answer])
    await follow(fixture, '2017-09-04T07:20:00Z')
    const [, file = ''] = /href="([^"]*\/files\/[^"]*)"/.exec((await fixture.asker.get(page)).body) ?? []
    expect((await fixture.asker.get(file)).body).toContain('Bien long. Bien long.')
  })

  test.each<[string, string, () => Partial<InboundMail> | Uint8Array]>([
    ['of two signs', '+1', () => ({ text: '+1' })],
    [
      'in a charset that does not exist',
      'Oui, volontiers.',
      () =>
        Buffer.from(
          inboundMail({ to: address, from: claire, text: 'Oui, volontiers.' })
            .toString('latin1')
            .replace('charset=utf-8', 'charset=x-klingon'),
          'latin1',
        ),
    ],
    [
      'with the end of a line in its subject',
      'Oui, volontiers.',
      () => ({ text: 'Oui, volontiers.', subject: 'Re: parc\r\nBcc: other@elsewhere.example' }),
    ],
    ['of one line of a megabyte', 'a'.repeat(4000), () => ({ text: 'a'.repeat(1_000_000) })],
  ])('%s is taken', async (_, expected, given) => {
    expect(await receive(given())).toBe('taken')
    expect(await texts()).toEqual([expected])
    expect((await readMailbox(fixture.testApp)).every(({ to }) => !to.includes('elsewhere'))).toBe(true)
  })

  test('to a question that was closed meanwhile is kept', async () => {
    await fixture.asker.post(`${page}/asker`, { verb: 'withdraw' })
    expect(await receive({})).toBe('taken')
    expect(await texts()).toEqual([answer])
  })

  test('is read by its asker ten minutes later, and its author gets a receipt', async () => {
    const asked = await lastMailTo(fixture.testApp, claire)
    expect(asked?.text).toContain('Vous pouvez répondre à ce courriel')
    expect(asked?.text.indexOf('Répondez au-dessus de cette ligne')).toBeLessThan(
      asked?.text.indexOf('정원') ?? 0,
    )
    const quoted = `${answer}\n\nLe 4 sept. 2017 à 09:00, Entente <${address}> a écrit :\n> ${asked?.text}`
    expect(await receive({ text: quoted })).toBe('taken')
    expect(await listAnswers()).toMatchObject([
      { words: { fr: { text: answer } }, via: 'mail', heldAt: null },
    ])
    const receipt = await lastMailTo(fixture.testApp, claire)
    expect(receipt?.text).toContain('telle que comprise')
    expect(receipt?.text).toContain(answer)
    expect((await fixture.asker.get(page)).body).not.toContain(answer)
    const [told] = await follow(fixture, '2017-09-04T07:12:00Z')
    expect([told?.to, told?.text]).toEqual([
      'desk@suncheon.example',
      expect.stringContaining('deux fois moins'),
    ])
    expect((await fixture.asker.get(page)).body).toContain('deux fois moins')
  })

  test('keeps what was cut for thirty days, without what lets its bearer in', async () => {
    const asked = await lastMailTo(fixture.testApp, claire)
    await receive({
      text: `${answer}\n\nLe 4 sept. 2017 à 09:00, Entente <${address}> a écrit :\n> ${asked?.text}`,
    })
    const { context, application, clock } = fixture.testApp
    const [{ mailId = '' } = {}] = await listAnswers()
    const cut = (await lookUpCut(context, mailId ?? '')) ?? ''
    expect(cut).toContain('a écrit')
    expect(cut).not.toMatch(/[\da-f]{32}/)
    const link = linkIn(await lastMailTo(fixture.testApp, claire))
    const { body } = await browserOf(fixture.testApp).get(link)
    const id = /name="answer" value="([^"]+)"/.exec(body)?.[1] ?? ''
    await browserOf(fixture.testApp).post(`${link}/act`, { verb: 'putBack', answer: id })
    expect((await texts())[0]).toMatch(/^Nous tondons[\s\S]*a écrit/)
    clock.moveTo('2017-10-05T07:00:00Z')
    await removeOldInboundMails(application)
    expect(await lookUpCut(context, mailId ?? '')).toBeNull()
    await removeOldMails(application)
    expect(await replyTo(claire)).toBe('')
  })

  test('is taken once, by whichever way and however often it comes', async () => {
    const mail = inboundMail({ to: address, from: claire, text: answer })
    expect([await receive(mail), await receive(mail)]).toEqual(['taken', 'repeated'])
    const nameless = inboundMail({ to: address, from: claire, text: 'Et sans arrosage.', messageId: '' })
    expect([await receive(nameless), await receive(nameless)]).toEqual(['taken', 'repeated'])
    expect(await texts()).toEqual([`${answer}\n\nEt sans arrosage.`])
  })

  test('brings its files along, of the types that people hand out', async () => {
    await receive({ file: { name: 'gestion.pdf', content: '%PDF-1.4' } })
    await receive({ text: 'Voici aussi le tableur.', file: { name: 'outil.exe', content: 'MZ' } })
    await follow(fixture, '2017-09-04T07:12:00Z')
    const { body } = await fixture.asker.get(page)
    expect(body).toContain('gestion.pdf')
    expect(body).not.toContain('outil.exe')
    const [, file = ''] = /href="([^"]*\/files\/[^"]*)"/.exec(body) ?? []
    expect((await fixture.asker.get(file)).body).toBe('%PDF-1.4')
    const stranger = await signIn(fixture.testApp, { address: 'nobody@elsewhere.example' })
    expect((await stranger.get(file)).statusCode).toBe(404)
  })

  test('is of one conversation with all mails about its question to one person, whatever becomes of its words', async () => {
    await receive({})
    await follow(fixture, '2017-09-04T07:12:00Z')
    const { database } = fixture.testApp.context
    const words = {
      ko: { text: '축제가 끝난 공원은 누가 돌봅니까?', state: 'original' },
      fr: { text: 'Qui entretient le parc après la fête ?', state: 'machine' },
    }
    await database
      .updateTable('questions_question')
      .set({ question: JSON.stringify(words) })
      .execute()
    const id = /name="answer" value="([^"]+)"/.exec((await fixture.asker.get(page)).body)?.[1] ?? ''
    await fixture.asker.post(`${page}/asker`, { verb: 'back', answer: id, words: '얼마나 자주 합니까?' })
    await receive({ text: 'Toutes les trois semaines.' })
    const all = await readMailbox(fixture.testApp)
    for (const address of [claire, 'desk@suncheon.example']) {
      const [first = '', ...next] = all.filter(({ to }) => to === address).map(({ subject }) => subject)
      expect(next.length).toBeGreaterThan(0)
      expect(first).not.toMatch(/^Re:/)
      expect(new Set(next)).toEqual(new Set([`Re: ${first}`]))
    }
    const threads = await database.selectFrom('platform_mail').select('thread').execute()
    expect(new Set(threads.map(({ thread }) => thread.join())).size).toBe(1)
  })

  test('that comes after it was asked back answers that', async () => {
    await receive({})
    await follow(fixture, '2017-09-04T07:12:00Z')
    const id = /name="answer" value="([^"]+)"/.exec((await fixture.asker.get(page)).body)?.[1] ?? ''
    await fixture.asker.post(`${page}/asker`, { verb: 'back', answer: id, words: '얼마나 자주 합니까?' })
    expect(await replyTo(claire)).toBe(address)
    expect(await receive({ text: 'Toutes les trois semaines.' })).toBe('taken')
    expect(await texts()).toEqual([answer])
    expect((await lastMailTo(fixture.testApp, 'desk@suncheon.example'))?.text).toContain(
      'Toutes les trois semaines.',
    )
  })
})

describe('a mail of which nobody knows whose word it is waits for who was asked', () => {
  test.each<[string, () => Partial<InboundMail>]>([
    ['from somebody else, to whom it was forwarded', () => ({ from: 'Paul <paul@nantes.example>' })],
    ['with a From that nothing shows', () => ({ vouched: null })],
    ['with a From that is shown to be false', () => ({ vouched: 'fail' })],
    ['with two addresses in From', () => ({ from: `${claire}, other@nantes.example` })],
    [
      'with a false word of our server below the right one',
      () => ({
        vouched: 'fail',
        headers: ['Authentication-Results: mx.entente.example; dmarc=pass header.from=nantes.example'],
      }),
    ],
    ['from another who was asked, with this token', () => ({ from: 'desk@suncheon.example' })],
    ['to two tokens', () => ({ to: `${address}, answers+${'a'.repeat(32)}@entente.example` })],
  ])('%s', async (_, given) => {
    expect(await receive(given())).toBe('taken')
    expect((await listAnswers()).map(({ heldAt }) => heldAt !== null)).toEqual([true])
    await follow(fixture, '2017-09-04T09:00:00Z')
    expect((await fixture.asker.get(page)).body).not.toContain(answer)
    const asked = await lastMailTo(fixture.testApp, claire)
    expect(asked?.text).toContain('Est-ce bien vous')
    expect((await readMailbox(fixture.testApp)).every(({ to }) => !/paul|other/.test(to))).toBe(true)
  })
})

test('a token is found in capitals, cut by the end of a line, and where the server says it went', async () => {
  const [local = '', host = ''] = address.split('@')
  for (const [text, given] of [
    ['En capitales.', { to: address.toUpperCase() }],
    ['Coupée.', { to: `"Entente" <${local.slice(0, 20)}\r\n ${local.slice(20)}@${host}>` }],
    ['Livrée.', { to: 'undisclosed:;', headers: [`Delivered-To: ${address}`] }],
  ] as const)
    expect(await receive({ ...given, text })).toBe('taken')
  expect((await texts())[0]).toBe('En capitales.\n\nCoupée.\n\nLivrée.')
})

test.each<[string, Partial<InboundMail>]>([
  ['names a token of nobody', { to: `answers+${'b'.repeat(32)}@entente.example` }],
  ['names none', { to: 'answers@entente.example' }],
  ['is to another host', { to: `answers+${'b'.repeat(32)}@elsewhere.example` }],
])('a mail that %s stays where it is', async (_, given) => {
  expect(await receive(given)).toBe('left')
  expect(await listAnswers()).toEqual([])
})

test('the token of somebody who was erased lets nobody answer', async () => {
  const link = linkIn(await lastMailTo(fixture.testApp, claire))
  await browserOf(fixture.testApp).post(`${link}/erasure`, { sure: 'yes' })
  expect(await receive({})).toBe('left')
})

test('a mail without a word says so to its author, and to nobody else', async () => {
  const before = await mails()
  await receive({ text: '-- \nClaire Martin\n02 40 00 00 00' })
  expect((await lastMailTo(fixture.testApp, claire))?.text).toContain('Nous n’avons pas pu lire')
  await receive({ text: '', vouched: null })
  expect([await mails(), await listAnswers()]).toEqual([before + 1, []])
})

test('of an absence note the day is kept, and nobody is answered', async () => {
  const before = await mails()
  const note = {
    subject: 'Absence du bureau : question',
    text: 'Je suis absente jusqu’au 11 septembre 2017. En cas d’urgence, contactez le service.',
    headers: ['Auto-Submitted: auto-replied'],
  }
  expect(await receive(note)).toBe('automatic')
  // To the address of returns, as programs do that go by the envelope.
  const { id } = (await lastMailTo(fixture.testApp, claire)) ?? { id: '' }
  const thread = [`In-Reply-To: <${id}@localhost>`, 'Auto-Submitted: auto-replied']
  expect(await receive({ ...note, to: 'returns@entente.example', headers: thread })).toBe('automatic')
  const { absent_until: until } = await fixture.testApp.context.database
    .selectFrom('contacts_statement')
    .select('absent_until')
    .executeTakeFirstOrThrow()
  expect([until, await mails(), await listAnswers()]).toEqual(['2017-09-11', before, []])
})

test('two programs that answer each other end after one round, and a flood is handed to nobody', async () => {
  await receive({})
  const before = await mails()
  for (let time = 0; time < 3; time++) expect(await receive({})).toBe('taken')
  expect([await mails(), await texts()]).toEqual([before, [answer]])
  for (let time = 0; time < 40; time++) await receive({ text: `Réponse numéro ${time}.` })
  expect((await texts())[0]?.split('\n\n').length).toBe(27)
})

describe('a question by mail', () => {
  const to = () => `answers+${fixture.network.slug}@entente.example`
  const question = '정원박람회 뒤 공원을 어떻게 관리합니까?\n\n자원봉사자와 함께 해 보았습니다.'
  const listQuestions = () =>
    fixture.testApp.context.database
      .selectFrom('questions_question')
      .select(['via', 'asked_at', 'tried'])
      .execute()

  test('is sent back to its member as understood, and asked of nobody before they press', async () => {
    expect(await receive({ to: to(), from: 'desk@suncheon.example', subject: '질문', text: question })).toBe(
      'taken',
    )
    expect(await listQuestions()).toContainEqual({
      via: 'mail',
      asked_at: null,
      tried: { ko: { text: '자원봉사자와 함께 해 보았습니다.', state: 'original' } },
    })
    const back = await lastMailTo(fixture.testApp, 'desk@suncheon.example')
    expect(back?.text).toContain('어떻게 관리합니까')
  })

  test.each([
    [
      'Bonjour,\n\nQui tond vos parcs ?\n\nNous avons essayé en régie.\n\nBien cordialement,\nPaul Martin',
      ['Qui tond vos parcs ?', 'Nous avons essayé en régie.'],
    ],
    [
      'Madame, Monsieur,\nQui tond vos parcs ?\n\nNous avons essayé en régie.\nNous vous prions de nous dire aussi ce que cela coûte par an et par hectare.\n\nDans l’attente de votre réponse, nous vous prions d’agréer nos salutations distinguées.',
      [
        'Qui tond vos parcs ?',
        'Nous avons essayé en régie.\nNous vous prions de nous dire aussi ce que cela coûte par an et par hectare.',
      ],
    ],
    [
      '안녕하십니까. 순천시 공원과입니다.\n\n공원의 잔디는 누가 깎습니까?\n\n직영으로 해 보았습니다.\n\n감사합니다.\n김민수 드림',
      ['공원의 잔디는 누가 깎습니까?', '직영으로 해 보았습니다.'],
    ],
    [
      'Dear all,\n\nWho mows your parks?\n\nWe have tried it ourselves.\nMany thanks,\n\nKind regards',
      ['Who mows your parks?', 'We have tried it ourselves.'],
    ],
    ['Qui tond vos parcs ?\nCordialement', ['Qui tond vos parcs ?', undefined]],
    ['Bonjour', ['Bonjour', undefined]],
  ])('is what was asked and tried, without salutation and closing: %s', async (text, expected) => {
    await fixture.testApp.context.database.deleteFrom('questions_question').execute()
    await receive({ to: to(), from: 'desk@suncheon.example', subject: '질문', text })
    const draft = await fixture.testApp.context.database
      .selectFrom('questions_question')
      .select('question_id')
      .executeTakeFirstOrThrow()
    const found = await lookUpQuestion(fixture.testApp.context, draft.question_id)
    expect([found?.question, found?.tried].map((each) => Object.values(each ?? {})[0]?.text)).toEqual(
      expected,
    )
  })

  test.each<[string, () => Partial<InboundMail>]>([
    ['of nobody we know', () => ({ from: 'someone@elsewhere.example' })],
    ['that nothing shows to be from a member', () => ({ vouched: null })],
    ['of the coordinator, who asks for no authority', () => ({ from: fixture.coordinator.address })],
    ['without a word', () => ({ text: '' })],
  ])('%s is answered by nobody', async (_, given) => {
    const before = await mails()
    await receive({ to: to(), from: 'desk@suncheon.example', subject: '질문', text: question, ...given() })
    expect([await mails(), (await listQuestions()).length]).toEqual([before, 1])
  })
})
