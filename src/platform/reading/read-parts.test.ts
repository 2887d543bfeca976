import { expect, it } from 'vitest'
import { outlineOf, refusalOf } from '../../../test/support/read-sample.ts'
import { readParts } from './read-parts.ts'

const mail = (...attachments: string[]) =>
  new TextEncoder().encode(
    [
      'From: =?utf-8?B?66as66qo7KO8?= <a@limoges.example>',
      'To: b@icheon.example',
      'Subject: =?utf-8?Q?R=C3=A9union_de_Tours?=',
      'Date: Fri, 07 Jul 2017 10:00:00 +0200',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=x',
      '',
      '--x',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'ORDRE DU JOUR',
      '',
      'Le jumelage de 2015.',
      ...attachments.flatMap((attachment) => ['--x', attachment]),
      '--x--',
      '',
    ].join('\r\n'),
  )

const attached = (name: string, content: string) =>
  `Content-Type: application/octet-stream; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(content).toString('base64')}`

it('reads a mail and each of its attachments as a text of its own', async () => {
  const parts = await readParts(
    mail(attached('notes.md', '# Un\n\nDeux.'), attached('page.html', '<html><p>Trois.')),
    { name: 'mail.eml' },
  )
  expect(parts.map(({ name, document }) => [name, document.format, outlineOf(document)])).toEqual([
    [
      'mail.eml',
      'mail',
      [
        'title 1: Réunion de Tours',
        'paragraph 0: From: 리모주 <a@limoges.example>',
        'paragraph 0: To: b@icheon.example',
        'paragraph 0: Date: 2017-07-07T08:00:00.000Z',
        'title 2: ORDRE DU JOUR',
        'paragraph 0: Le jumelage de 2015.',
      ],
    ],
    ['notes.md', 'markdown', ['title 1: Un', 'paragraph 0: Deux.']],
    ['page.html', 'html', ['paragraph 0: Trois.']],
  ])
})

it('says which attachments could not be read, and goes on', async () => {
  const parts = await readParts(
    mail(attached('a.bin', '\u0001\u0000\u0000\u0002'), attached('b.md', 'Un.')),
    { name: 'mail' },
  )
  expect(parts.map(({ name }) => name)).toEqual(['mail', 'b.md'])
  expect(parts[0]?.document.remarks).toEqual([{ code: 'attachmentUnread', detail: 'a.bin' }])
})

it('refuses a mail with attachments without end', async () => {
  const many = Array.from({ length: 60 }, (_, index) => attached(`${index}.md`, 'Un.'))
  expect(await refusalOf(readParts(mail(...many), { name: 'mail.eml' }))).toBe('tooManyParts 50')
})
