import { readInbound } from '../../src/platform/mail/inbound/read-inbound.ts'
import { takeMail } from '../../src/platform/mail/inbound/take-mail.commands.ts'
import type { TestApp } from './open-test-app.ts'

/** Hands a mail over as a mail service does; returns what it came to. */
export async function receiveMail({ application }: Pick<TestApp, 'application'>, bytes: Uint8Array) {
  return takeMail(application, await readInbound(bytes, { authserv: answerSettings.MAIL_AUTHSERV }), bytes)
}

/** Settings with which answers by mail are taken, and their senders shown by the word of our own server. */
export const answerSettings = {
  ANSWER_ADDRESS: 'answers+TOKEN@entente.example',
  ANSWERS_KEY: 'a-key-that-the-mail-service-has-too-0123456789',
  MAIL_AUTHSERV: 'mx.entente.example',
}

export interface InboundMail {
  to: string
  from: string
  text: string
  subject?: string
  messageId?: string
  /** Further fields, each with its name. */
  headers?: readonly string[]
  /** What our server says of the domain of its sender; null: nothing. */
  vouched?: 'pass' | 'fail' | null
  file?: { name: string; content: string }
}

let written = 0

/** A mail as our mail server hands it over. */
export function inboundMail(mail: InboundMail): Buffer {
  const { to, from, text, subject = 'Re: 정원', headers = [], vouched = 'pass', file } = mail
  const id = mail.messageId ?? `<${++written}.${Math.floor(performance.now() * 1000)}@mail.example>`
  const domain = /@([^<>\s]+)/.exec(from)?.[1] ?? ''
  const encoded = (content: string) => Buffer.from(content).toString('base64').replaceAll(/.{76}/g, '$&\r\n')
  const part = `Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${encoded(text)}\r\n`
  return Buffer.from(
    [
      ...(vouched === null
        ? []
        : [`Authentication-Results: mx.entente.example; dmarc=${vouched} header.from=${domain}`]),
      `From: ${from}`,
      `To: ${to}`,
      `Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`,
      ...(id === '' ? [] : [`Message-ID: ${id}`]),
      'Date: Mon, 4 Sep 2017 09:30:00 +0200',
      'MIME-Version: 1.0',
      ...headers,
      ...(file === undefined
        ? [part]
        : [
            'Content-Type: multipart/mixed; boundary=b',
            '',
            `--b\r\n${part}--b`,
            `Content-Type: application/pdf; name="${file.name}"`,
            `Content-Disposition: attachment; filename="${file.name}"`,
            `Content-Transfer-Encoding: base64\r\n\r\n${encoded(file.content)}\r\n--b--\r\n`,
          ]),
    ].join('\r\n'),
  )
}
