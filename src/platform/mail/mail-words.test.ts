import { expect, it } from 'vitest'
import { type MailWords, mailOf } from './mail-words.ts'

const words: MailWords = { kind: 'outbox.test', subject: 'Nouvelles', body: ['Bonjour.'], action: 'Ouvrir' }
const addressed = {
  to: { address: 'claire@ville.example', name: 'Claire' },
  language: 'fr',
  networkId: null,
  address: 'https://entente.example/fr/page',
} as const

it('lays a mail out: what is told, the button, what stands below, small print', () => {
  const mail = mailOf(addressed, {
    ...words,
    body: ['Bonjour.', { kind: 'quotation', text: '안녕', language: 'ko' }],
    below: ['Deux jours.'],
    notes: ['Ce n’était pas vous ?'],
  })
  expect(mail).toEqual({
    to: { address: 'claire@ville.example', name: 'Claire' },
    language: 'fr',
    networkId: null,
    kind: 'outbox.test',
    isSecret: false,
    subject: 'Nouvelles',
    body: [
      { kind: 'paragraph', text: 'Bonjour.' },
      { kind: 'quotation', text: '안녕', language: 'ko' },
      { kind: 'action', label: 'Ouvrir', address: 'https://entente.example/fr/page' },
      { kind: 'paragraph', text: 'Deux jours.' },
      { kind: 'smallPrint', text: 'Ce n’était pas vous ?' },
    ],
  })
})

it('leaves out what there is nothing of', () => {
  const { body } = mailOf(
    { ...addressed, address: null },
    {
      ...words,
      body: ['Bonjour.', null, false, '', { kind: 'facts', facts: [] }, { kind: 'list', items: [] }],
      below: [null],
      notes: [false, null, ''],
    },
  )
  expect(body).toEqual([{ kind: 'paragraph', text: 'Bonjour.' }])
})
