import { expect, test } from 'vitest'
import { mailboxInWords, readMailAddress, readMailbox } from './mail-address.ts'

test.each([
  ['claire.martin@ville-limoges.fr', 'claire.martin@ville-limoges.fr'],
  ['o’neil@x.fr', null],
  ["o'neil+entente@x.fr", "o'neil+entente@x.fr"],
  ['mairie@évian.fr', 'mairie@xn--vian-9oa.fr'],
  ['kim@서울.한국', 'kim@xn--2i4bq6h.xn--3e0b707e'],
  ['root@localhost', 'root@localhost'],
  ['김민준@seoul.kr', null],
  ['a..b@x.fr', null],
  ['.a@x.fr', null],
  ['a@x..fr', null],
  ['a@x.fr.', null],
  ['a@[192.0.2.1]', null],
  ['a b@x.fr', null],
  ['a@x.fr/path', null],
  ['a@x.fr\n', null],
  ['"a b"@x.fr', null],
])('reads %j as %j', (text, address) => {
  expect(readMailAddress(text)).toBe(address)
})

test.each([
  ['no-reply@x.fr', { name: '', address: 'no-reply@x.fr' }],
  ['Entente <no-reply@x.fr>', { name: 'Entente', address: 'no-reply@x.fr' }],
  ['"Cités Unies, France" <no-reply@x.fr>', { name: 'Cités Unies, France', address: 'no-reply@x.fr' }],
  ['Entente no-reply@x.fr', null],
  ['Entente <no-reply@x.fr', null],
  ['Entente <a@x.fr> <b@x.fr>', null],
  ['Entente\r\nBcc: a@b.fr <a@x.fr>', null],
])('reads the sender %j', (text, mailbox) => {
  expect(readMailbox(text)).toEqual(mailbox)
})

test('writes a mailbox as it is read', () => {
  for (const text of ['no-reply@x.fr', 'Entente <no-reply@x.fr>']) {
    expect(mailboxInWords(readMailbox(text) ?? { name: '', address: '' })).toBe(text)
  }
})
