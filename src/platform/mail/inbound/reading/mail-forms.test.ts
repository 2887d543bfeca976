import { describe, expect, it } from 'vitest'
import { answerMail, type Given } from '../../../../../test/support/answer-mail.ts'
import { readAnswer } from './read-answer.ts'

const read = (body: string | Uint8Array, given: Given = {}) => readAnswer(answerMail(body, given))
const html = (body: string) => read(body, { type: 'text/html; charset=utf-8' })

describe('HTML', () => {
  const attribution = (text: string) => `<div class="gmail_attr">${text}<br></div>`
  it.each<[string, string, string]>([
    [
      'of Naver',
      `안녕하세요.\n\n직원이 12명 있습니다.\n\n감사합니다.`,
      `<div><p>안녕하세요.&nbsp;</p><p>직원이 12명 있습니다.</p><p>감사합니다.</p><p>김민수 드림</p><p><br></p><p><b>-----Original Message-----</b><br>
<b>From:</b> "Entente" &lt;a@b.example&gt;<br><b>Sent:</b> 2017-07-07 (금) 17:12:03<br><b>Subject:</b> 공원</p><p>몇 명입니까?</p></div>`,
    ],
    [
      'of Gmail, with its signature',
      'Nous avons douze agents.',
      `<div dir="ltr">Nous avons douze agents.</div><div class="gmail_signature">Claire<br>02 40 00 00 00</div><div class="gmail_quote">
${attribution('Le&nbsp;ven. 7 juil. 2017 à&nbsp;10:12, E &lt;a@b.example&gt; a écrit&nbsp;:')}<blockquote class="gmail_quote">Combien ?</blockquote></div>`,
    ],
    [
      'of Gmail, between its quotes',
      'Bonjour\n\n> Combien ?\nDouze.',
      `<div>Bonjour</div>${attribution('Le ven. 7 juil. 2017 à 10:12, E &lt;a@b.example&gt; a écrit :')}<blockquote class="gmail_quote">Combien ?</blockquote>
<div>Douze.</div><blockquote class="gmail_quote">Cordialement</blockquote>`,
    ],
    [
      'of Outlook',
      'Bonjour,\n\nDouze agents.',
      `<p class="MsoNormal">Bonjour,<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>Douze agents.</p><hr>
<div id="divRplyFwdMsg"><b>De&nbsp;:</b> Entente<br><b>Envoyé&nbsp;:</b> vendredi 7 juillet 2017 10:12<br><b>Objet&nbsp;:</b> parcs</div>Combien ?`,
    ],
    [
      'of Yahoo',
      'Twelve.',
      '<div>Twelve.</div><div class="yahoo_quoted"><div>Il 7 luglio 2017, E ha detto</div><div>How many?</div></div>',
    ],
    [
      'of Apple, a list and what is not seen',
      'Il faut\u00a0:\n\n1. un arrêté\n2. l’accord de tous',
      `<title>x</title><style>a{}</style><p style="display:none">preheader</p><p>Il faut&nbsp;:</p><ol><li>un arr&ecirc;t&eacute;</li><li>l&#8217;accord<!-- no -->
 de tous</li></ol><blockquote type="cite">Le 7 juil. 2017 à 10:12, E &lt;a@b.example&gt; a écrit :<br>Combien ?</blockquote>`,
    ],
    [
      'that only moves a passage to the right',
      'Voici :\n\nDouze agents\n\net trois autres.',
      '<p>Voici :</p><blockquote style="margin-left:40px">Douze agents</blockquote><p>et trois autres.</p>',
    ],
  ])('%s', async (_, expected, body) => {
    expect(await html(body)).toMatchObject({ text: expected, sure: true })
  })
})

