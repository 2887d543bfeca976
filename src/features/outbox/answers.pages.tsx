import type { FastifyInstance } from 'fastify'
import type { Application } from '../../platform/http/application.ts'
import { readApart } from '../../platform/mail/inbound/answers-job.ts'
import { largestMail } from '../../platform/mail/inbound/reading/read-answer.ts'
import { takeMail } from '../../platform/mail/inbound/take-mail.commands.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import { checkSignature } from './signed-request.ts'

/**
 * `POST /webhooks/mail-answers`: a mail service hands over a message that came for ANSWER_ADDRESS, as it is (`message/rfc822`), signed
 * according to Standard Webhooks with ANSWERS_KEY. Answers `{ is: 'taken' | 'repeated' | 'automatic' | 'left' }`: handing it over again changes
 * nothing. 404 without a key, 401 if the signature is wrong or older than five minutes, 413 beyond 25 MB, 429 while others are read,
 * or where its sender wrote more than thirty in an hour.
 */
export function addAnswerRoutes(app: FastifyInstance, application: Application): void {
  const { key } = application.settings.answers
  app.register(async (part) => {
    part.removeAllContentTypeParsers()
    part.addContentTypeParser(
      ['message/rfc822', 'application/octet-stream'],
      { parseAs: 'buffer', bodyLimit: largestMail },
      (_request, body, done) => done(null, body),
    )
    part.post(
      '/webhooks/mail-answers',
      { bodyLimit: largestMail, config: { takesCrossSiteWrites: true } },
      async (request, reply) => {
        if (key === null) notFound('ANSWERS_KEY')
        const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
        checkSignature(key, bytes, request.headers)
        const read = await readApart(application, bytes)
        if (read === 'busy') throw new Refusal('tooMany', 'Other messages are being read')
        reply.header('cache-control', 'no-store')
        const is = read === 'failed' ? 'left' : await takeMail(application, read, bytes)
        if (is === 'waits')
          throw new Refusal('tooMany', 'Its sender wrote too many', { 'retry-after': '3600' })
        return { is }
      },
    )
  })
}
