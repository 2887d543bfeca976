/** What is unusual about a mail. */
export interface Given {
  headers?: string
  type?: string
  from?: string
  subject?: string
}

/** A mail of a person, of headers and a body. */
export function answerMail(
  body: string | Uint8Array,
  {
    headers = 'In-Reply-To: <q@entente.example>',
    type = 'text/plain; charset=utf-8',
    from = 'Claire Martin <claire.martin@nantes.example>',
    subject = 'Re: Entretien des parcs',
  }: Given = {},
): Buffer {
  const head = [
    `From: ${from}`,
    'To: answers@entente.example',
    `Subject: ${subject}`,
    'Date: Mon, 10 Jul 2017 09:00:00 +0200',
    'MIME-Version: 1.0',
    `Content-Type: ${type}`,
    headers,
  ].filter((line) => line !== '')
  const lines = typeof body === 'string' ? Buffer.from(body.trim().replaceAll('\n', '\r\n')) : body
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), lines])
}