describe('letters', () => {
  const hangul = Buffer.from('bec8b3e7c7cfbcbcbfe42e', 'hex')
  it.each(['EUC-KR', 'cp949', 'ms949', '"ks_c_5601-1987"', 'us-ascii', 'x-nowhere', 'utf-8'])(
    'in Korean, called %s',
    async (charset) => {
      expect((await read(hangul, { type: `text/plain; charset=${charset}` })).text).toBe('안녕하세요.')
    },
  )

  it.each(['EUC-KR', 'cp949', 'x-windows-949', 'ks_c_5601-1987', 'KSC5601', 'us-ascii', 'x-nowhere'])(
    'of CP949 alone, called %s',
    async (charset) => {
      const bytes = Buffer.from('8c63b9e6b0a2c7cf2094ee20aa42c2f72e', 'hex')
      expect((await read(bytes, { type: `text/plain; charset=${charset}` })).text).toBe('똠방각하 뷁 찦차.')
    },
  )

  it.each<[string, string, string]>([
    ['ISO-2022-KR', '1b2429430a0e3e48336747 4f3c3c3f640f2e', '안녕하세요.'],
    ['ISO-8859-15', '44e96ae0203130 a4', 'Déjà10€'],
    ['windows-1252', '93 44e96ae0 94', '“Déjà”'],
  ])('in %s', async (charset, hex, expected) => {
    const { text } = await read(Buffer.from(hex.replaceAll(' ', ''), 'hex'), {
      type: `text/plain; charset=${charset}`,
    })
    expect(text.replaceAll(' ', '')).toBe(expected)
  })

  it('of lines that a program broke', async () => {
    const type = 'text/plain; charset=utf-8; format=flowed'
    const body =
      'Nous avons douze agents dans les \nparcs.\n\nLe 07/07/2017 à 10:12, E a écrit :\n> Combien \n> d’agents ?'
    expect((await read(body, { type })).text).toBe('Nous avons douze agents dans les parcs.')
  })
})

describe('what is no answer', () => {
  const automatic = 'Auto-Submitted: auto-replied'
  it.each<[string, string, Given, string | null]>([
    [
      'in Korean',
      '8월 14일부터 8월 28일까지 휴가로 부재중입니다.',
      { subject: '부재중: 공원' },
      '2017-08-28',
    ],
    [
      'in Korean, without any sign',
      '안녕하십니까.\n현재 출장 중이라 메일 확인이 어렵습니다.\n2017. 8. 28.까지 부재 예정이며 복귀 후 회신드리겠습니다.\n급한 업무는 박지영에게 연락 바랍니다.\n감사합니다.',
      {},
      '2017-08-28',
    ],
    [
      'in French',
      'Bonjour,\nJe suis absente du 14 au 28 août inclus.\nUrgence : accueil@nantes.example',
      { subject: 'Absence' },
      '2017-08-28',
    ],
    ['in French, by its header', 'De retour le lundi 28/08.', { headers: automatic }, '2017-08-28'],
    [
      'in English',
      'I am out of the office until August 28th, 2017.',
      { subject: 'Automatic reply: parks' },
      '2017-08-28',
    ],
    ['of next year', 'I am away until 3 January.', { headers: automatic }, '2018-01-03'],
    ['of no day', 'Je suis absente.', { headers: 'X-Autoreply: yes' }, null],
    ['a list', 'Bonjour', { headers: 'List-Id: <a.b>' }, null],
  ])('an absence note %s', async (_, body, given, absentUntil) => {
    expect(await read(body, given)).toMatchObject({ is: 'automatic', absentUntil, text: '' })
  })

  it.each<[string, string]>([
    ['of somebody on leave', 'Je suis en congé jusqu’au 28 août, mais voici : nous avons douze agents.'],
    ['of somebody who travelled', '출장 중이라 답변이 늦었습니다. 저희 과 직원은 12명입니다.'],
  ])('but an answer %s', async (_, body) => {
    expect(await read(body)).toMatchObject({ is: 'answer', text: body })
  })

  const mixed = (part: string) => `--b\nContent-Type: text/plain\n\n\n--b\n${part}\n\nAAAA\n--b--`
  const inParts = { type: 'multipart/mixed; boundary=b' }
  it.each<[string, string, Given, object]>([
    ['nothing', '', {}, { reason: 'empty' }],
    ['a quote', 'Le 07/07/2017 à 10:12, E a écrit :\n> Combien ?', {}, { reason: 'empty' }],
    ['a signature', 'Cordialement,\nClaire Martin\n02 40 00 00 00', {}, { reason: 'empty' }],
    [
      'a picture',
      mixed('Content-Type: image/png; name=image001.png\nContent-ID: <a>'),
      inParts,
      { reason: 'empty', attachments: [] },
    ],
    [
      'winmail.dat',
      mixed('Content-Type: application/ms-tnef; name=winmail.dat'),
      inParts,
      { reason: 'winmail', attachments: ['winmail.dat'] },
    ],
    ['a secret of PGP', '-----BEGIN PGP MESSAGE-----\n\nabc', {}, { reason: 'encrypted' }],
    [
      'a secret of S/MIME',
      'abc',
      { type: 'application/pkcs7-mime; smime-type=enveloped-data' },
      { reason: 'encrypted' },
    ],
  ])('%s is refused', async (_, body, given, expected) => {
    expect(await read(body, given)).toMatchObject({ is: 'refused', text: '', ...expected })
  })

  it('nor what is too large, or has no end of parts', async () => {
    expect(await read(Buffer.alloc(30_000_000, 'a'))).toMatchObject({ is: 'refused', reason: 'too_large' })
    const parts = Array.from(
      { length: 10_000 },
      (_, at) => `--b${at}\nContent-Type: multipart/mixed; boundary=b${at + 1}\n\n`,
    )
    expect(await read(parts.join(''), { type: 'multipart/mixed; boundary=b0' })).toMatchObject({
      reason: 'unreadable',
    })
  })

  it('nor a report of a mail server', async () => {
    const type = 'multipart/report; boundary=b'
    expect(
      await read('--b\nContent-Type: message/delivery-status\n\nAction: failed\n--b--', { type }),
    ).toMatchObject({ is: 'return' })
  })
})

