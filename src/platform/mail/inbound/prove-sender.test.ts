import { generateKeyPairSync } from 'node:crypto'
import { dkimSign } from 'mailauth/lib/dkim/sign.js'
import { createTransport } from 'nodemailer'
import { describe, expect, test } from 'vitest'
import { isVouchedFor, proveSender } from './prove-sender.ts'

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'der' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})

/** A mail as a server of `domain` signs it. */
async function signed({ from = 'a@mail.nantes.example', domain = 'nantes.example', skipped = '' } = {}) {
  const transport = createTransport({
    streamTransport: true,
    buffer: true,
    dkim: { domainName: domain, keySelector: 's1', privateKey, skipFields: skipped },
  })
  const { message } = await transport.sendMail({
    from,
    to: 'x@entente.example',
    subject: 'Re: q',
    text: 'Oui.',
  })
  return message as Buffer
}

/** The same, signed as to its first letters: what follows them could be anybody’s. */
async function signedInPart(): Promise<Buffer> {
  const mail = Buffer.from('From: a@nantes.example\r\nTo: x@entente.example\r\n\r\nOui.\r\nNon.\r\n')
  const { signatures } = await dkimSign(mail, {
    ...{ canonicalization: 'relaxed/relaxed', signingDomain: 'nantes.example', selector: 's1', privateKey },
    signatureData: [
      {
        signingDomain: 'nantes.example',
        selector: 's1',
        privateKey,
        maxBodyLength: 4,
        algorithm: 'rsa-sha256',
      },
    ],
  })
  return Buffer.concat([Buffer.from(signatures), mail])
}

const resolve = async (name: string) => {
  if (!/^s1\._domainkey\.(?:nantes|elsewhere)\.example$/.test(name))
    throw Object.assign(new Error(name), { code: 'ENOTFOUND' })
  return [[`v=DKIM1; k=rsa; p=${publicKey.toString('base64')}`]]
}
const ground = { authserv: null, resolve }

describe('a sender is shown by a signature', () => {
  test('of their domain, or of the one to which it belongs', async () => {
    expect(await proveSender(await signed(), ground)).toBe('proven')
    expect(await proveSender(await signed({ from: 'a@nantes.example' }), ground)).toBe('proven')
  })

  test.each<[string, () => Promise<Buffer>]>([
    ['of another domain', () => signed({ domain: 'elsewhere.example' })],
    ['whose key nobody publishes', () => signed({ from: 'a@lille.example', domain: 'lille.example' })],
    ['of other words', async () => Buffer.from((await signed()).toString().replace('Oui.', 'Non.'))],
    ['of another sender', async () => Buffer.from((await signed()).toString().replace('a@mail', 'b@mail'))],
    [
      'beside a second From',
      async () => Buffer.concat([Buffer.from('From: b@nantes.example\r\n'), await signed()]),
    ],
    ['of the beginning alone', () => signedInPart()],
    ['that is none', async () => Buffer.from('From: a@nantes.example\r\n\r\nOui.')],
  ])('and not by one %s', async (_, mail) => {
    expect(await proveSender(await mail(), ground)).toBe('none')
  })

  test('and later where its key cannot be looked up now', async () => {
    const broken = {
      ...ground,
      resolve: () => Promise.reject(Object.assign(new Error('no'), { code: 'ETIMEOUT' })),
    }
    expect(await proveSender(await signed(), broken)).toBe('later')
  })
})

describe('our server vouches for a sender', () => {
  test.each([
    'dmarc=pass header.from=nantes.example',
    'spf=fail smtp.mailfrom=x@y.example; dmarc=pass (p=reject) header.from=nantes.example',
    'dkim=pass header.d=nantes.example header.s=s1',
    'dkim=fail header.d=x.example; dkim=pass header.i=@mail.nantes.example',
  ])('who passed: %s', (said) => {
    expect(
      isVouchedFor(
        `Authentication-Results: mx.entente.example 1; ${said}`,
        'mx.entente.example',
        'nantes.example',
      ),
    ).toBe(true)
  })

  test.each([
    'mx.entente.example; dmarc=fail header.from=nantes.example',
    'mx.entente.example; dmarc=pass header.from=elsewhere.example',
    'mx.entente.example; dkim=pass header.d=elsewhere.example',
    'mx.entente.example; none',
    'mx.elsewhere.example; dmarc=pass header.from=nantes.example',
    'mx.entente.example.elsewhere.example; dmarc=pass header.from=nantes.example',
    'mx.entente.example; spf=pass smtp.mailfrom="a; dmarc=pass header.from=nantes.example; "@x.example',
    'mx.entente.example; spf=pass (a; dmarc=pass header.from=nantes.example) smtp.mailfrom=x.example',
    'mx.entente.example; spf=pass (a; (b) dmarc=pass header.from=nantes.example',
    'mx.entente.example; spf=pass smtp.mailfrom=x.example dmarc=pass header.from=nantes.example',
  ])('and for nobody in: %s', (said) => {
    expect(isVouchedFor(`Authentication-Results: ${said}`, 'mx.entente.example', 'nantes.example')).toBe(
      false,
    )
  })
})
