import type { SendMailOptions } from 'nodemailer'

/** A message as bytes. */
export async function compose(message: SendMailOptions): Promise<Buffer> {
  // A server without a mail server never loads it.
  const { createTransport } = await import('nodemailer')
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const { message: bytes } = await composer.sendMail(message)
  if (!Buffer.isBuffer(bytes)) throw new Error('The message was not composed as bytes')
  return bytes
}