it('tells a question from an answer, and the languages of both', async () => {
  const body = '안녕하세요. 공원 관리 방법이 궁금합니다.\n\nComment entretenez-vous les parcs de la ville ?'
  expect(await read(body, { subject: 'Parcs', headers: 'X-Mailer: a' })).toMatchObject({
    is: 'question',
    languages: ['fr', 'ko'],
  })
  expect(await read('We have twelve people.')).toMatchObject({ is: 'answer', languages: ['en'] })
})

const times = (bytes: Buffer) => async () => {
  const from = performance.now()
  await readAnswer(bytes)
  return performance.now() - from
}

it.each<[string, string, string?]>([
  ['one line', 'le préfet a écrit : '],
  ['marks of quotation', '>'],
  ['formulas', 'Cordialement,\n'],
  ['open tags', '<div><a "', 'text/html'],
  ['signs', '<!-- <', 'text/html'],
  ['quoted tags', '<blockquote type=cite><p>x', 'text/html'],
])('takes time for %s by their length alone', async (_, sign, type = 'text/plain') => {
  const of = (length: number) => times(answerMail(Buffer.from(sign.repeat(length / sign.length)), { type }))
  await of(100_000)()
  const once = Math.min(await of(200_000)(), await of(200_000)())
  expect(Math.min(await of(800_000)(), await of(800_000)())).toBeLessThan(once * 12 + 100)
})

describe('a mail of several parts', () => {
  const parts = (...given: [type: string, body: string][]) =>
    read(`${given.map(([type, body]) => `--b\nContent-Type: ${type}\n\n${body}\n`).join('')}--b--`, {
      type: 'multipart/alternative; boundary=b',
    })
  const written = '<p>세 종류로 나누어 쓰고 있습니다.</p><p>첫날 함께 받지 마십시오.</p>'

  it('is read in HTML where its text only says so', async () => {
    const read = await parts(
      ['text/plain; charset=utf-8', '이 메일은 HTML 형식으로 작성되었습니다.'],
      ['text/html; charset=utf-8', written],
    )
    expect(read.text).toBe('세 종류로 나누어 쓰고 있습니다.\n\n첫날 함께 받지 마십시오.')
  })

  it('of which a calendar program sent all is no answer', async () => {
    const calendar = 'BEGIN:VCALENDAR\nMETHOD:REPLY\nEND:VCALENDAR'
    expect((await parts(['text/plain', ''], ['text/calendar; method=REPLY', calendar])).is).toBe('automatic')
    expect((await parts(['text/plain', 'Je viendrai.'], ['text/calendar; method=REPLY', calendar])).is).toBe(
      'answer',
    )
  })
})

it.each([
  [
    'a link ends a sentence',
    'Le bilan est ici : https://nantes.example/bilan-2016\n\nClaire Martin\n02 40 99 00 12',
    'Le bilan est ici : https://nantes.example/bilan-2016',
  ],
  [
    'a sentence begins with From',
    'We print them.\n\nFrom September we will also print permits.',
    'We print them.\n\nFrom September we will also print permits.',
  ],
  [
    'a program marked that word',
    'We print them.\n\n>From September we will also print permits.',
    'We print them.\n\nFrom September we will also print permits.',
  ],
])('no sentence is lost where %s', async (_, body, text) => {
  expect((await read(body)).text).toBe(text)
})
