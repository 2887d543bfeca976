import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { parseJson } from '../../platform/http/api/read-json.ts'
import type { Application } from '../../platform/http/application.ts'
import { WrongInput } from '../../platform/http/problems.ts'
import { returnKinds } from '../../platform/mail/returns/mail-return.ts'
import { recordReturn } from '../../platform/mail/returns/record-return.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import { checkSignature } from './signed-request.ts'

const mostReturns = 1000

const returns = z.array(
  z.strictObject({
    messageId: z.string().regex(/^<[^<>\s]{3,250}>$/, 'the Message-ID of the mail, with its angle brackets'),
    recipient: z.string().trim().toLowerCase().max(320).nullable().default(null),
    kind: z.enum(returnKinds),
    words: z
      .string()
      .max(5000)
      .default('')
      .transform((text) =>
        text
          .replaceAll(/[\p{C}\s]+/gu, ' ')
          .trim()
          .slice(0, 500),
      ),
  }),
)

/**
 * `POST /webhooks/mail-returns`: a mail service reports returned mails, signed according to Standard Webhooks with RETURNS_KEY. Takes a
 * list of at most a thousand returns; answers `{ recorded, unknown }`. Repeating a report changes nothing. 404 without a key, 401 if the
 * signature is wrong or older than five minutes, 422 with the place of each error.
 */
export function addReturnRoutes(app: FastifyInstance, application: Application): void {
  const { key } = application.settings.returns
  app.register(async (part) => {
    part.removeAllContentTypeParsers()
    // The signature is of the bytes.
    part.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) =>
      done(null, body),
    )
    part.post(
      '/webhooks/mail-returns',
      { config: { takesCrossSiteWrites: true } },
      async (request, reply) => {
        if (key === null) notFound('RETURNS_KEY')
        const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
        checkSignature(key, body, request.headers)
        const read = readReturns(body)
        let recorded = 0
        for (const each of read) if (await recordReturn(application, each)) recorded++
        reply.header('cache-control', 'no-store')
        return { recorded, unknown: read.length - recorded }
      },
    )
  })
}

function readReturns(body: Buffer) {
  const json = parseJson(body)
  if (Array.isArray(json) && json.length > mostReturns)
    throw new Refusal('tooLarge', `At most ${mostReturns} returns at a time`)
  const read = returns.safeParse(json)
  if (read.success) return read.data
  throw new WrongInput(
    read.error.issues
      .slice(0, 50)
      .map(({ path, message }) => ({ pointer: `/${path.join('/')}`, detail: message })),
  )
}
